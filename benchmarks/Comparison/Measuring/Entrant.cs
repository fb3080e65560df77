using System.Diagnostics;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Measuring;

/// <summary>A contestant with its measurements.</summary>
internal sealed class Entrant : IDisposable
{
    // After the others have had the caches, the first calls fetch everything anew.
    private const int Unmeasured = 10;

    private const double Faster = 0.95;

    // The best one counts: an interruption spoils a burst and no round. On a machine that is shared most bursts may be spoiled.
    private const int Bursts = 10;

    private readonly IRun run;
    private readonly Pace pace;
    private readonly List<double> tail = [];
    private double nanoseconds;
    private TimeSpan wall;
    private TimeSpan processor;

    /// <summary>Warms up.</summary>
    /// <param name="name">The contestant.</param>
    /// <param name="run">Its run.</param>
    /// <param name="pace">How long to measure.</param>
    public Entrant(string name, IRun run, Pace pace)
    {
        Name = name;
        this.run = run;
        this.pace = pace;
        nanoseconds = WarmUp.Of(run, pace);
    }

    public string Name { get; }

    /// <summary>Nanoseconds per call, round by round; a slow contestant has fewer than others.</summary>
    public List<double> Times { get; } = [];

    /// <summary>Nanoseconds of single calls.</summary>
    public IReadOnlyList<double> Tail => tail;

    /// <summary>The processor time that this process had of the time it was measured for: of one core, where it uses one.</summary>
    public double Presence => processor / wall;

    private int Calls => WarmUp.Calls(nanoseconds, pace);

    private int MostRounds => (int)Math.Clamp(pace.Longest.TotalNanoseconds / (Bursts * nanoseconds * Calls), 1, int.MaxValue);

    private int TailCalls => (int)Math.Min(pace.Tail, 20 * pace.Burst.TotalNanoseconds / nanoseconds);

    /// <summary>Warms up again, while optimized code may still be on its way.</summary>
    /// <returns>Whether it was.</returns>
    public bool WarmUpAgain()
    {
        double before = nanoseconds;
        nanoseconds = WarmUp.Of(run, pace with { WarmUp = pace.WarmUp / 2 });
        return nanoseconds < Faster * before;
    }

    /// <summary>One round.</summary>
    /// <param name="withTail">Whether single calls are timed as well.</param>
    public void Measure(bool withTail)
    {
        if (Times.Count >= MostRounds)
        {
            return;
        }

        int calls = Calls;
        if (calls > 1)
        {
            run.Measure(Math.Max(1, calls / Unmeasured));
        }

        long start = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        Times.Add(Enumerable.Range(0, Bursts).Min(_ => run.Measure(calls)));
        processor += Environment.CpuUsage.TotalTime - used;
        wall += Stopwatch.GetElapsedTime(start);
        if (withTail)
        {
            double[] single = new double[TailCalls];
            run.Latencies(single);
            tail.AddRange(single);
        }
    }

    public void Dispose() => run.Dispose();
}
