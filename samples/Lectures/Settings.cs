namespace NetGen.Samples.Lectures;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>The demonstrations to run; none for the menu.</summary>
    public IReadOnlyList<IDemonstration> Demonstrations { get; init; } = [];

    /// <summary>Where the pictures go.</summary>
    public string Folder { get; init; } = "lectures";

    /// <summary>The seed of everything that is drawn at random.</summary>
    public ulong Seed { get; init; } = 1;
}
