using NetGen.Comparison.Peers;
using NetGen.Reference;

namespace NetGen.Comparison.Contestants;

/// <summary>The interpreted network that compiled ones are held against. It is there to be right, not fast.</summary>
internal sealed class ReferenceContestant : IPeer
{
    // A training step that records more multiply-adds than this on its tape takes many seconds.
    private const long MostRecorded = 20_000_000;

    public string Name => "reference";

    public string Version => "interpreted, gradients by a tape";

    public IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem)
    {
        NetworkDescription description = workload.Network;
        return work == Work.Step || (work == Work.Train && description.MultiplyAdds * rows > MostRecorded)
            ? null
            : NetworkTasks.Prepare(new AnyCallable(new ReferenceNetwork<float>(description)), work, rows, threads: 1, problem);
    }

    public void Dispose()
    {
    }
}
