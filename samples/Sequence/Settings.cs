namespace NetGen.Samples.Sequence;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>A file of separated values with a header; null to make up a series.</summary>
    public string? Data { get; init; }

    /// <summary>The column of the file; null for the last.</summary>
    public string? Column { get; init; }

    public Model Model { get; init; } = Model.All[0];

    public int Epochs { get; init; } = 20;

    /// <summary>Of the series, the initial weights and the order of training.</summary>
    public ulong Seed { get; init; } = 1;
}
