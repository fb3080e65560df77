using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Measuring;

/// <summary>A contestant with its measurements.</summary>
internal sealed class Entrant : IDisposable
{
    // After the others have had the caches, the first calls fetch everything anew.
    private const int Unmeasured = 10;

    private readonly IRun run;
    private readonly Pace pace;
    private readonly int calls;
    private readonly int rounds;
    private readonly List<double> tail = [];

    /// <summary>Warms up.</summary>
    /// <param name="name">The contestant.</param>
    /// <param name="run">Its run.</param>
    /// <param name="pace">How long to measure.</param>
    public Entrant(string name, IRun run, Pace pace)
    {
        Name = name;
        this.run = run;
        this.pace = pace;
        double nanoseconds = WarmUp.Of(run, pace);
        calls = WarmUp.Calls(nanoseconds, pace);
        rounds = (int)Math.Clamp(pace.Longest.TotalNanoseconds / (nanoseconds * calls), 1, int.MaxValue);
        TailCalls = (int)Math.Min(pace.Tail, 20 * pace.Burst.TotalNanoseconds / nanoseconds);
    }

    public string Name { get; }

    /// <summary>Nanoseconds per call, round by round; a slow contestant has fewer than others.</summary>
    public List<double> Times { get; } = [];

    /// <summary>Nanoseconds of single calls.</summary>
    public IReadOnlyList<double> Tail => tail;

    private int TailCalls { get; }

    /// <summary>One round.</summary>
    /// <param name="withTail">Whether single calls are timed as well.</param>
    public void Measure(bool withTail)
    {
        if (Times.Count >= rounds)
        {
            return;
        }

        if (calls > 1)
        {
            run.Measure(Math.Max(1, calls / Unmeasured));
        }

        Times.Add(run.Measure(calls));
        if (withTail)
        {
            double[] single = new double[TailCalls];
            run.Latencies(single);
            tail.AddRange(single);
        }
    }

    public void Dispose() => run.Dispose();
}
