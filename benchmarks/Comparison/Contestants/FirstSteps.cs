using NetGen.Comparison.Contestants.Plain;
using NetGen.Comparison.Peers;

namespace NetGen.Comparison.Contestants;

/// <summary>
/// How the outputs move in the first training steps, by the plain loop. It shows that a contestant takes the steps it
/// is timed for: rounding moves them by far less than the share that is allowed, a missing part by more.
/// </summary>
internal sealed class FirstSteps
{
    private const double Allowed = 0.02;
    private const int WatchedRows = 16;

    private readonly float[][] rows;
    private readonly double[] moves;

    public FirstSteps(Workload workload, int rowsPerStep, Problem problem)
    {
        rows = [.. problem.Inputs.Chunk(workload.Network.InputSize).Take(WatchedRows)];
        Steps = problem.Rows / rowsPerStep;
        using IRun plain = new PlainContestant().Prepare(workload, Work.Train, rowsPerStep, threads: 1, problem)!;
        moves = Moves(plain);
    }

    /// <summary>The steps: one for every batch of the problem.</summary>
    private int Steps { get; }

    /// <summary>Takes the steps and says how their effect differs, or null where it does not.</summary>
    public string? Misfit(IRun run)
    {
        double[] theirs = Moves(run);
        double off = Norm(theirs.Zip(moves, (a, b) => a - b)) / Norm(moves);
        return off <= Allowed ? null
            : FormattableString.Invariant($"{Steps} steps move its outputs by {Norm(theirs):G3}, those of the plain loop by {Norm(moves):G3}, and the difference is {100 * off:F1} % of that; {100 * Allowed} % are allowed");
    }

    private double[] Moves(IRun run)
    {
        double[] before = Outputs(run);
        run.Measure(Steps);
        return [.. Outputs(run).Zip(before, (now, then) => now - then)];
    }

    private double[] Outputs(IRun run) => [.. rows.SelectMany(row => run.Predict(row)).Select(output => (double)output)];

    private static double Norm(IEnumerable<double> numbers) => Math.Sqrt(numbers.Sum(number => number * number));
}
