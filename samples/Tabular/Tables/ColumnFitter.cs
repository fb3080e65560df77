namespace NetGen.Samples.Tabular;

/// <summary>Decides what columns are: by all rows whether numbers or categories, by the training rows what they hold.</summary>
internal static class ColumnFitter
{
    private const int MostCategories = 50;

    /// <param name="table">The table.</param>
    /// <param name="names">The columns to use.</param>
    /// <param name="categories">Columns that are categories even where they hold numbers.</param>
    /// <param name="train">The training rows.</param>
    /// <exception cref="DataException">A column has numbers and texts, or too many texts, or nothing.</exception>
    public static IReadOnlyList<Column> Fit(Table table, IReadOnlyList<string> names, IReadOnlyCollection<string> categories, IReadOnlyCollection<int> train)
    {
        Column[] columns = [.. names.Select(name => Fit(table, table.IndexOf(name), categories.Contains(name), train))];
        CategoryColumn[] texts = [.. columns.OfType<CategoryColumn>().Where(column => column.Categories.Count > MostCategories)];
        return texts.Length == 0 ? columns : throw new DataException(
            $"{table.Name}: {string.Join(", ", texts.Select(column => $"'{column.Name}' has {column.Categories.Count} different texts"))}; " +
            $"a column of categories may have {MostCategories}. Leave out what names rows instead of describing them: --ignore \"{string.Join(',', texts.Select(column => column.Name))}\"");
    }

    private static Column Fit(Table table, int index, bool category, IReadOnlyCollection<int> train) =>
        category || !HoldsNumbers(table, index)
            ? new CategoryColumn(table.Columns[index], [.. train.Select(row => CategoryColumn.Of(table.Rows[row].Cells[index])).Distinct().Order(StringComparer.Ordinal)])
            : FitNumbers(table, index, train);

    /// <summary>A column holds numbers where at least half of what is not missing is numbers; the rest is then wrong.</summary>
    private static bool HoldsNumbers(Table table, int index)
    {
        TableRow[] present = [.. table.Rows.Where(row => !Cell.IsMissing(row.Cells[index]))];
        if (present.Length == 0)
        {
            throw new DataException($"{table.Name}: column '{table.Columns[index]}' is empty in every row. Leave it out: --ignore \"{table.Columns[index]}\"");
        }

        TableRow[] texts = [.. present.Where(row => !Cell.TryNumber(row.Cells[index], table.DecimalCommas, out _))];
        return 2 * texts.Length <= present.Length && (texts.Length == 0 ? true : throw table.Wrong(
            texts[0], index, $"expected a number, as {present.Length - texts.Length} of {present.Length} values are; found '{texts[0].Cells[index]}'. Correct it, leave it empty, or use --categories \"{table.Columns[index]}\"."));
    }

    private static NumberColumn FitNumbers(Table table, int index, IReadOnlyCollection<int> train)
    {
        string[] cells = [.. train.Select(row => table.Rows[row].Cells[index])];
        double[] numbers =
        [
            .. cells.Where(cell => !Cell.IsMissing(cell)).Select(cell => Cell.TryNumber(cell, table.DecimalCommas, out double number) ? number : double.NaN),
        ];
        return numbers.Length == 0
            ? throw new DataException($"{table.Name}: column '{table.Columns[index]}' is empty in all training rows. Leave it out: --ignore \"{table.Columns[index]}\"")
            : new NumberColumn(table.Columns[index], numbers.Average(), Gaps: numbers.Length < cells.Length);
    }
}
