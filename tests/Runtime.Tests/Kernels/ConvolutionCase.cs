using System;
using System.Collections.Generic;
using NetGen.Kernels;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>A convolution with a batch. Whatever no kernel may read is NaN.</summary>
public sealed class ConvolutionCase
{
    private const int Guard = 64;

    private ConvolutionCase(string name, int rows, in ConvolutionSizes sizes)
    {
        Name = name;
        Rows = rows;
        Sizes = sizes;
        XLength = sizes.Channels * sizes.Pixels;
        YLength = sizes.Filters * sizes.OutputPixels;
        WLength = sizes.Filters * sizes.GroupChannels * sizes.Taps;
        XStride = XLength + 3;
        YStride = Panels.Padded(YLength) + 5;
        DxStride = Panels.Padded(XLength) + 7;
        Random random = new(rows * 10007 + XLength * 101 + YLength * 11 + WLength);
        X = Numbers(rows, XLength, XStride, random);
        Dz = Numbers(rows, YLength, YStride, random);
        W = Numbers(1, WLength, WLength, random);
        B = Numbers(1, sizes.Filters, sizes.Filters, random);
    }

    public string Name { get; }

    public int Rows { get; }

    public ConvolutionSizes Sizes { get; }

    public int XLength { get; }

    public int YLength { get; }

    public int WLength { get; }

    public int XStride { get; }

    public int YStride { get; }

    public int DxStride { get; }

    public float[] X { get; }

    public float[] Dz { get; }

    public float[] W { get; }

    public float[] B { get; }

