namespace NetGen.Kernels;

/// <summary>
/// What a pooling reads and gives: every channel [height, width] of an example becomes [outputHeight, outputWidth]. A
/// signal is an image of one row.
/// </summary>
/// <param name="channels">The channels, at least 1.</param>
/// <param name="height">The rows of the input, at least 1.</param>
/// <param name="width">The columns of the input, at least 1.</param>
/// <param name="kernelHeight">The rows of a window, at least 1.</param>
/// <param name="kernelWidth">The columns of a window, at least 1.</param>
/// <param name="strideHeight">From one window to the one below, in rows, at least 1.</param>
/// <param name="strideWidth">From one window to the one beside it, in columns, at least 1.</param>
/// <param name="paddingTop">The rows added above, at most half of the kernel.</param>
/// <param name="paddingLeft">The columns added on the left, at most half of the kernel.</param>
/// <param name="outputHeight">The windows one below the other; each holds a row of the input.</param>
/// <param name="outputWidth">The windows side by side; each holds a column of the input.</param>
public readonly struct PoolingSizes(
    int channels, int height, int width, int kernelHeight, int kernelWidth, int strideHeight, int strideWidth,
    int paddingTop, int paddingLeft, int outputHeight, int outputWidth)
{
    internal readonly int Channels = channels;
    internal readonly int Height = height;
    internal readonly int Width = width;
    internal readonly int KernelHeight = kernelHeight;
    internal readonly int KernelWidth = kernelWidth;
    internal readonly int StrideHeight = strideHeight;
    internal readonly int StrideWidth = strideWidth;
    internal readonly int PaddingTop = paddingTop;
    internal readonly int PaddingLeft = paddingLeft;
    internal readonly int OutputHeight = outputHeight;
    internal readonly int OutputWidth = outputWidth;

    /// <summary>The elements of an example.</summary>
    internal int Inputs => Channels * Height * Width;

    /// <summary>The elements of an output.</summary>
    internal int Outputs => Channels * OutputHeight * OutputWidth;

    /// <summary>Whether every element lies in one window and no other.</summary>
    internal bool IsTiled =>
        PaddingTop == 0 && PaddingLeft == 0 && Height == OutputHeight * KernelHeight && Width == OutputWidth * KernelWidth &&
        (StrideHeight == KernelHeight || OutputHeight == 1) && (StrideWidth == KernelWidth || OutputWidth == 1);

    /// <summary>Whether windows are 2 × 2, touch, and none is padded.</summary>
    internal bool IsHalving => KernelHeight == 2 && KernelWidth == 2 && StrideHeight == 2 && StrideWidth == 2 && PaddingTop == 0 && PaddingLeft == 0;
}
