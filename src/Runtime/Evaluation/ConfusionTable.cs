using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Evaluation;

/// <summary>A confusion matrix as text.</summary>
internal static class ConfusionTable
{
    public static string Of(ConfusionMatrix matrix, IReadOnlyList<string> names)
    {
        if (names.Count != matrix.Classes)
        {
            throw new ArgumentException($"There are {names.Count} names; expected {matrix.Classes}, one for each class.", nameof(names));
        }

        bool undecided = matrix.Undecided > 0;
        string[][] rows =
        [
            ["true \\ predicted", .. names, .. undecided ? ["NaN"] : Array.Empty<string>(), "precision", "recall", "F1"],
            .. Enumerable.Range(0, matrix.Classes).Select(truth => Row(matrix, truth, names[truth], undecided)),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        IEnumerable<string> lines = rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
        string summary = FormattableString.Invariant($"accuracy {matrix.Accuracy:F4} of {matrix.Count}, macro F1 {matrix.MacroF1:F4}");
        return string.Join('\n', [.. lines, undecided ? $"{summary}, {matrix.Undecided} predictions are NaN" : summary]);
    }

    private static string[] Row(ConfusionMatrix matrix, int truth, string name, bool undecided) =>
    [
        name,
        .. Enumerable.Range(0, matrix.Classes).Select(predicted => matrix[truth, predicted].ToString(CultureInfo.InvariantCulture)),
        .. undecided ? [matrix.UndecidedOf(truth).ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. new[] { matrix.Precision(truth), matrix.Recall(truth), matrix.F1(truth) }.Select(figure => figure.ToString("F3", CultureInfo.InvariantCulture)),
    ];
}
