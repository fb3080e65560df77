using System.Collections.Generic;

namespace NetGen.Report;

/// <summary>The network's table.</summary>
internal static class NetworkSection
{
    public static void Write(Html html, NetworkDescription network)
    {
        List<string[]> rows = DescriptionTable.Rows(network);
        html.Add($"<section>\n<h2>Network</h2>\n<p class=\"quiet\">loss {DescriptionTable.Losses(network)}</p>\n<div class=\"wide\"><table id=\"network\">\n<thead>\n");
        Row(html, rows[0], head: true);
        html.Add($"</thead>\n<tbody>\n");
        foreach (string[] row in rows[1..^1])
        {
            Row(html, row, head: false);
        }

        html.Add($"</tbody>\n<tfoot>\n");
        Row(html, rows[^1], head: false);
        html.Add($"</tfoot>\n</table></div>\n</section>\n");
    }

    private static void Row(Html html, string[] cells, bool head)
    {
        html.Add($"<tr>");
        for (int column = 0; column < cells.Length; column++)
        {
            string side = DescriptionTable.IsOfNumbers(column) ? "number" : "word";
            if (head)
            {
                html.Add($"<th scope=\"col\" class=\"{side}\">{cells[column]}</th>");
            }
            else
            {
                html.Add($"<td class=\"{side}\">{cells[column]}</td>");
            }
        }

        html.Add($"</tr>\n");
    }
}
