namespace NetGen.Kernels;

/// <summary>
/// The sizes of a convolution y[f, i, j] = b[f] + Σ W[f, c, u, v]·x[c, i·sₕ + u·dₕ − pₜ, j·s_w + v·d_w − pₗ], where x
/// outside of its height and width is zero. In one dimension height and kernel height are 1.
/// </summary>
/// <param name="channels">The channels of x, a multiple of <paramref name="groups"/>.</param>
/// <param name="height">The height of x.</param>
/// <param name="width">The width of x.</param>
/// <param name="filters">The channels of y, a multiple of <paramref name="groups"/>.</param>
/// <param name="kernelHeight">The rows of the kernel.</param>
/// <param name="kernelWidth">The columns of the kernel.</param>
/// <param name="strideHeight">sₕ, from one window to the next below.</param>
/// <param name="strideWidth">s_w, from one window to the next beside.</param>
/// <param name="paddingTop">pₜ, the rows of zeros above x; those below follow from the other sizes.</param>
/// <param name="paddingLeft">pₗ, the columns of zeros left of x; those to the right follow from the other sizes.</param>
/// <param name="dilationHeight">dₕ, from one row of the kernel to the next.</param>
/// <param name="dilationWidth">d_w, from one column of the kernel to the next.</param>
/// <param name="groups">The slices of the channels that the filters see; each slice of the filters sees its own.</param>
/// <param name="outputHeight">The height of y.</param>
/// <param name="outputWidth">The width of y.</param>
public readonly struct ConvolutionSizes(
    int channels, int height, int width, int filters, int kernelHeight, int kernelWidth, int strideHeight, int strideWidth,
    int paddingTop, int paddingLeft, int dilationHeight, int dilationWidth, int groups, int outputHeight, int outputWidth)
{
    /// <summary>The channels of x.</summary>
    public int Channels { get; } = channels;

    /// <summary>The height of x.</summary>
    public int Height { get; } = height;

    /// <summary>The width of x.</summary>
    public int Width { get; } = width;

    /// <summary>The channels of y.</summary>
    public int Filters { get; } = filters;

    /// <summary>The rows of the kernel.</summary>
    public int KernelHeight { get; } = kernelHeight;

    /// <summary>The columns of the kernel.</summary>
    public int KernelWidth { get; } = kernelWidth;

    /// <summary>From one window to the next below.</summary>
    public int StrideHeight { get; } = strideHeight;

    /// <summary>From one window to the next beside.</summary>
    public int StrideWidth { get; } = strideWidth;

    /// <summary>The rows of zeros above x.</summary>
    public int PaddingTop { get; } = paddingTop;

    /// <summary>The columns of zeros left of x.</summary>
    public int PaddingLeft { get; } = paddingLeft;

    /// <summary>From one row of the kernel to the next.</summary>
    public int DilationHeight { get; } = dilationHeight;

    /// <summary>From one column of the kernel to the next.</summary>
    public int DilationWidth { get; } = dilationWidth;

    /// <summary>The slices of channels and filters.</summary>
    public int Groups { get; } = groups;

    /// <summary>The height of y.</summary>
    public int OutputHeight { get; } = outputHeight;

    /// <summary>The width of y.</summary>
    public int OutputWidth { get; } = outputWidth;

    /// <summary>The channels that a filter sees.</summary>
    internal int GroupChannels => Channels / Groups;

    /// <summary>The filters that see the same channels.</summary>
    internal int GroupFilters => Filters / Groups;

    /// <summary>The numbers of one channel of x.</summary>
    internal int Pixels => Height * Width;

    /// <summary>The numbers of one channel of y.</summary>
    internal int OutputPixels => OutputHeight * OutputWidth;

    /// <summary>The weights of one channel of a filter.</summary>
    internal int Taps => KernelHeight * KernelWidth;

    /// <summary>The multiplications of one example.</summary>
    internal long Products => (long)Filters * GroupChannels * Taps * OutputPixels;

    /// <summary>The weights.</summary>
    internal int Weights => Filters * GroupChannels * Taps;

    /// <summary>
    /// The same convolution with the axis of one dimension standing up: a line of one number is its own neighbour's,
    /// so that a column needs no copy for every tap of the kernel.
    /// </summary>
    internal ConvolutionSizes Upright => Height == 1 && KernelHeight == 1 && OutputHeight == 1 && PaddingTop == 0
        ? new(Channels, Width, 1, Filters, KernelWidth, 1, StrideWidth, 1, PaddingLeft, 0, DilationWidth, 1, Groups, OutputWidth, 1)
        : this;
}
