namespace NetGen;

/// <summary>What every pooling of signals has: a window that moves along each channel [length].</summary>
/// <remarks>
/// The output has ⌊(length + 2·padding − kernel)/stride⌋ + 1 elements per channel. A stride that leaves elements at
/// the end unread is refused, unless <see cref="Truncate"/> accepts it.
/// </remarks>
public abstract class Pool1DAttribute : LayerAttribute
{
    private protected Pool1DAttribute(int kernel) => Kernel = kernel;

    /// <summary>The elements of the window.</summary>
    public int Kernel { get; }

    /// <summary>How far the window moves, at least 1. By default its own size, so that windows touch.</summary>
    public int Stride { get; set; }

    /// <summary>The elements that are added at both ends, at most half of the kernel. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>Whether elements at the end that fill no window may stay unread. Default false.</summary>
    public bool Truncate { get; set; }
}
