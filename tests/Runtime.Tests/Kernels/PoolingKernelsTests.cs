using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Kernels;
using NetGen.Threading;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>
/// Every kernel of pooling against loops over windows, to the last bit: a maximum is exact, and sums are taken in the
/// same order. What lies around rows is NaN, so that nothing outside is read and all padding is written.
/// </summary>
public sealed unsafe class PoolingKernelsTests
{
    private const float Guard = float.NaN;

    private static readonly Layer[] layers = [.. Layers()];

    [Fact]
    [Trait("Mathematics", "L1")]
    public void AMaximumIsTheFirstOfItsWindow() => Assert.All(layers, layer => Assert.All(Contents(layer), x =>
    {
        float[] y = layer.NewOutput();
        PoolingKernels.MaxForward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref y[0], layer.YStride);
        Same(layer.Output((row, window) => x[layer.IndexOfMax(x, row, window)]), y, layer);
    }));

    [Fact]
    [Trait("Mathematics", "L1")]
    public void TheFirstMaximumTakesTheGradient() => Assert.All(layers, layer => Assert.All(Contents(layer), x =>
    {
        foreach (bool accumulate in (bool[])[false, true])
        {
            float[] dy = layer.NewOutput(Numbers(5)), dx = layer.NewInput(accumulate ? Numbers(3) : () => Guard);
            float[] expected = layer.Gradient(dx, accumulate);
            foreach ((int row, Place window) in layer.Windows())
            {
                expected[layer.IndexOfMax(x, row, window)] += dy[layer.IndexOfOutput(row, window)];
            }

            PoolingKernels.MaxBackward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref dy[0], layer.YStride, ref dx[0], layer.XStride, accumulate, rectified: false);
            Same(expected, dx, layer);
        }
    }));

    [Fact]
    [Trait("Mathematics", "L1")]
    public void OfARectifiedInputOnlyWhatIsPositiveTakesTheGradient() => Assert.All(layers, layer => Assert.All(Contents(layer), z =>
    {
        float[] x = [.. z.Select(number => number < 0 ? 0 : number)], dy = layer.NewOutput(Numbers(5));
        foreach (bool accumulate in (bool[])[false, true])
        {
            float[] dx = layer.NewInput(accumulate ? Numbers(3) : () => Guard), expected = layer.Gradient(dx, accumulate);
            foreach ((int row, Place window) in layer.Windows())
            {
                int index = layer.IndexOfMax(x, row, window);
                expected[index] += x[index] > 0 ? dy[layer.IndexOfOutput(row, window)] : 0;
            }

            PoolingKernels.MaxBackward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref dy[0], layer.YStride, ref dx[0], layer.XStride, accumulate, rectified: true);
            Same(expected, dx, layer);
        }
    }));

    [Fact]
    public void TheGradientMayTakeThePlaceOfWhatWasReadWhereWindowsTileIt()
    {
        var tiled = layers.Where(layer => layer.Sizes.IsTiled).ToList();
        Assert.Contains(tiled, layer => !layer.Sizes.IsHalving);
        Assert.Contains(tiled, layer => layer.Sizes.IsHalving && layer.Sizes.OutputWidth % 8 > 0);
        Assert.All(tiled, layer => Assert.All(Contents(layer), x =>
        {
            foreach (bool rectified in (bool[])[false, true])
            {
                float[] dy = layer.NewOutput(Numbers(5)), apart = layer.NewInput(), inPlace = [.. x];
                PoolingKernels.MaxBackward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref dy[0], layer.YStride, ref apart[0], layer.XStride, accumulate: false, rectified);
                PoolingKernels.MaxBackward(layer.Rows, layer.Sizes, ref inPlace[0], layer.XStride, ref dy[0], layer.YStride, ref inPlace[0], layer.XStride, accumulate: false, rectified);
                Assert.Equal(Bits(apart), Bits(inPlace));
            }
        }));
    }

    [Fact]
    [Trait("Mathematics", "L1")]
    public void AMeanIsOverItsWindowOrWhatOfItIsNoPadding() => Assert.All(layers, layer =>
    {
        foreach (bool includePadding in (bool[])[true, false])
        {
            float[] x = layer.NewInput(Numbers(1)), y = layer.NewOutput();
            PoolingKernels.AverageForward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref y[0], layer.YStride, includePadding);
            Same(layer.Output((row, window) => layer.Elements(row, window).Aggregate(0f, (sum, index) => sum + x[index]) / layer.Divisor(row, window, includePadding)), y, layer);
        }
    });

    [Fact]
    [Trait("Mathematics", "L1")]
    public void AMeanGivesEachElementItsShare() => Assert.All(layers, layer =>
    {
        foreach ((bool includePadding, bool accumulate) in ((bool, bool)[])[(true, false), (false, false), (true, true), (false, true)])
        {
            float[] dy = layer.NewOutput(Numbers(5)), dx = layer.NewInput(accumulate ? Numbers(3) : () => Guard);
            float[] expected = layer.Gradient(dx, accumulate);
            foreach ((int row, Place window) in layer.Windows())
            {
                foreach (int index in layer.Elements(row, window))
                {
                    expected[index] += dy[layer.IndexOfOutput(row, window)] / layer.Divisor(row, window, includePadding);
                }
            }

            PoolingKernels.AverageBackward(layer.Rows, layer.Sizes, ref dy[0], layer.YStride, ref dx[0], layer.XStride, includePadding, accumulate);
            Same(expected, dx, layer);
        }
    });

    [Fact]
    public void EveryWidthOfVectorsGivesTheSameBits() => Assert.All(layers.Where(layer => Halving.TakesMaxima(layer.Sizes)), layer => Assert.All(Contents(layer), x =>
    {
        float[] narrow = layer.NewOutput(), wide = layer.NewOutput(), dy = layer.NewOutput(Numbers(5));
        foreach (int lanes in ((int[])[4, 8, 16]).Where(lanes => lanes <= Halving.Lanes))
        {
            Halving.MaxForward(layer.Sizes, ref x[0], ref narrow[0], lanes: 4);
            Halving.MaxForward(layer.Sizes, ref x[0], ref wide[0], lanes);
            Assert.Equal(Bits(narrow), Bits(wide));
            foreach ((bool accumulate, bool rectified) in ((bool, bool)[])[(false, false), (true, false), (false, true), (true, true)])
            {
                float[] first = layer.NewInput(Zeros(3)), second = [.. first];
                Halving.MaxBackward(layer.Sizes, ref x[0], ref dy[0], ref first[0], accumulate, rectified, lanes: 4);
                Halving.MaxBackward(layer.Sizes, ref x[0], ref dy[0], ref second[0], accumulate, rectified, lanes);
                Assert.Equal(Bits(first), Bits(second));
                if (layer.Sizes.IsTiled && !accumulate)
                {
                    float[] inPlace = [.. x];
                    Halving.MaxBackward(layer.Sizes, ref inPlace[0], ref dy[0], ref inPlace[0], accumulate: false, rectified, lanes);
                    Assert.Equal(Bits(first)[..layer.Sizes.Inputs], Bits(inPlace)[..layer.Sizes.Inputs]);
                }
            }
        }
    }));

    [Fact]
    public void BothWidthsOfVectorsGiveTheSameMeans() => Assert.All(layers.Where(layer => Avx2.IsSupported && layer.Sizes.IsHalving && layer.Sizes.OutputWidth >= 8), layer => Assert.All(Contents(layer), x =>
    {
        float[] narrow = layer.NewOutput(), wide = layer.NewOutput(), dy = layer.NewOutput(Numbers(5));
        Halving.AverageForward<Vector128<float>, HalvingBlock128>(layer.Sizes, ref x[0], ref narrow[0]);
        Halving.AverageForward<Vector256<float>, HalvingBlock256>(layer.Sizes, ref x[0], ref wide[0]);
        Assert.Equal(Bits(narrow), Bits(wide));
        foreach (bool accumulate in (bool[])[false, true])
        {
            float[] first = layer.NewInput(Zeros(3)), second = [.. first];
            Halving.AverageBackward<Vector128<float>, HalvingBlock128>(layer.Sizes, ref dy[0], ref first[0], accumulate);
            Halving.AverageBackward<Vector256<float>, HalvingBlock256>(layer.Sizes, ref dy[0], ref second[0], accumulate);
            Assert.Equal(Bits(first), Bits(second));
        }
    }));

    [Fact]
    public void DividedRowsHaveTheBitsOfAllRows() => Assert.All(layers.Where(layer => layer.Rows > 1), layer =>
    {
        float[] x = layer.NewInput(Numbers(1)), dy = layer.NewOutput(Numbers(5));
        foreach (int parts in (int[])[2, 3, layer.Rows + 2])
        {
            float[] y = layer.NewOutput(), dividedY = layer.NewOutput(), dx = layer.NewInput(), dividedDx = layer.NewInput();
            fixed (float* xs = x, ys = dividedY, dys = dy, dxs = dividedDx)
            {
                PoolingKernels.MaxForward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref y[0], layer.YStride);
                Divide(new MaxForwardWork(layer.Rows, layer.Sizes, xs, layer.XStride, ys, layer.YStride), parts);
                Assert.Equal(Bits(y), Bits(dividedY));
                PoolingKernels.AverageForward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref y[0], layer.YStride, includePadding: false);
                Divide(new AverageForwardWork(layer.Rows, layer.Sizes, xs, layer.XStride, ys, layer.YStride, includePadding: false), parts);
                Assert.Equal(Bits(y), Bits(dividedY));
                PoolingKernels.MaxBackward(layer.Rows, layer.Sizes, ref x[0], layer.XStride, ref dy[0], layer.YStride, ref dx[0], layer.XStride, accumulate: false, rectified: true);
                Divide(new MaxBackwardWork(layer.Rows, layer.Sizes, xs, layer.XStride, dys, layer.YStride, dxs, layer.XStride, accumulate: false, rectified: true), parts);
                Assert.Equal(Bits(dx), Bits(dividedDx));
                if (layer.Sizes.IsTiled)
                {
                    x.CopyTo(dividedDx, 0);
                    Divide(new MaxBackwardWork(layer.Rows, layer.Sizes, dxs, layer.XStride, dys, layer.YStride, dxs, layer.XStride, accumulate: false, rectified: true), parts);
                    Assert.Equal(Bits(dx), Bits(dividedDx));
                }

                PoolingKernels.AverageBackward(layer.Rows, layer.Sizes, ref dy[0], layer.YStride, ref dx[0], layer.XStride, includePadding: true, accumulate: true);
                Divide(new AverageBackwardWork(layer.Rows, layer.Sizes, dys, layer.YStride, dxs, layer.XStride, includePadding: true, accumulate: true), parts);
                Assert.Equal(Bits(dx), Bits(dividedDx));
            }
        }
    });

    [Fact]
    [Trait("Mathematics", "L1")]
    public void UpsamplingRepeatsAndItsGradientSums()
    {
        foreach ((int channels, int height, int width, int factorHeight, int factorWidth) in ((int, int, int, int, int)[])[(1, 1, 1, 1, 1), (2, 3, 5, 2, 2), (3, 1, 7, 1, 3), (1, 4, 4, 1, 1), (2, 2, 17, 4, 4)])
        {
            int inputs = channels * height * width, wide = width * factorWidth, outputs = inputs * factorHeight * factorWidth;
            int Source(int output) => output / (wide * factorHeight) * width + output % wide / factorWidth;
            float[] x = Row(inputs, Numbers(1)), y = Row(outputs, () => Guard);
            UpsampleKernels.Forward(channels, height, width, factorHeight, factorWidth, ref x[0], ref y[0]);
            Assert.Equal([.. Enumerable.Range(0, outputs).Select(output => x[Source(output)]), .. new float[Panels.Padded(outputs) - outputs]], y[..Panels.Padded(outputs)]);

            foreach (bool accumulate in (bool[])[false, true])
            {
                float[] dy = Row(outputs, Numbers(5)), dx = Row(inputs, accumulate ? Numbers(3) : () => Guard);
                float[] expected = accumulate ? [.. dx] : new float[dx.Length];
                foreach (int output in Enumerable.Range(0, outputs))
                {
                    expected[Source(output)] += dy[output];
                }

                UpsampleKernels.Backward(channels, height, width, factorHeight, factorWidth, ref dy[0], ref dx[0], accumulate);
                Assert.Equal(expected[..Panels.Padded(inputs)], dx[..Panels.Padded(inputs)]);
            }
        }
    }

    [Fact]
    [Trait("Mathematics", "L1")]
    public void PaddingSurroundsWithZerosAndItsGradientIsCutOut()
    {
        foreach ((int channels, int height, int width, int left, int right, int top, int bottom) in
            ((int, int, int, int, int, int, int)[])[(1, 1, 1, 0, 0, 0, 0), (2, 3, 5, 1, 2, 3, 4), (3, 1, 7, 2, 0, 0, 0), (2, 4, 4, 0, 0, 1, 0), (1, 2, 17, 15, 1, 0, 2)])
        {
            (int tall, int wide) = (top + height + bottom, left + width + right);
            (int inputs, int outputs) = (channels * height * width, channels * tall * wide);
            int Place(int input) => (input / (height * width) * tall + top + input / width % height) * wide + left + input % width;
            float[] x = Row(inputs, Numbers(1)), y = Row(outputs, () => Guard), expected = new float[Panels.Padded(outputs)];
            foreach (int input in Enumerable.Range(0, inputs))
            {
                expected[Place(input)] = x[input];
            }

            ZeroPadKernels.Forward(channels, height, width, left, right, top, bottom, ref x[0], ref y[0]);
            Assert.Equal(expected, y[..expected.Length]);
            foreach (bool accumulate in (bool[])[false, true])
            {
                float[] dy = Row(outputs, Numbers(5)), dx = Row(inputs, accumulate ? Numbers(3) : () => Guard);
                float[] gradient = [.. Enumerable.Range(0, Panels.Padded(inputs)).Select(input => (accumulate ? dx[input] : 0) + (input < inputs ? dy[Place(input)] : 0))];
                ZeroPadKernels.Backward(channels, height, width, left, right, top, bottom, ref dy[0], ref dx[0], accumulate);
                Assert.Equal(gradient, dx[..gradient.Length]);
            }
        }
    }

    private static void Divide<TWork>(TWork work, int parts)
        where TWork : struct, IWork
    {
        for (int part = parts - 1; part >= 0; part--)
        {
            work.Do(part, parts);
        }
    }

    /// <summary>A row with padding and guards behind it.</summary>
    private static float[] Row(int elements, Func<float> next) =>
        [.. Enumerable.Range(0, elements).Select(_ => next()), .. Enumerable.Repeat(Guard, Panels.Padded(elements) - elements).Select(guard => float.IsNaN(next()) ? guard : 0), Guard];

    private static int[] Bits(float[] numbers) => [.. numbers.Select(BitConverter.SingleToInt32Bits)];

    private static Func<float> Numbers(int seed)
    {
        var random = new Random(seed);
        return () => random.NextSingle() * 2 - 1;
    }

    private static Func<float> Zeros(int seed)
    {
        var random = new Random(seed);
        return () => random.Next(2) == 0 ? 0f : -0f;
    }

    /// <summary>Numbers without ties, with many, and with what is not a number or has no end.</summary>
    private static IEnumerable<float[]> Contents(Layer layer)
    {
        var random = new Random(7);
        float[] odd = [float.NaN, float.NegativeInfinity, float.PositiveInfinity, 0, -0f, 1, -1];
        yield return layer.NewInput(Numbers(1));
        yield return layer.NewInput(() => random.Next(-1, 2));
        yield return layer.NewInput(() => odd[random.Next(odd.Length)]);
        yield return layer.NewInput(() => float.NegativeInfinity);
    }

    private static IEnumerable<Layer> Layers()
    {
        foreach (int width in (int[])[2, 3, 6, 8, 9, 10, 14, 16, 17, 18, 28, 33])
        {
            yield return new(1, 3, 5, width, 2, 2, 2, 2, 0, 0);
            yield return new(3, 2, 4, width, 2, 2, 2, 2, 0, 0);
        }

        yield return new(1, 3, 66, 60, 2, 2, 2, 2, 0, 0);
        yield return new(2, 1, 3, 1037, 2, 2, 2, 2, 0, 0);
        yield return new(1, 1, 2, 4098, 2, 2, 2, 2, 0, 0);
        yield return new(1, 1, 1, 1, 1, 1, 1, 1, 0, 0);
        yield return new(2, 1, 1, 9, 1, 3, 1, 2, 0, 1);
        yield return new(2, 5, 1, 8, 1, 2, 1, 2, 0, 0);
        yield return new(2, 3, 7, 9, 3, 3, 2, 2, 1, 1);
        yield return new(2, 2, 6, 9, 2, 3, 2, 3, 0, 0);
        yield return new(1, 2, 8, 8, 3, 5, 1, 1, 1, 2);
        yield return new(2, 1, 7, 5, 4, 2, 3, 1, 2, 0);
        yield return new(1, 2, 5, 5, 1, 1, 2, 3, 0, 0);
        yield return new(2, 9, 1, 30, 1, 30, 1, 1, 0, 0);
        yield return new(2, 7, 4, 5, 4, 5, 1, 1, 0, 0);
        yield return new(1, 5, 3, 3, 6, 6, 9, 9, 3, 3);
        yield return new(2, 3, 4, 6, 2, 2, 2, 2, 1, 1);
    }

    private static void Same(float[] expected, float[] actual, Layer layer)
    {
        for (int index = 0; index < expected.Length; index++)
        {
            Assert.True(expected[index].Equals(actual[index]), $"{layer}: {actual[index]} at {index} instead of {expected[index]}");
        }
    }

    private sealed record Place(int Channel, int Row, int Column);

    /// <summary>A pooling, and what it is by loops over its windows.</summary>
    private sealed record Layer(
        int Rows, int Channels, int Height, int Width, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth, int PaddingTop, int PaddingLeft)
    {
        public int OutputHeight => (Height + 2 * PaddingTop - KernelHeight) / StrideHeight + 1;

        public int OutputWidth => (Width + 2 * PaddingLeft - KernelWidth) / StrideWidth + 1;

        public PoolingSizes Sizes => new(
            Channels, Height, Width, KernelHeight, KernelWidth, StrideHeight, StrideWidth, PaddingTop, PaddingLeft, OutputHeight, OutputWidth);

        public int XStride => Panels.Padded(Inputs) + 16;

        public int YStride => Panels.Padded(Outputs);

        private int Inputs => Channels * Height * Width;

        private int Outputs => Channels * OutputHeight * OutputWidth;

        public float[] NewInput(Func<float>? next = null) => New(Inputs, XStride, next ?? (() => Guard));

        public float[] NewOutput(Func<float>? next = null) => New(Outputs, YStride, next ?? (() => Guard));

        /// <summary>What a gradient is before anything is given to it.</summary>
        public float[] Gradient(float[] before, bool accumulate) =>
            [.. before.Select((number, index) => accumulate || index % XStride >= Panels.Padded(Inputs) ? number : 0)];

        public float[] Output(Func<int, Place, float> of)
        {
            float[] y = NewOutput();
            foreach (int padding in Enumerable.Range(0, y.Length).Where(index => index % YStride >= Outputs && index % YStride < Panels.Padded(Outputs)))
            {
                y[padding] = 0;
            }

            foreach ((int row, Place window) in Windows())
            {
                y[IndexOfOutput(row, window)] = of(row, window);
            }

            return y;
        }

        public IEnumerable<(int Row, Place Window)> Windows() =>
            from row in Enumerable.Range(0, Rows)
            from channel in Enumerable.Range(0, Channels)
            from outputRow in Enumerable.Range(0, OutputHeight)
            from outputColumn in Enumerable.Range(0, OutputWidth)
            select (row, new Place(channel, outputRow, outputColumn));

        public int IndexOfOutput(int row, Place window) => row * YStride + (window.Channel * OutputHeight + window.Row) * OutputWidth + window.Column;

        /// <summary>Where the elements of a window lie, in ascending order.</summary>
        public IEnumerable<int> Elements(int row, Place window) =>
            from kernelRow in Enumerable.Range(window.Row * StrideHeight - PaddingTop, KernelHeight)
            from kernelColumn in Enumerable.Range(window.Column * StrideWidth - PaddingLeft, KernelWidth)
            where kernelRow >= 0 && kernelRow < Height && kernelColumn >= 0 && kernelColumn < Width
            select row * XStride + (window.Channel * Height + kernelRow) * Width + kernelColumn;

        public int IndexOfMax(float[] x, int row, Place window) => Elements(row, window).Aggregate((found, index) => x[index] > x[found] || float.IsNaN(x[index]) ? index : found);

        public int Divisor(int row, Place window, bool includePadding) => includePadding ? KernelHeight * KernelWidth : Elements(row, window).Count();

        private float[] New(int elements, int stride, Func<float> next) =>
            [.. Enumerable.Range(0, Rows * stride).Select(index => index % stride < elements ? next() : Guard)];
    }
}
