using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Measuring;

/// <summary>Brings a run to its full speed.</summary>
internal static class WarmUp
{
    private const double Falls = 0.98;
    private const double Patience = 0.6;
    private const double Longest = 10;

    /// <summary>Calls until the time of a call has not fallen for a while: optimized code arrives in several steps.</summary>
    /// <param name="run">The run.</param>
    /// <param name="pace">How long at least; at most ten times as long.</param>
    /// <returns>The nanoseconds that a call takes now.</returns>
    public static double Of(IRun run, Pace pace)
    {
        double spent = 0;
        int calls = 1;
        double sinceFall = 0;
        double best = double.PositiveInfinity;
        double least = pace.WarmUp.TotalNanoseconds;
        while (spent < Longest * least && (spent < least || sinceFall < Patience * least))
        {
            double time = run.Measure(calls);
            spent += time * calls;
            sinceFall = time < Falls * best ? 0 : sinceFall + time * calls;
            best = Math.Min(best, time);
            calls = Calls(best, pace);
        }

        return best;
    }

    /// <summary>The calls that make a measurement.</summary>
    public static int Calls(double nanoseconds, Pace pace) => (int)Math.Clamp(Math.Ceiling(pace.Burst.TotalNanoseconds / nanoseconds), 1, 1 << 24);
}
