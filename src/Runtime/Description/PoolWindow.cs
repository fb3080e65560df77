namespace NetGen;

/// <summary>
/// What a pooling reads and gives, whatever the rank of its input: a signal is an image of one row, and a global
/// pooling has a kernel as large as its input.
/// </summary>
internal readonly record struct PoolWindow(int Channels, PoolAxis Rows, PoolAxis Columns)
{
    /// <summary>The elements of a window, its padding included.</summary>
    public long Elements => (long)Rows.Kernel * Columns.Kernel;
}

/// <summary>A window along one axis.</summary>
internal readonly record struct PoolAxis(int Size, int Kernel, int Stride, int Padding)
{
    /// <summary>⌊(size + 2·padding − kernel)/stride⌋ + 1.</summary>
    public int Output => (int)((Size + 2L * Padding - Kernel) / Stride) + 1;

    /// <summary>How many elements at the end no window reaches.</summary>
    public long Unread => (long)Size + Padding - ((Output - 1L) * Stride + Kernel);

    /// <summary>The first element of a window; before the first of the axis where that lies in the padding.</summary>
    public int Start(int window) => window * Stride - Padding;

    /// <summary>An axis that one window covers.</summary>
    public static PoolAxis Whole(int size) => new(size, size, 1, 0);
}
