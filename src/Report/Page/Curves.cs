using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Report;

/// <summary>The places of the charts. Which columns of the figures are drawn there stands with them; the script draws.</summary>
internal static class Curves
{
    public static void Write(Html html, ImmutableArray<Chart> charts, ImmutableArray<Column> columns, BestEpoch? best)
    {
        html.Add($"<section id=\"curves\" data-best=\"{best?.Epoch ?? 0}\">\n<h2>Curves</h2>\n<p class=\"quiet hint\">Point at a curve for its values; drag to look closer, double-click to come back.");
        if (best is not null && columns[Column.Epoch].Values is { Length: > 1 } epochs && epochs.Contains(best.Epoch))
        {
            html.Add($" The dashed line is epoch {Words.Count(best.Epoch)}, the best.");
        }

        html.Add($"</p>\n<div class=\"charts\">\n");
        foreach (Chart chart in charts)
        {
            string note = string.Join(" · ", new[] { chart.Note, Axis(chart, columns) }.Where(part => part.Length > 0));
            html.Add($"<figure data-columns=\"{string.Join(' ', chart.Columns)}\" data-scale=\"{(chart.IsLogarithmic ? "log" : "even")}\"><figcaption><bdi>{chart.Title}</bdi>");
            if (note.Length > 0)
            {
                html.Add($" <small>{note}</small>");
            }

            html.Add($"</figcaption></figure>\n");
        }

        html.Add($"</div>\n</section>\n");
    }

    /// <summary>What a reader must know of an axis; zeros have no place on one that is logarithmic.</summary>
    private static string Axis(Chart chart, ImmutableArray<Column> columns) => !chart.IsLogarithmic ? ""
        : chart.Columns.Any(column => columns[column].Values.Contains(0)) ? "logarithmic, without the zeros" : "logarithmic";
}
