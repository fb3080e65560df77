using System.Diagnostics;

namespace NetGen.Comparison.Measuring;

/// <summary>The clock that single calls are timed by.</summary>
internal static class Clock
{
    private const int Readings = 2001;

    /// <summary>What it measures of nothing, in the median.</summary>
    public static double Nanoseconds { get; } = Enumerable.Range(0, Readings).Select(_ => -(double)Stopwatch.GetTimestamp() + Stopwatch.GetTimestamp()).Median() * 1e9 / Stopwatch.Frequency;
}
