using System.Collections;
using System.Globalization;
using Spectre.Console;

namespace NetGen.Samples.Lectures;

/// <summary>Numbers with a name for every row and column.</summary>
/// <param name="of">What the rows are.</param>
/// <param name="columns">The names of the columns.</param>
internal sealed class NumberTable(string of, params string[] columns) : IEnumerable<string>
{
    private readonly Dictionary<string, double[]> rows = [];

    public IReadOnlyList<string> Columns => columns;

    public double this[string row, string column] => rows[row][Array.IndexOf(columns, column)];

    public bool Has(string row, string column) => rows.ContainsKey(row) && columns.Contains(column);

    public void Add(string row, params double[] numbers) =>
        rows.Add(row, numbers.Length == columns.Length ? numbers : throw new ArgumentException($"'{row}' has {numbers.Length} numbers; expected {columns.Length}, one for each column."));

    public IEnumerator<string> GetEnumerator() => rows.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Show(IAnsiConsole console)
    {
        Table table = new Table().Border(TableBorder.Markdown).AddColumns([of, .. columns.Select(Markup.Escape)]);
        foreach ((string name, double[] numbers) in rows)
        {
            table.AddRow([Markup.Escape(name), .. numbers.Select(Written)]);
        }

        for (int column = 1; column <= columns.Length; column++)
        {
            table.Columns[column].RightAligned();
        }

        console.Write(table);
    }

    private static string Written(double number) =>
        number == Math.Round(number) && Math.Abs(number) < 1e15 ? number.ToString("N0", CultureInfo.InvariantCulture) : number.ToString("G4", CultureInfo.InvariantCulture);
}
