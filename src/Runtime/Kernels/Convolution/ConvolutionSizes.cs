namespace NetGen.Kernels;

/// <summary>What a convolution computes from and to, for one example; a signal is an image of height 1.</summary>
/// <param name="channels">The channels of x, at least 1.</param>
/// <param name="height">The rows of x, at least 1.</param>
/// <param name="width">The columns of x, at least 1.</param>
/// <param name="filters">The channels of y, at least 1.</param>
/// <param name="kernelHeight">The rows of a filter.</param>
/// <param name="kernelWidth">The columns of a filter.</param>
/// <param name="strideHeight">The rows from one window to the next.</param>
/// <param name="strideWidth">The columns from one window to the next.</param>
/// <param name="paddingTop">The rows of zeros above x; those below follow from the output's height.</param>
/// <param name="paddingLeft">The columns of zeros left of x; those right of it follow from the output's width.</param>
/// <param name="dilationHeight">The rows from one row of a filter to the next.</param>
/// <param name="dilationWidth">The columns from one column of a filter to the next.</param>
/// <param name="groups">The groups, which divide channels and filters.</param>
/// <param name="outputHeight">The rows of y.</param>
/// <param name="outputWidth">The columns of y.</param>
public readonly struct ConvolutionSizes(
    int channels, int height, int width, int filters, int kernelHeight, int kernelWidth, int strideHeight, int strideWidth,
    int paddingTop, int paddingLeft, int dilationHeight, int dilationWidth, int groups, int outputHeight, int outputWidth)
{
    /// <summary>The channels of x.</summary>
    public int Channels { get; } = channels;

    /// <summary>The rows of x.</summary>
    public int Height { get; } = height;

    /// <summary>The columns of x.</summary>
    public int Width { get; } = width;

    /// <summary>The channels of y.</summary>
    public int Filters { get; } = filters;

    /// <summary>The rows of a filter.</summary>
    public int KernelHeight { get; } = kernelHeight;

    /// <summary>The columns of a filter.</summary>
    public int KernelWidth { get; } = kernelWidth;

    /// <summary>The rows from one window to the next.</summary>
    public int StrideHeight { get; } = strideHeight;

    /// <summary>The columns from one window to the next.</summary>
    public int StrideWidth { get; } = strideWidth;

    /// <summary>The rows of zeros above x.</summary>
    public int PaddingTop { get; } = paddingTop;

    /// <summary>The columns of zeros left of x.</summary>
    public int PaddingLeft { get; } = paddingLeft;

    /// <summary>The rows from one row of a filter to the next.</summary>
    public int DilationHeight { get; } = dilationHeight;

    /// <summary>The columns from one column of a filter to the next.</summary>
    public int DilationWidth { get; } = dilationWidth;

    /// <summary>The groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>The rows of y.</summary>
    public int OutputHeight { get; } = outputHeight;

    /// <summary>The columns of y.</summary>
    public int OutputWidth { get; } = outputWidth;
}
