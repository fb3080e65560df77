using NetGen.Comparison.Contestants;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Sweeping;

/// <summary>What was measured of a random perceptron.</summary>
/// <param name="Workload">The network.</param>
/// <param name="Row">The nanoseconds of predicting one row.</param>
/// <param name="RowRatio">How many times as fast as ONNX Runtime that is; null where there is none.</param>
/// <param name="Step">The nanoseconds of a training step.</param>
/// <param name="OfPeak">The share of the FMA peak that the training step reaches.</param>
/// <param name="LeastOfPeak">The same in the fastest of many single steps, which nobody disturbed.</param>
/// <param name="OfFloor">The share of its floor.</param>
/// <param name="Presence">The processor time that the training step had, as a share of the time.</param>
internal sealed record Swept(Workload Workload, double Row, double? RowRatio, double Step, double OfPeak, double LeastOfPeak, double OfFloor, double Presence);

/// <summary>Random perceptrons, each against its floor and against ONNX Runtime.</summary>
internal static class Sweep
{
    private const int Rounds = 5;
    private const int CompiledAtOnce = 10;

    // The most of a round; long steps are timed fewer times.
    private const int Singles = 500;

    /// <summary>Compiles and measures.</summary>
    /// <param name="workloads">The networks.</param>
    /// <param name="rival">Whom prediction is compared with; null where it is missing.</param>
    /// <param name="settings">The seed, the threads and the pace; the rounds are five.</param>
    /// <param name="report">Told what is being done, and the share that is done.</param>
    /// <param name="cancellation">Looked at between measurements.</param>
    /// <exception cref="SweepException">A network was not measured; the message says why.</exception>
    public static IReadOnlyList<Swept> Run(
        IReadOnlyCollection<Workload> workloads, IPeer? rival, ContestSettings settings, Action<string, double> report, CancellationToken cancellation)
    {
        // All are compiled before the first one is measured: the compiler would be in the way.
        Dictionary<string, Type> classes = [];
        foreach (Workload[] some in workloads.Chunk(CompiledAtOnce))
        {
            report($"{classes.Count} of {workloads.Count} compiled", 0);
            foreach ((string name, Type type) in HostedCompiler.Compile(some, cancellation))
            {
                classes.Add(name, type);
            }
        }

        using var netGen = new HostedContestant(classes);
        List<Swept> swept = [];
        foreach (Workload workload in workloads)
        {
            report($"{workload.Name} of {workloads.Count}, {workload.Shape}", swept.Count / (double)workloads.Count);
            swept.Add(One(workload, netGen, rival, settings with { Rounds = Rounds, ChecksTraining = false }, cancellation));
        }

        return swept;
    }

    private static Swept One(Workload workload, HostedContestant netGen, IPeer? rival, ContestSettings settings, CancellationToken cancellation)
    {
        Contest row = Contest.Run(workload, Work.PredictRow, rival is null ? [netGen] : [netGen, rival], settings, (_, _) => { }, cancellation);
        ContestSettings singly = settings with { TimesSingly = true, Pace = settings.Pace with { Tail = Singles } };
        Contest step = Contest.Run(workload, Work.Train, [netGen], singly, (_, _) => { }, cancellation);
        Standing ours = row.NetGen ?? throw Refused(row);
        Standing trained = step.NetGen ?? throw Refused(step);
        Standing? theirs = row.Standings.FirstOrDefault(standing => standing != ours);
        return new(
            workload, ours.Times.Median(), theirs is null ? null : row.Ratio(theirs),
            trained.Times.Median(), step.Floor.Arithmetic / trained.Times.Median(), step.Floor.Arithmetic / trained.Times.Concat(trained.Tail).Min(), step.Floor.Nanoseconds / trained.Times.Median(), trained.Presence);
    }

    private static SweepException Refused(Contest contest)
    {
        Refusal refusal = contest.Refused.First(refusal => refusal.Name == CompiledContestant.ItsName);
        return new($"{contest.Workload.Shape} was not measured: NetGen {refusal.Reason}.");
    }
}
