namespace NetGen;

/// <summary>What every pooling of images has: a window that moves over each channel [height, width].</summary>
/// <remarks>
/// Along each axis the output has ⌊(size + 2·padding − kernel)/stride⌋ + 1 elements. A stride that leaves rows or
/// columns at the end unread is refused, unless <see cref="Truncate"/> accepts it.
/// </remarks>
public abstract class Pool2DAttribute : LayerAttribute
{
    private protected Pool2DAttribute(int kernelHeight, int kernelWidth)
    {
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>The rows of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>The columns of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>How far the window moves along both axes, at least 1. By default its own size, so that windows touch.</summary>
    public int Stride { get; set; }

    /// <summary>How many rows the window moves; before <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>How many columns the window moves; before <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>The rows above and below and the columns left and right that are added, at most half of the kernel. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>The rows above and below that are added; before <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>The columns left and right that are added; before <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Whether rows and columns at the end that fill no window may stay unread. Default false.</summary>
    public bool Truncate { get; set; }
}
