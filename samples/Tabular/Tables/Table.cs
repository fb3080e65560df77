namespace NetGen.Samples.Tabular;

/// <summary>The cells of a file, as text.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Columns">The names in the header.</param>
/// <param name="Rows">The rows below it.</param>
/// <param name="DecimalCommas">Whether numbers may be written with a comma, as they are where semicolons part the cells.</param>
internal sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows, bool DecimalCommas)
{
    /// <summary>Where a column stands.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public int IndexOf(string column)
    {
        int index = Columns.ToList().IndexOf(column);
        return index >= 0 ? index : throw new DataException($"{Name} has no column '{column}'; it has {string.Join(", ", Columns)}.");
    }

    /// <summary>A cell that cannot be used, with its place.</summary>
    public DataException Wrong(TableRow row, int column, string what) => new($"{Name}, line {row.Line}, column '{Columns[column]}': {what}");
}

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file that it starts on, from 1.</param>
/// <param name="Cells">A text for each column.</param>
internal sealed record TableRow(long Line, string[] Cells);
