using System.Diagnostics;

namespace NetGen.Comparison.Peers;

/// <summary>Settings of a peer that are faster in one task or on one machine and slower in another are tried out.</summary>
internal static class Trial
{
    private const int Rounds = 15;
    private const double RoundNanoseconds = 200_000;
    private const int MostCalls = 1000;

    // From the second round on: waiting that goes wrong takes a thousand times as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Makes the run that takes the shortest time over all, measured in turns; what was tried is thrown away, for it may have trained.</summary>
    public static IRun Fastest(params ReadOnlySpan<Func<IRun>> makers)
    {
        var runs = new IRun[makers.Length];
        double[] times = new double[makers.Length];
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = makers[i]();
        }

        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < Rounds && (round < 2 || Stopwatch.GetElapsedTime(start) < Patience); round++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                int calls = (int)Math.Clamp(RoundNanoseconds / runs[i].Measure(calls: 1), 1, MostCalls);
                times[i] += runs[i].Measure(calls);
            }
        }

        foreach (IRun run in runs)
        {
            run.Dispose();
        }

        return makers[Array.IndexOf(times, times.Min())]();
    }
}