    /// <summary>What is awkward about convolutions, one thing at a time and some together.</summary>
    public static IEnumerable<ConvolutionCase> All(int rows)
    {
        yield return Of("one number", rows, 1, 1, 1, 1, 1, 1);
        yield return Of("one weight", rows, 1, 5, 7, 1, 1, 1);
        yield return Of("one by one", rows, 7, 6, 5, 17, 1, 1);
        yield return Of("one by one with a stride", rows, 3, 7, 9, 7, 1, 1, stride: (2, 2));
        yield return Of("one by one of many channels", rows, 17, 6, 5, 7, 1, 1);
        yield return Of("one by one of many channels, padded", rows, 17, 6, 5, 7, 1, 1, padding: (1, 2, 1, 0));
        yield return Of("one by one, padded", rows, 2, 3, 4, 3, 1, 1, padding: (1, 2, 1, 0));
        yield return Of("three by three", rows, 3, 9, 11, 7, 3, 3, padding: (1, 1, 1, 1));
        yield return Of("wide enough for every block", rows, 2, 5, 67, 13, 3, 3, padding: (1, 1, 1, 1));
        yield return Of("lines of a vector", rows, 3, 8, 16, 6, 3, 3, padding: (1, 1, 1, 1));
        yield return Of("lines of three", rows, 4, 6, 5, 5, 3, 3);
        yield return Of("lines of one", rows, 4, 6, 3, 5, 3, 3);
        yield return Of("output of one", rows, 17, 5, 4, 17, 5, 4);
        yield return Of("kernel larger than the input", rows, 3, 3, 2, 4, 5, 6, padding: (2, 3, 3, 2));
        yield return Of("kernel of even size", rows, 3, 7, 8, 5, 2, 4, padding: (0, 1, 2, 1));
        yield return Of("padding above only", rows, 2, 5, 6, 3, 3, 3, padding: (2, 0, 0, 0));
        yield return Of("sums of examples side by side that only just fit", rows, 1, 91, 16, 8, 5, 5);
        yield return Of("padding below only", rows, 2, 5, 6, 3, 3, 3, padding: (0, 2, 0, 2));
        yield return Of("padding larger than the kernel", rows, 2, 3, 3, 3, 2, 2, padding: (4, 3, 3, 5));
        yield return Of("stride two", rows, 5, 10, 12, 7, 3, 3, stride: (2, 2), padding: (1, 1, 1, 1));
        yield return Of("stride two of wide lines", rows, 3, 9, 71, 6, 3, 3, stride: (2, 2), padding: (1, 0, 1, 0));
        yield return Of("stride two beside", rows, 2, 6, 40, 5, 3, 5, stride: (1, 2), padding: (1, 1, 2, 2));
        yield return Of("stride three below", rows, 2, 11, 9, 5, 4, 3, stride: (3, 1), padding: (1, 0, 0, 1));
        yield return Of("stride larger than the kernel", rows, 3, 11, 13, 4, 2, 2, stride: (4, 3));
        yield return Of("rows and columns left unread", rows, 3, 10, 12, 4, 3, 3, stride: (4, 4));
        yield return Of("dilation", rows, 3, 11, 13, 5, 3, 3, padding: (2, 2, 2, 2), dilation: (2, 2));
        yield return Of("dilation of wide gaps", rows, 2, 9, 17, 5, 2, 3, padding: (3, 1, 5, 5), dilation: (5, 7));
        yield return Of("stride and dilation", rows, 3, 13, 15, 7, 3, 3, stride: (2, 3), padding: (2, 1, 1, 2), dilation: (3, 2));
        yield return Of("stride and dilation with a common divisor", rows, 2, 17, 16, 3, 3, 3, stride: (4, 2), padding: (1, 3, 2, 1), dilation: (2, 4));
        yield return Of("two groups", rows, 6, 7, 8, 10, 3, 3, padding: (1, 1, 1, 1), groups: 2);
        yield return Of("three groups with stride", rows, 9, 8, 7, 3, 3, 2, stride: (2, 2), padding: (0, 1, 0, 1), groups: 3);
        yield return Of("depthwise", rows, 7, 9, 21, 7, 3, 3, padding: (1, 1, 1, 1), groups: 7);
        yield return Of("depthwise, two filters each", rows, 3, 6, 40, 6, 3, 3, padding: (1, 1, 1, 1), groups: 3);
        yield return Of("depthwise, three filters each, stride two", rows, 3, 9, 40, 9, 3, 3, stride: (2, 2), padding: (1, 1, 1, 1), groups: 3);
        yield return Of("signal", rows, 3, 1, 50, 5, 1, 3, padding: (0, 0, 1, 1));
        yield return Of("signal of many channels", rows, 7, 1, 37, 5, 1, 3, padding: (0, 0, 1, 1));
        yield return Of("causal signal", rows, 3, 1, 37, 7, 1, 3, padding: (0, 0, 8, 0), dilation: (1, 4));
        yield return Of("signal with stride", rows, 2, 1, 41, 6, 1, 5, stride: (1, 2), padding: (0, 0, 2, 2));
        yield return Of("signal with a large stride", rows, 2, 1, 41, 3, 1, 4, stride: (1, 5), padding: (0, 0, 1, 3));
        yield return Of("signal and rows of padding", rows, 2, 1, 20, 3, 1, 3, padding: (1, 1, 1, 1));
        yield return Of("column", rows, 3, 29, 1, 4, 3, 1, padding: (1, 1, 0, 0));
        yield return Of("first layer of LeNet-5", rows, 1, 28, 28, 6, 5, 5, padding: (2, 2, 2, 2));
        yield return Of("second layer of LeNet-5", rows, 6, 14, 14, 16, 5, 5);
        yield return Of("many filters, less high than the input", rows, 3, 7, 5, 11, 3, 4, padding: (1, 0, 2, 1));
        yield return Of("many filters, one line", rows, 2, 4, 7, 17, 6, 3, padding: (2, 0, 0, 1));
        yield return Of("many filters, padding below", rows, 3, 9, 6, 11, 6, 3, padding: (1, 3, 1, 0));
        yield return Of("many filters, dilation of wide gaps", rows, 2, 15, 17, 13, 2, 3, padding: (3, 0, 5, 5), dilation: (7, 7));
        yield return Of("two groups of many filters", rows, 6, 7, 8, 26, 3, 3, padding: (0, 1, 1, 1), groups: 2);
        yield return Of("sums of some filters", rows, 4, 12, 12, 101, 3, 3);
        yield return Of("twenty-five filters", rows, 2, 4, 9, 25, 3, 3, padding: (1, 1, 1, 1));
    }

