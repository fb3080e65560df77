using System.Globalization;
using Spectre.Console;

namespace NetGen.Baselines;

/// <summary>The results as a table.</summary>
internal static class Report
{
    public static Table Of(IEnumerable<Result> results)
    {
        Table table = new Table().Border(TableBorder.Markdown).AddColumns("set", "network; epochs, rate, batch", "NetGen", "accept", "linear", "");
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        table.Columns[4].RightAligned();
        foreach (Result result in results)
        {
            Baseline line = result.Line;
            bool accuracy = line.Figure == Figure.Accuracy;
            table.AddRow(
                accuracy ? line.Set : $"{line.Set} (RMSE)",
                string.Create(CultureInfo.InvariantCulture, $"{line.Shape}; {line.Epochs}, {line.Rate}, {line.Batch}"),
                $"{Text(line, result.Mean)} ± {Text(line, result.Deviation)}",
                $"{(accuracy ? '≥' : '≤')} {Text(line, line.Accept)}",
                Linear(line),
                result.Passes ? "PASS" : "FAIL");
        }

        return table;
    }

    private static string Linear(Baseline line) =>
        line.Linear is not double linear ? "" : line.BeatsLinear ? $"{(line.Figure == Figure.Accuracy ? '>' : '<')} {Text(line, linear)}" : Text(line, linear);

    private static string Text(Baseline line, double value) =>
        value.ToString(line.Accept < 10 ? "F3" : line.Accept < 1000 ? "F2" : "F0", CultureInfo.InvariantCulture);
}
