using System.Collections.Immutable;

namespace NetGen.Samples.Tabular;

/// <summary>Says what a table was found to be, and what was decided about it.</summary>
internal static class Findings
{
    public static void Write(Table all, Table table, Target target, Schema schema, ImmutableArray<ImmutableArray<int>> parts, double[] inputs)
    {
        int dropped = all.Rows.Count - table.Rows.Count;
        Console.WriteLine($"{table.Name}: {table.Rows.Count} rows{(dropped > 0 ? $" ({dropped} more have no '{schema.Target}' and are left out)" : "")}: {parts[0].Length} train, {parts[1].Length} end the training, {parts[2].Length} test");
        Console.WriteLine($"to predict: {OneLine(schema.Target)}, {target.Summary}");
        Console.WriteLine($"from {schema.Inputs.Count} inputs:");
        int first = 0;
        foreach (Column column in schema.Columns)
        {
            string constant = IsConstant(inputs, schema.Inputs.Count, first, parts[0]) ? "; the same in all training rows, so it tells nothing" : "";
            Console.WriteLine($"  {OneLine(column.Name)}: {column.Summary}{constant}");
            first += column.Inputs.Count;
        }

        foreach ((string column, int rows) in schema.Unknown(table))
        {
            Console.WriteLine($"  {OneLine(column)}: {rows} rows outside training have categories that no training row has; they count as none");
        }

        if (target is ClassTarget { Names: ImmutableArray<string> names, Labels: int[] labels })
        {
            foreach (int missing in Enumerable.Range(0, names.Length).Except(parts[0].Select(row => labels[row])))
            {
                Console.WriteLine($"  class '{OneLine(names[missing])}' is in no training row, so it will never be predicted");
            }
        }
    }

    private static bool IsConstant(double[] inputs, int width, int input, ImmutableArray<int> rows) =>
        rows.All(row => inputs[row * width + input] == inputs[rows[0] * width + input]);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
