using System.Diagnostics;

namespace NetGen.Samples.Audio;

/// <summary>Sound through a network, sample by sample, as an audio program would call it.</summary>
internal static class Stream
{
    public static float[] Through(IStreamingNetwork<float> network, float[] sound)
    {
        var state = new float[network.StateSize];
        var output = new float[sound.Length];
        for (int sample = 0; sample < sound.Length; sample++)
        {
            network.Step(sound.AsSpan(sample, 1), state, output.AsSpan(sample, 1));
        }

        return output;
    }

    /// <summary>The time that a sample takes, of some rounds through a sound the shortest.</summary>
    public static TimeSpan TimePerSample(IStreamingNetwork<float> network, float[] sound)
    {
        const int Rounds = 5;
        return Enumerable.Range(0, Rounds).Min(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            Through(network, sound);
            return Stopwatch.GetElapsedTime(start);
        }) / sound.Length;
    }
}
