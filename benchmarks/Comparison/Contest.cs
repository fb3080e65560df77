using NetGen.Comparison.Contestants;
using NetGen.Comparison.Floors;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison;

/// <summary>One work on one network, by everybody who does it: rounds in which everybody is measured once.</summary>
/// <param name="Workload">The network.</param>
/// <param name="Work">What is timed.</param>
/// <param name="Floor">The least time, measured in the same rounds.</param>
/// <param name="Standings">Who was measured.</param>
/// <param name="Refused">Who was not, and why.</param>
internal sealed record Contest(Workload Workload, Work Work, Floor Floor, IReadOnlyList<Standing> Standings, IReadOnlyList<Refusal> Refused)
{
    /// <summary>NetGen's standing; null where it was refused.</summary>
    public Standing? NetGen => Standings.FirstOrDefault(standing => standing.Name == CompiledContestant.ItsName);

    /// <summary>How many times NetGen is as fast as another: the median of the rounds that both were measured in.</summary>
    public double? Ratio(Standing other) => NetGen is null ? null : other.Times.Zip(NetGen.Times, (theirs, ours) => theirs / ours).Median();

    /// <summary>Runs the rounds.</summary>
    /// <param name="workload">The network.</param>
    /// <param name="work">What is timed.</param>
    /// <param name="contestants">Who takes part.</param>
    /// <param name="settings">The rounds and how they are run.</param>
    /// <param name="report">Told what is being done, and the share that is done.</param>
    /// <param name="cancellation">Looked at between measurements.</param>
    public static Contest Run(
        Workload workload, Work work, IEnumerable<IPeer> contestants, ContestSettings settings, Action<string, double> report, CancellationToken cancellation)
    {
        using var run = new ContestRun(workload, work, settings, report, cancellation);
        return run.Of(contestants);
    }
}

/// <summary>How a contest is run.</summary>
/// <param name="Rounds">How often everybody is measured.</param>
/// <param name="Threads">The threads of a contestant, at most.</param>
/// <param name="Seed">The seed of parameters and data.</param>
/// <param name="Pace">How long a measurement takes.</param>
/// <param name="ChecksTraining">Whether training steps are held against the plain loop, which takes its time.</param>
/// <param name="TimesSingly">Whether single calls are timed whatever the work.</param>
internal sealed record ContestSettings(int Rounds, int Threads, ulong Seed, Pace Pace, bool ChecksTraining = true, bool TimesSingly = false);

/// <summary>What was measured of a contestant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Times">Nanoseconds per call, round by round.</param>
/// <param name="Tail">Nanoseconds of single calls, of all rounds; empty where they were not asked for.</param>
/// <param name="Presence">The processor time that this process had, as a share of the time.</param>
internal sealed record Standing(string Name, IReadOnlyList<double> Times, IReadOnlyList<double> Tail, double Presence = 1);

/// <summary>Why a contestant was not timed.</summary>
internal sealed record Refusal(string Name, string Reason);
