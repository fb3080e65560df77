using Spectre.Console;

namespace NetGen.Comparison.Reporting;

/// <summary>Shows how far the work is: a bar on a terminal, nothing where the output goes elsewhere.</summary>
internal static class ProgressView
{
    /// <summary>Runs work that reports what it does and its share.</summary>
    public static T Show<T>(IAnsiConsole console, string title, Func<Action<string, double>, T> work)
    {
        if (console.Profile.Capabilities is not { Ansi: true, Interactive: true })
        {
            return work((_, _) => { });
        }

        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                return work((text, share) =>
                {
                    bar.Description = Markup.Escape($"{title}: {text}");
                    bar.Value = share;
                });
            });
    }
}
