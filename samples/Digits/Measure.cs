using System.Diagnostics;

namespace NetGen.Samples;

/// <summary>What is said of a trained network.</summary>
internal static class Measure
{
    /// <summary>The share of images whose most probable digit is the right one.</summary>
    public static double Accuracy(Digits net, ImageSet data)
    {
        float[] probabilities = new float[data.Count * Digits.OutputSize];
        net.Forward(data.Pixels, probabilities);
        int right = 0;
        for (int row = 0; row < data.Count; row++)
        {
            float[] digits = probabilities[(row * Digits.OutputSize)..((row + 1) * Digits.OutputSize)];
            right += Array.IndexOf(digits, digits.Max()) == data.Labels[row] ? 1 : 0;
        }

        return (double)right / data.Count;
    }

    /// <summary>The time to predict one row: the median of 101 rounds of 100 calls.</summary>
    public static TimeSpan Latency(Digits net, ImageSet data)
    {
        float[] probabilities = new float[Digits.OutputSize];
        var rounds = new TimeSpan[101];
        for (int round = 0; round < rounds.Length; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < 100; call++)
            {
                net.Forward(data.Pixels.AsSpan(call % data.Count * Digits.InputSize, Digits.InputSize), probabilities);
            }

            rounds[round] = Stopwatch.GetElapsedTime(start) / 100;
        }

        Array.Sort(rounds);
        return rounds[rounds.Length / 2];
    }
}
