namespace NetGen.Samples.Tabular;

/// <summary>What a table's target column asks for.</summary>
internal enum TargetKind
{
    /// <summary>Classes where the column has texts, or whole numbers of which at most ten differ; a number otherwise.</summary>
    Auto,

    /// <summary>A class.</summary>
    Classify,

    /// <summary>A number.</summary>
    Regress,
}

/// <summary>Reads the column that is predicted.</summary>
internal static class TargetReader
{
    private const int MostWholeNumbers = 10;

    /// <summary>Drops the rows that have no target.</summary>
    /// <exception cref="DataException">No row is left.</exception>
    public static Table WithTarget(Table table, string column)
    {
        int index = table.IndexOf(column);
        TableRow[] rows = [.. table.Rows.Where(row => !Cell.IsMissing(row.Cells[index]))];
        return rows.Length > 0 ? table with { Rows = rows } : throw new DataException($"{table.Name}: no row has a '{column}', which is to be predicted.");
    }

    /// <summary>Reads the targets of a table of which every row has one.</summary>
    /// <exception cref="DataException">There is nothing to learn: one class, one number; or too many classes, or texts among numbers.</exception>
    public static Target Read(Table table, string column, TargetKind kind)
    {
        int index = table.IndexOf(column);
        string[] cells = [.. table.Rows.Select(row => row.Cells[index])];
        double?[] numbers = [.. cells.Select(cell => Cell.TryNumber(cell, table.DecimalCommas, out double number) ? number : (double?)null)];
        if (kind == TargetKind.Regress || (kind == TargetKind.Auto && AsksForNumber(numbers)))
        {
            int text = Array.IndexOf(numbers, null);
            return text < 0
                ? Numbers(table, column, [.. numbers.Select(number => number!.Value)])
                : throw table.Wrong(table.Rows[text], index, $"expected a number, as {numbers.Count(number => number is not null)} of {numbers.Length} targets are; found '{cells[text]}'. Correct it, or use --task classify.");
        }

        return Classes(table, column, cells);
    }

    private static bool AsksForNumber(double?[] numbers)
    {
        double[] present = [.. numbers.OfType<double>()];
        bool fewWhole = present.All(number => number == Math.Floor(number)) && present.Distinct().Count() <= MostWholeNumbers;
        return 2 * present.Length > numbers.Length && !(fewWhole && present.Length == numbers.Length);
    }

    private static NumberTarget Numbers(Table table, string column, double[] numbers) => numbers.Distinct().Count() > 1
        ? new NumberTarget(numbers)
        : throw new DataException($"{table.Name}: '{column}' is {numbers[0]} in every row; there is nothing to learn.");

    private static ClassTarget Classes(Table table, string column, string[] cells)
    {
        string[] names = [.. cells.Distinct().OrderBy(name => Cell.TryNumber(name, table.DecimalCommas, out double number) ? number : double.PositiveInfinity).ThenBy(name => name, StringComparer.Ordinal)];
        if (names.Length == 1)
        {
            throw new DataException($"{table.Name}: '{column}' is '{names[0]}' in every row; a classifier needs two classes or more.");
        }

        if (names.Length > Classifier.OutputSize)
        {
            throw new DataException($"{table.Name}: '{column}' has {names.Length} different values; this sample tells at most {Classifier.OutputSize} classes apart. Is it the column that names the rows?");
        }

        Dictionary<string, int> labels = names.Select((name, label) => (name, label)).ToDictionary();
        return new ClassTarget([.. names], [.. cells.Select(cell => labels[cell])]);
    }
}
