namespace NetGen.Samples.Tabular;

/// <summary>Which columns a target is predicted from.</summary>
internal static class ColumnChoice
{
    /// <exception cref="DataException">A column is named that is not there, or none is left.</exception>
    public static IReadOnlyList<string> Of(Table table, TrainOptions options)
    {
        foreach (string name in options.Columns.Concat(options.Ignore).Concat(options.Categories))
        {
            table.IndexOf(name);
        }

        if (options.Columns.Contains(options.Target))
        {
            throw new DataException($"'{options.Target}' is to be predicted; it cannot be one of --columns as well.");
        }

        string[] chosen = [.. (options.Columns.Length > 0 ? options.Columns.Distinct() : table.Columns).Except([options.Target]).Except(options.Ignore)];
        return chosen.Length > 0 ? chosen : throw new DataException($"{table.Name}: no column is left to predict '{options.Target}' from.");
    }
}
