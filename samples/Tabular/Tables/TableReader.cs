using CsvHelper;

namespace NetGen.Samples.Tabular;

/// <summary>Reads a CSV file: the separator is found out, cells may be quoted and hold line breaks, a byte order mark is passed over.</summary>
internal static class TableReader
{
    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <exception cref="DataException">The file is not a table with a header and rows of the same length.</exception>
    public static Table Read(string path)
    {
        string name = Path.GetFileName(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            using CsvReader reader = CsvReader.Create(file, Options);
            string[] columns = Header(name, reader);
            var rows = new List<TableRow>();
            while (reader.Read())
            {
                string[] cells = reader.Current.ToArray();
                rows.Add(cells.Length == columns.Length
                    ? new TableRow(reader.LineNumber, cells)
                    : throw new DataException($"{name}, line {reader.LineNumber}: expected {columns.Length} cells, as the header has; found {cells.Length}."));
            }

            return rows.Count > 0
                ? new Table(name, columns, rows, DecimalCommas: reader.Separator == ';')
                : throw new DataException($"{name} has a header and no rows below it.");
        }
        catch (CsvFormatException wrong)
        {
            throw new DataException($"{name}: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{name} cannot be read: {wrong.Message}");
        }
    }

    private static string[] Header(string name, CsvReader reader)
    {
        reader.ReadHeader();
        string[] columns = [.. reader.Headers.Select(column => column.Trim())];
        if (columns.Length == 0 || columns is [""])
        {
            throw new DataException($"{name} is empty; expected a line of column names and rows below it.");
        }

        int nameless = Array.IndexOf(columns, "");
        if (nameless >= 0)
        {
            throw new DataException($"{name}: column {nameless + 1} of {columns.Length} has no name in the header; give it one.");
        }

        if (columns.All(column => Cell.TryNumber(column, decimalCommas: true, out _)))
        {
            throw new DataException($"{name}: expected column names in the first line, found numbers: {string.Join(", ", columns.Take(4))}. Put a line with names above them.");
        }

        string? twice = columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? columns : throw new DataException($"{name}: two columns are named '{twice}'; every column needs a name of its own.");
    }
}
