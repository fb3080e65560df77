using System.Diagnostics;
using NetGen.Data;

namespace NetGen.Samples;

/// <summary>How long one row takes.</summary>
internal static class Latency
{
    /// <summary>The median of 101 rounds of 100 predictions, each of one row.</summary>
    public static TimeSpan Of(INetwork<float> net, IExamples<float> examples)
    {
        float[] pixels = new float[Digits.InputSize];
        float[] probabilities = new float[Digits.OutputSize];
        examples.Read([0], pixels, [], new int[1]);
        var rounds = new TimeSpan[101];
        for (int round = 0; round < rounds.Length; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < 100; call++)
            {
                net.Forward(pixels, probabilities);
            }

            rounds[round] = Stopwatch.GetElapsedTime(start) / 100;
        }

        Array.Sort(rounds);
        return rounds[rounds.Length / 2];
    }
}
