using System.Globalization;
using NetGen.Evaluation;
using Spectre.Console;

namespace NetGen.Samples;

/// <summary>The confusion matrix: a row for what an image shows, a column for what it was taken for.</summary>
internal static class ConfusionView
{
    public static void Show(IAnsiConsole console, ConfusionMatrix confusion)
    {
        int[] classes = [.. Enumerable.Range(0, confusion.Classes)];
        console.WriteLine($"is \\ taken for {string.Concat(classes.Select(predicted => $"{predicted,5}"))}   recall");
        foreach (int truth in classes)
        {
            string counts = string.Concat(classes.Select(predicted => Cell(confusion[truth, predicted], truth == predicted)));
            console.MarkupLine($"{truth,14} {counts}   {confusion.Recall(truth).ToString("F4", CultureInfo.InvariantCulture)}");
        }

        console.WriteLine();
    }

    private static string Cell(long count, bool right) => (count, right) switch
    {
        (0, false) => "[grey]    ·[/]",
        (_, true) => $"[green]{count,5}[/]",
        _ => $"[red]{count,5}[/]",
    };
}
