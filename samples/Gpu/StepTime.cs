using System.Diagnostics;

namespace NetGen.Samples.Gpu;

/// <summary>How long a step takes: the medians of rounds in which everybody is measured once.</summary>
internal static class StepTime
{
    private const int MostRounds = 9;
    private const int LeastRounds = 3;
    private static readonly TimeSpan burst = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan enough = TimeSpan.FromSeconds(3);

    /// <summary>Measures several kinds of steps against each other.</summary>
    /// <param name="kinds">What does a number of steps, and waits for the last.</param>
    /// <returns>The time of one step of each.</returns>
    public static TimeSpan[] Of(Action<int>[] kinds)
    {
        int[] steps = [.. kinds.Select(StepsOfABurst)];
        TimeSpan[][] times = [.. kinds.Select(_ => new TimeSpan[MostRounds])];
        long start = Stopwatch.GetTimestamp();
        int rounds = 0;
        while (rounds < LeastRounds || (rounds < MostRounds && Stopwatch.GetElapsedTime(start) < enough))
        {
            for (int kind = 0; kind < kinds.Length; kind++)
            {
                times[kind][rounds] = Time(kinds[kind], steps[kind]) / steps[kind];
            }

            rounds++;
        }

        return [.. times.Select(all => all[..rounds].Order().ElementAt(rounds / 2))];
    }

    /// <summary>So many that they take long enough to be timed; the first ones warm.</summary>
    private static int StepsOfABurst(Action<int> kind)
    {
        int steps = 1;
        while (Time(kind, steps) < burst)
        {
            steps *= 2;
        }

        return steps;
    }

    private static TimeSpan Time(Action<int> kind, int steps)
    {
        long start = Stopwatch.GetTimestamp();
        kind(steps);
        return Stopwatch.GetElapsedTime(start);
    }
}
