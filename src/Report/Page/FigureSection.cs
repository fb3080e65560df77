using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Report;

/// <summary>All figures as a table: what the script draws, and what a reader without scripts reads.</summary>
internal static class FigureSection
{
    public static void Write(Html html, ImmutableArray<Column> columns, ImmutableArray<int> epochs)
    {
        int all = columns[Column.Epoch].Values.Length;
        html.Add($"<section>\n<details id=\"figures\" open>\n<summary>Figures</summary>\n");
        if (epochs.Length < all)
        {
            html.Add($"<p class=\"quiet\">{Words.Count(epochs.Length)} of {Words.Count(all)} epochs, here and in the curves: the first, the last and the best, and of every {Words.Count(2L * all / epochs.Length)} those of the least and the greatest loss.</p>\n");
        }

        html.Add($"<div class=\"wide\"><table class=\"numbers\">\n<thead>\n<tr>");
        foreach (IGrouping<Family, Column> family in columns.GroupBy(column => column.Family))
        {
            html.Add($"<th scope=\"colgroup\" colspan=\"{family.Count()}\">{Name(family.Key)}</th>");
        }

        html.Add($"</tr>\n<tr>");
        foreach (Column column in columns)
        {
            html.Add($"<th scope=\"col\" title=\"{column.Name}\">{column.Name}</th>");
        }

        html.Add($"</tr>\n</thead>\n<tbody>\n");
        foreach (int epoch in epochs)
        {
            html.Add($"<tr>");
            foreach (Column column in columns)
            {
                html.Add($"<td>{column.Values[epoch]}");
            }

            html.Add($"\n");
        }

        html.Add($"</tbody>\n</table></div>\n</details>\n</section>\n");
    }

    private static string Name(Family family) => family switch
    {
        Family.Training => "",
        Family.Metrics => "metrics",
        _ => "gradient norms",
    };
}
