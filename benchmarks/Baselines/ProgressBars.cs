using Spectre.Console;

namespace NetGen.Baselines;

/// <summary>How far every line has come.</summary>
internal static class ProgressBars
{
    public static Result[] Show(IReadOnlyList<Baseline> lines, Func<Action<Baseline>, Result[]> work) =>
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(context =>
        {
            Dictionary<Baseline, ProgressTask> tasks = lines.ToDictionary(
                line => line, line => context.AddTask($"{line.Set} {line.Shape}", maxValue: line.Epochs * BaselineTable.Seeds.Count));
            return work(line => tasks[line].Increment(1));
        });
}
