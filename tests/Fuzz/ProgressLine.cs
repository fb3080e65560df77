using System.Diagnostics;

namespace NetGen.Fuzz;

/// <summary>Says every few seconds how far a run is.</summary>
internal sealed class ProgressLine(IReader reader, long inputs)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly long start = Stopwatch.GetTimestamp();
    private long said = Stopwatch.GetTimestamp();

    public void Show(Tally tally)
    {
        if (Stopwatch.GetElapsedTime(said) >= Pause)
        {
            said = Stopwatch.GetTimestamp();
            double perSecond = tally.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.Error.WriteLine(FormattableString.Invariant($"{reader.Name}: {tally.Count:N0} of {inputs:N0}, {perSecond:N0} per second"));
        }
    }
}
