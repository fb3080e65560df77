namespace NetGen.Kernels;

/// <summary>What a PReLU computes: y = x where x > 0, else a·x, with an a for every channel.</summary>
/// <param name="channels">The slopes, at least 1; what belongs to each lies together.</param>
/// <param name="pixels">The elements that share a slope, at least 1.</param>
public readonly struct PReLUSizes(int channels, int pixels)
{
    internal readonly int Channels = channels;
    internal readonly int Pixels = pixels;

    /// <summary>The elements of an example.</summary>
    internal int Elements => Channels * Pixels;
}
