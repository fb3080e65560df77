namespace NetGen.Kernels;

/// <summary>
/// What the taps of a kernel meet along one axis: forward the output's index i meets the input's i·stride + t·dilation −
/// padding; backward the input's index meets the output's, where the stride divides.
/// </summary>
internal readonly struct ShiftedAxis
{
    private readonly int stride;
    private readonly int dilation;
    private readonly int padding;
    private readonly bool isBackward;

    private ShiftedAxis(int kernel, int stride, int dilation, int padding, bool isBackward)
    {
        Kernel = kernel;
        this.stride = stride;
        this.dilation = dilation;
        this.padding = padding;
        this.isBackward = isBackward;
    }

    /// <summary>An axis along which every index meets itself.</summary>
    public static ShiftedAxis Line => new(kernel: 1, stride: 1, dilation: 1, padding: 0, isBackward: true);

    /// <summary>The taps.</summary>
    public int Kernel { get; }

    /// <summary>What one index more moves all taps by. Backward, the indices of one phase count one by one.</summary>
    public int Step => isBackward ? 1 : stride;

    /// <summary>The rows of a convolution.</summary>
    public static ShiftedAxis Rows(in ConvolutionSizes sizes, bool isBackward) =>
        new(sizes.KernelHeight, sizes.StrideHeight, sizes.DilationHeight, sizes.PaddingTop, isBackward);

    /// <summary>The columns of a convolution.</summary>
    public static ShiftedAxis Columns(in ConvolutionSizes sizes, bool isBackward) =>
        new(sizes.KernelWidth, sizes.StrideWidth, sizes.DilationWidth, sizes.PaddingLeft, isBackward);

    /// <summary>What tap <paramref name="tap"/> meets at index 0.</summary>
    public int Shift(int tap)
    {
        int forward = tap * dilation - padding;
        return isBackward ? (Phase(tap) - forward) / stride : forward;
    }

    /// <summary>Backward, which of the input's indices modulo the stride a tap meets.</summary>
    public int Phase(int tap)
    {
        int remainder = (tap * dilation - padding) % stride;
        return remainder < 0 ? remainder + stride : remainder;
    }
}
