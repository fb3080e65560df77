using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Report;

/// <summary>A chart over the epochs.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Note">What its numbers are; empty where the title says so.</param>
/// <param name="Columns">The columns that are its curves.</param>
/// <param name="IsLogarithmic">Whether its axis counts in powers of ten.</param>
internal sealed record Chart(string Title, string Note, ImmutableArray<int> Columns, bool IsLogarithmic)
{
    // Two decades: below, a curve on an even axis is still readable.
    private const double Wide = 100;

    /// <summary>The charts of a training: figures that are measured alike share one.</summary>
    public static ImmutableArray<Chart> Of(TrainingFacts training, ImmutableArray<Column> columns)
    {
        var losses = new List<int> { Column.Loss };
        var shares = new List<int>();
        var others = new List<(int Column, bool LargerIsBetter)>();
        for (int index = 0; index < training.Metrics.Length; index++)
        {
            (string name, bool largerIsBetter) = training.Metrics[index];
            int column = Column.Loss + 1 + index;
            if (!largerIsBetter && name.Contains("loss", StringComparison.OrdinalIgnoreCase))
            {
                losses.Add(column);
            }
            else if (largerIsBetter && columns[column].Values.All(value => !double.IsFinite(value) || value is >= 0 and <= 1))
            {
                shares.Add(column);
            }
            else
            {
                others.Add((column, largerIsBetter));
            }
        }

        int[] norms = [.. Enumerable.Range(0, columns.Length).Where(column => columns[column].Family == Family.Norms)];
        return
        [
            Scaled("Loss", $"{DescriptionTable.Losses(training.Network)}", losses, columns),
            .. shares.Count > 0 ? [new Chart(shares.Count == 1 ? columns[shares[0]].Name : "Metrics", "larger is better", [.. shares], IsLogarithmic: false)] : (Chart[])[],
            .. others.Select(other => other.LargerIsBetter
                ? new Chart(columns[other.Column].Name, "larger is better", [other.Column], IsLogarithmic: false)
                : Scaled(columns[other.Column].Name, "smaller is better", [other.Column], columns)),
            new Chart("Learning rate", "", [Column.LearningRate], IsLogarithmic: false),
            .. norms.Length > 0 ? [Scaled("Gradient norms", "‖∂J/∂θ‖ of each layer in the last step of an epoch", norms, columns)] : (Chart[])[],
        ];
    }

    /// <summary>A chart of figures that are positive, on an axis of powers of ten where they span many.</summary>
    private static Chart Scaled(string title, string note, IReadOnlyList<int> chosen, ImmutableArray<Column> columns)
    {
        double[] values = [.. chosen.SelectMany(column => columns[column].Values).Where(value => double.IsFinite(value) && value != 0)];
        bool logarithmic = values.Length > 0 && values.Min() is > 0 and double least && values.Max() / least >= Wide;
        return new Chart(title, note, [.. chosen], logarithmic);
    }
}
