using Spectre.Console;

namespace NetGen.Samples.Sequence;

/// <summary>Two lines over time in a terminal: what came, and what was predicted.</summary>
internal static class Chart
{
    private const int Height = 16;

    public static void Show(IAnsiConsole console, ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        int width = Math.Min(truth.Length, Math.Clamp(console.Profile.Width - 10, 20, 90));
        double[] came = truth[^width..].ToArray();
        double[] said = predicted[^width..].ToArray();
        double least = came.Concat(said).Min();
        double most = came.Concat(said).Max();
        for (int line = Height - 1; line >= 0; line--)
        {
            string label = line is 0 or Height - 1 ? FormattableString.Invariant($"{(line == 0 ? least : most),7:F1}") : new string(' ', 7);
            console.MarkupLine($"{label} │{string.Concat(Enumerable.Range(0, width).Select(step => Cell(Line(came[step]) == line, Line(said[step]) == line)))}".TrimEnd());
        }

        console.MarkupLine($"{new string(' ', 8)}└{new string('─', width)}");
        console.MarkupLine($"{new string(' ', 9)}the last {width} steps: [grey]·[/] what came, [orange1]o[/] what was predicted the step before, [green]●[/] both");

        int Line(double value) => most > least ? (int)Math.Round((value - least) / (most - least) * (Height - 1)) : 0;
    }

    private static string Cell(bool came, bool said) => (came, said) switch
    {
        (true, true) => "[green]●[/]",
        (true, false) => "[grey]·[/]",
        (false, true) => "[orange1]o[/]",
        _ => " ",
    };
}
