namespace NetGen.Samples.Tabular.Tests;

/// <summary>Numbers without a pattern, the same on every machine.</summary>
internal static class Noise
{
    /// <summary>From −1 to 1.</summary>
    public static float Of(int row, int column)
    {
        uint bits = ((uint)row * 7919 + (uint)column * 104729 + 1) * 2654435761;
        bits = (bits ^ (bits >> 15)) * 2246822519;
        bits = (bits ^ (bits >> 13)) * 3266489917;
        return (bits ^ (bits >> 16)) / (float)uint.MaxValue * 2 - 1;
    }
}
