using NetGen.Samples.Charts;
using Spectre.Console;
using Panel = NetGen.Samples.Charts.Panel;

namespace NetGen.Samples.Sequence;

/// <summary>Two lines over time in a terminal: what came, and what was predicted.</summary>
internal static class Chart
{
    private const int Steps = 86;

    public static void Show(IAnsiConsole console, ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        int shown = Math.Min(truth.Length, Steps);
        double[] steps = [.. Enumerable.Range(1, shown).Select(step => (double)step)];
        TerminalPicture.Show(console, new Figure("prediction", new Panel(
            $"the last {shown} steps", new("step"), new("value"),
            new Line("what came", steps, truth[^shown..].ToArray()),
            new Line("what was predicted the step before", steps, predicted[^shown..].ToArray()))));
    }
}
