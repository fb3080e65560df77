using NetGen.Data;

namespace NetGen.Samples.Audio;

/// <summary>A sound cut into windows, each to be learned from silence on.</summary>
internal static class Windows
{
    /// <summary>The samples of a window: 5 ms.</summary>
    public const int Length = 240;

    public static Examples<float> Of(float[] clean, float[] amplified) => new(clean.Length / Length, clean, amplified);
}
