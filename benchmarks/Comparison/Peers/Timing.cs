using System.Diagnostics;

namespace NetGen.Comparison.Peers;

/// <summary>Times the calls of a run in this process.</summary>
internal static class Timing
{
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    /// <summary>Nanoseconds per call, over calls in a row.</summary>
    public static double Measure<TCall>(TCall run, int calls)
        where TCall : ICall
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            run.Call();
        }

        return (Stopwatch.GetTimestamp() - start) * NanosecondsPerTick / calls;
    }

    /// <summary>Nanoseconds of single calls.</summary>
    public static void Latencies<TCall>(TCall run, Span<double> nanoseconds)
        where TCall : ICall
    {
        foreach (ref double each in nanoseconds)
        {
            long start = Stopwatch.GetTimestamp();
            run.Call();
            each = (Stopwatch.GetTimestamp() - start) * NanosecondsPerTick;
        }
    }
}
