using System.Text;
using Spectre.Console;

namespace NetGen.Samples.Charts;

/// <summary>A figure as characters in a terminal: a character and a colour for every series, and one for where several meet.</summary>
public static class TerminalPicture
{
    private const int Margin = 9;
    private const int Gap = 2;
    private const char Several = '●';
    private const string Shaded = "[grey]░[/]";

    /// <summary>Shows a figure, as many panels side by side as there is room for.</summary>
    public static void Show(IAnsiConsole console, Figure figure)
    {
        int room = Math.Clamp(console.Profile.Width, 40, 100);
        int columns = Math.Clamp(room / 48, 1, figure.Panels.Length);
        int width = (room / columns) - Margin - Gap;
        int height = columns == 1 && figure.Panels.Length == 1 ? 16 : 11;
        foreach (Panel[] side in figure.Panels.Chunk(columns))
        {
            string[][] drawn = [.. side.Select(panel => Drawn(figure, panel, width, height))];
            for (int line = 0; line < drawn[0].Length; line++)
            {
                console.MarkupLine(string.Join(new string(' ', Gap), drawn.Select(panel => panel[line])).TrimEnd());
            }
        }

        IEnumerable<string> legend = figure.Series.Select((name, place) => $"{Sign(place)} {Markup.Escape(name)}")
            .Concat(figure.Series.Length > 1 ? [$"{Several} several"] : Array.Empty<string>())
            .Concat(figure.Regions.Select(regions => $"{Shaded} {Markup.Escape(regions.High)}").Distinct());
        console.MarkupLine($"{new string(' ', Margin)}{string.Join("   ", legend)}");
    }

    /// <returns>Lines of one width.</returns>
    private static string[] Drawn(Figure figure, Panel panel, int width, int height)
    {
        string[,] cells = new string[height, width];
        foreach (Mark mark in panel.Marks)
        {
            var reached = new HashSet<(int Line, int Column)>();
            switch (mark)
            {
                case Regions regions:
                    Shade(panel, regions, cells);
                    break;
                case Series series:
                    int place = figure.Series.IndexOf(series.Name);
                    foreach ((int line, int column) in Cells(panel, series, width, height).Where(cell => cell.Line >= 0 && cell.Line < height && cell.Column >= 0 && cell.Column < width && reached.Add(cell)))
                    {
                        string own = Sign(place);
                        cells[line, column] = cells[line, column] is null or Shaded || cells[line, column] == own ? own : Several.ToString();
                    }

                    break;
            }
        }

        var lines = new List<string> { Markup.Escape(Fitted(new string(' ', Margin) + panel.Title, Margin + width)) };
        (double, string)[] ticks = [.. panel.YScale.Ticks(height / 3).Select(tick => (tick.Number, tick.Label))];
        for (int line = 0; line < height; line++)
        {
            string label = ticks.Where(tick => Line(panel, tick.Item1, height) == line).Select(tick => tick.Item2).FirstOrDefault("");
            var text = new StringBuilder($"{label,Margin - 2} {(label == "" ? '│' : '┤')}");
            for (int column = 0; column < width; column++)
            {
                text.Append(cells[line, column] ?? " ");
            }

            lines.Add(text.ToString());
        }

        lines.Add($"{new string(' ', Margin - 1)}└{new string('─', width)}");
        lines.Add(Labels(panel, width));
        lines.Add(Markup.Escape(Fitted($"{new string(' ', Margin)}{panel.X.Label} →   {panel.Y.Label} ↑", Margin + width)));
        return [.. lines];
    }

    private static string Sign(int series) => $"[{Palette.Colour(series)}]{Palette.Character(series)}[/]";

    private static string Fitted(string text, int width) => text.Length > width ? text[..(width - 1)] + "…" : text.PadRight(width);

    private static int Line(Panel panel, double y, int height) => (int)Math.Round((1 - panel.YScale.Share(y)) * (height - 1));

    private static IEnumerable<(int Line, int Column)> Cells(Panel panel, Series series, int width, int height)
    {
        for (int point = 0; point < series.X.Count; point++)
        {
            int last = series is Line && point > 0 ? point - 1 : point;
            (double fromX, double fromY) = (panel.XScale.Share(series.X[last]) * (width - 1), (1 - panel.YScale.Share(series.Y[last])) * (height - 1));
            (double toX, double toY) = (panel.XScale.Share(series.X[point]) * (width - 1), (1 - panel.YScale.Share(series.Y[point])) * (height - 1));
            int steps = Math.Max(1, (int)Math.Min(width + height, Math.Max(Math.Abs(toX - fromX), Math.Abs(toY - fromY))));
            for (int step = 1; step <= steps; step++)
            {
                yield return ((int)Math.Round(fromY + ((toY - fromY) * step / steps)), (int)Math.Round(fromX + ((toX - fromX) * step / steps)));
            }
        }
    }

    private static void Shade(Panel panel, Regions regions, string[,] cells)
    {
        (int height, int width) = (cells.GetLength(0), cells.GetLength(1));
        for (int line = 0; line < height; line++)
        {
            for (int column = 0; column < width; column++)
            {
                int across = Nearest(regions.X, panel.XScale.At((double)column / (width - 1)));
                int up = Nearest(regions.Y, panel.YScale.At(1 - ((double)line / (height - 1))));
                if (across >= 0 && across < regions.X.Count && up >= 0 && up < regions.Y.Count && regions.Share(up, across) > 0.5)
                {
                    cells[line, column] = Shaded;
                }
            }
        }

        static int Nearest(IReadOnlyList<double> grid, double place) => (int)Math.Round((place - grid[0]) / (grid[1] - grid[0]));
    }

    private static string Labels(Panel panel, int width)
    {
        char[] line = new string(' ', Margin + width).ToCharArray();
        int free = 0;
        foreach ((double number, string label) in panel.XScale.Ticks(Math.Max(2, width / 9)))
        {
            int place = Math.Clamp(Margin + (int)Math.Round(panel.XScale.Share(number) * (width - 1)) - (label.Length / 2), 0, line.Length - label.Length);
            if (place >= free)
            {
                label.CopyTo(line.AsSpan(place));
                free = place + label.Length + 1;
            }
        }

        return new string(line);
    }
}