    /// <summary>Too tall to be laid out at once.</summary>
    public static IEnumerable<ConvolutionCase> Tall(int rows)
    {
        yield return Of("bands", rows, 17, 60, 50, 2, 3, 3, padding: (1, 1, 1, 1));
        yield return Of("bands of many filters", rows, 3, 52, 60, 17, 9, 3, padding: (1, 0, 1, 1));
        yield return Of("sums of some channels", rows, 13, 40, 39, 9, 7, 7);
        yield return Of("bands of a stride", rows, 13, 121, 61, 3, 4, 3, stride: (3, 2), padding: (2, 0, 1, 1));
        yield return Of("bands of a signal", rows, 40, 1, 3001, 3, 1, 3, padding: (0, 0, 2, 0));
        yield return Of("bands of few lines", rows, 300, 14, 14, 2, 3, 3, padding: (1, 1, 1, 1));
    }

    /// <summary>The example alone, its memory ending with it.</summary>
    public ConvolutionCase Single(int row) => new(this, row);

    /// <summary>What is multiplied, each with the indices of x, w and y.</summary>
    public void ForEachProduct(Action<int, int, int> product)
    {
        ConvolutionSizes s = Sizes;
        for (int f = 0; f < s.Filters; f++)
        {
            for (int i = 0; i < s.OutputHeight; i++)
            {
                for (int j = 0; j < s.OutputWidth; j++)
                {
                    for (int c = 0; c < s.GroupChannels; c++)
                    {
                        for (int u = 0; u < s.KernelHeight; u++)
                        {
                            for (int v = 0; v < s.KernelWidth; v++)
                            {
                                int row = i * s.StrideHeight + u * s.DilationHeight - s.PaddingTop;
                                int column = j * s.StrideWidth + v * s.DilationWidth - s.PaddingLeft;
                                if (row >= 0 && row < s.Height && column >= 0 && column < s.Width)
                                {
                                    int channel = f / s.GroupFilters * s.GroupChannels + c;
                                    product(
                                        (channel * s.Height + row) * s.Width + column,
                                        ((f * s.GroupChannels + c) * s.KernelHeight + u) * s.KernelWidth + v,
                                        (f * s.OutputHeight + i) * s.OutputWidth + j);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    public override string ToString() => $"{Name}, {Rows} rows";

    /// <summary>An array that says where it was written, with a guard behind its end.</summary>
    public static float[] Poisoned(int length)
    {
        float[] array = new float[length + Guard];
        Array.Fill(array, float.NaN);
        return array;
    }

    /// <summary>So many numbers with zeros behind them, up to a multiple of 16.</summary>
    public static float[] Padded(float[] poisoned, int length)
    {
        poisoned.AsSpan(length..Panels.Padded(length)).Clear();
        return poisoned;
    }

    private static ConvolutionCase Of(
        string name, int rows, int channels, int height, int width, int filters, int kernelHeight, int kernelWidth,
        (int Height, int Width)? stride = null, (int Top, int Bottom, int Left, int Right) padding = default, (int Height, int Width)? dilation = null, int groups = 1)
    {
        (int strideHeight, int strideWidth) = stride ?? (1, 1);
        (int dilationHeight, int dilationWidth) = dilation ?? (1, 1);
        return new ConvolutionCase(name, rows, new ConvolutionSizes(
            channels, height, width, filters, kernelHeight, kernelWidth, strideHeight, strideWidth, padding.Top, padding.Left, dilationHeight, dilationWidth, groups,
            (height + padding.Top + padding.Bottom - dilationHeight * (kernelHeight - 1) - 1) / strideHeight + 1,
            (width + padding.Left + padding.Right - dilationWidth * (kernelWidth - 1) - 1) / strideWidth + 1));
    }

    private ConvolutionCase(ConvolutionCase all, int row)
    {
        Name = all.Name;
        Rows = 1;
        Sizes = all.Sizes;
        XLength = all.XLength;
        YLength = all.YLength;
        WLength = all.WLength;
        XStride = all.XStride;
        YStride = all.YStride;
        DxStride = all.DxStride;
        X = all.X[(row * XStride)..(row * XStride + XLength)];
        Dz = all.Dz[(row * YStride)..(row * YStride + YLength)];
        W = all.W;
        B = all.B;
    }

    private static float[] Numbers(int rows, int length, int stride, Random random)
    {
        float[] array = Poisoned((rows - 1) * stride + length);
        for (int row = 0; row < rows; row++)
        {
            foreach (ref float value in array.AsSpan(row * stride, length))
            {
                value = random.NextSingle() * 2 - 1;
            }
        }

        return array;
    }
}
