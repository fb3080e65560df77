namespace NetGen.Samples.Audio;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>Where the sound files go.</summary>
    public string Folder { get; init; } = "audio";

    public int Epochs { get; init; } = 40;

    /// <summary>Of the initial weights, the order of training and the notes that are played.</summary>
    public ulong Seed { get; init; } = 1;
}
