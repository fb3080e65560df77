using NetGen.Comparison.Contestants;
using NetGen.Comparison.Floors;
using NetGen.Comparison.Measuring;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison;

/// <summary>A contest while it runs. Who fails, at whatever point, is named as refused, and the others go on.</summary>
internal sealed class ContestRun(Workload workload, Work work, ContestSettings settings, Action<string, double> report, CancellationToken cancellation) : IDisposable
{
    private const int MostRehearsals = 5;

    private readonly int rows = workload.Rows(work);
    private readonly List<Entrant> entrants = [];
    private readonly List<Refusal> refused = [];

    public Contest Of(IEnumerable<IPeer> contestants)
    {
        var floor = new Floor(workload, work, rows, settings.Threads);
        Admit(contestants);
        Rehearse();
        for (int round = 0; round < settings.Rounds; round++)
        {
            floor.Measure();
            Measure(round);
        }

        return new(workload, work, floor, [.. entrants.Select(entrant => new Standing(entrant.Name, entrant.Times, entrant.Tail, entrant.Presence))], refused);
    }

    public void Dispose() => entrants.ForEach(entrant => entrant.Dispose());

    private void Admit(IEnumerable<IPeer> contestants)
    {
        report("the reference computes what is expected", 0);
        Problem problem = Problems.Of(workload, rows, settings.Seed);
        float[] row = problem.Inputs[..workload.Network.InputSize];
        var expected = new Expected(workload, problem, row);
        FirstSteps? steps = work == Work.Train && settings.ChecksTraining ? new FirstSteps(workload, rows, problem) : null;
        foreach (IPeer contestant in contestants)
        {
            IRun? run = null;
            bool admitted = Attempt(contestant.Name, "warms up", 0, () =>
            {
                run = contestant.Prepare(workload, work, rows, settings.Threads, problem);
                string? reason = run is null ? "does not do this"
                    : (expected.Misfit(run.Predict(row)) ?? steps?.Misfit(run)) is string misfit ? $"computes something else and is not timed: {misfit}"
                    : null;
                if (reason is null)
                {
                    entrants.Add(new Entrant(contestant.Name, run!, settings.Pace));
                }
                else
                {
                    refused.Add(new(contestant.Name, reason));
                }
            });
            if (!admitted || refused.Any(refusal => refusal.Name == contestant.Name))
            {
                run?.Dispose();
            }
        }
    }

    /// <summary>Warms everybody up again who is still becoming faster: optimized code arrives late on a busy machine.</summary>
    private void Rehearse()
    {
        List<Entrant> unsettled = [.. entrants];
        for (int again = 0; again < MostRehearsals && unsettled.Count > 0; again++)
        {
            unsettled = [.. unsettled.Where(entrant =>
            {
                bool faster = false;
                return Attempt(entrant, "warms up again", 0, () => faster = entrant.WarmUpAgain()) && faster;
            })];
        }
    }

    private void Measure(int round)
    {
        Entrant[] order = [.. entrants.Select((_, index) => entrants[(index + round) % entrants.Count])]; // nobody always follows the same one
        foreach ((int index, Entrant entrant) in order.Index())
        {
            Attempt(entrant, $"round {round + 1} of {settings.Rounds}", (round + index / (double)order.Length) / settings.Rounds, () => entrant.Measure(withTail: work.HasTail() || settings.TimesSingly));
        }
    }

    private bool Attempt(Entrant entrant, string what, double share, Action action)
    {
        bool done = Attempt(entrant.Name, what, share, action);
        if (!done)
        {
            entrants.Remove(entrant);
            entrant.Dispose();
        }

        return done;
    }

    private bool Attempt(string name, string what, double share, Action action)
    {
        cancellation.ThrowIfCancellationRequested();
        report($"{name}, {what}", share);
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Other people's code may fail in any way. What is cancelled is ended together with its own processes.
            cancellation.ThrowIfCancellationRequested();
            refused.Add(new(name, $"failed: {exception.Message}"));
            return false;
        }
    }
}
