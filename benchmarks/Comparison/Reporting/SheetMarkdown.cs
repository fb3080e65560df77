using System.Text;

namespace NetGen.Comparison.Reporting;

/// <summary>Sheets as Markdown.</summary>
internal static class SheetMarkdown
{
    public static string Of(IEnumerable<Sheet> sheets)
    {
        var text = new StringBuilder();
        foreach (Sheet sheet in sheets)
        {
            Append(text, sheet);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Sheet sheet)
    {
        text.Append($"## {sheet.Title}\n\n");
        if (sheet.Rows.Length > 0)
        {
            Append(text, sheet.Columns);
            Append(text, sheet.Columns.Select((_, column) => sheet.Numbers && column > 0 ? "---:" : "---"));
            foreach (IEnumerable<string> row in sheet.Rows)
            {
                Append(text, row.Select(cell => cell.Replace("|", "\\|").ReplaceLineEndings(" ")));
            }

            text.Append('\n');
        }

        foreach (string note in sheet.Notes)
        {
            text.Append($"{note.ReplaceLineEndings(" ")}\n\n");
        }
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append($"| {string.Join(" | ", cells)} |\n");
}
