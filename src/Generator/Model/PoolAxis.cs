namespace NetGen.Generator;

/// <summary>A window along one axis.</summary>
internal readonly record struct PoolAxis(int Size, int Kernel, int Stride, int Padding)
{
    /// <summary>⌊(size + 2·padding − kernel)/stride⌋ + 1.</summary>
    public int Output => (int)(Travel / Stride) + 1;

    /// <summary>How far the window can move.</summary>
    public long Travel => Padded - Kernel;

    /// <summary>The size with its padding.</summary>
    public long Padded => Size + (2L * Padding);

    /// <summary>How many elements at the end no window reaches.</summary>
    public long Unread => Size + (long)Padding - (((Output - 1L) * Stride) + Kernel);

    /// <summary>An axis that one window covers.</summary>
    public static PoolAxis Whole(int size) => new(size, size, 1, 0);
}
