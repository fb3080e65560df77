using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Measuring;

/// <summary>Brings a run to its full speed.</summary>
internal static class WarmUp
{
    private const int Patience = 8;
    private const int LongestFactor = 10;

    /// <summary>Calls until the time of a call no longer falls.</summary>
    /// <param name="run">The run.</param>
    /// <param name="pace">How long at least; at most ten times as long.</param>
    /// <returns>The nanoseconds that a call takes now.</returns>
    public static double Of(IRun run, Pace pace)
    {
        double spent = 0;
        int calls = 1;
        int sinceFall = 0;
        double best = double.PositiveInfinity;
        while (spent < LongestFactor * pace.WarmUp.TotalNanoseconds && (spent < pace.WarmUp.TotalNanoseconds || sinceFall < Patience))
        {
            double time = run.Measure(calls);
            spent += time * calls;
            sinceFall = time < 0.98 * best ? 0 : sinceFall + 1;
            best = Math.Min(best, time);
            calls = Calls(best, pace);
        }

        return best;
    }

    /// <summary>The calls that make a measurement.</summary>
    public static int Calls(double nanoseconds, Pace pace) => (int)Math.Clamp(Math.Ceiling(pace.Burst.TotalNanoseconds / nanoseconds), 1, 1 << 24);
}
