namespace NetGen.Samples.Gpu;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>The most digits that are drawn for training; those beyond are for testing.</summary>
    public const int MostImages = 200_000;

    /// <summary>Where to train; null for the first GPU.</summary>
    public DeviceKind? Device { get; init; }

    /// <summary>Whether to compare the times of a step instead of training.</summary>
    public bool Crossover { get; init; }

    /// <summary>How many digits to draw for training; a sixth of that for testing.</summary>
    public int Images { get; init; } = 60_000;

    /// <summary>How often to go through the images.</summary>
    public int Epochs { get; init; } = 10;

    public int BatchSize { get; init; } = 256;

    /// <summary>The threads on the CPU, which the device is compared with.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Of the drawings, the initial weights and the order of training.</summary>
    public ulong Seed { get; init; } = 1;
}
