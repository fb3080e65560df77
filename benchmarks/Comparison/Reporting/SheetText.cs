using Spectre.Console;

namespace NetGen.Comparison.Reporting;

/// <summary>Sheets on a console.</summary>
internal static class SheetText
{
    public static void Write(this IAnsiConsole console, Sheet sheet)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        for (int column = 0; column < sheet.Columns.Length; column++)
        {
            table.AddColumn(new TableColumn(Markup.Escape(sheet.Columns[column])) { Alignment = sheet.Numbers && column > 0 ? Justify.Right : Justify.Left, NoWrap = sheet.Numbers });
        }

        foreach (IEnumerable<string> row in sheet.Rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.WriteLine(sheet.Title, new Style(decoration: Decoration.Bold));
        if (sheet.Rows.Length > 0)
        {
            console.Write(table);
        }

        foreach (string note in sheet.Notes)
        {
            console.WriteLine(note);
        }

        console.WriteLine();
    }
}
