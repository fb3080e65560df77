using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetGen.Data;

namespace NetGen.Samples.Tabular;

/// <summary>How the rows of a table become the inputs of a network; kept in the model's file as JSON.</summary>
/// <param name="Target">The column that is predicted.</param>
/// <param name="Classes">The number of classes; 0 where a number is predicted.</param>
/// <param name="Columns">The columns that it is predicted from.</param>
internal sealed record Schema(string Target, int Classes, IReadOnlyList<Column> Columns)
{
    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>What each input is called.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Inputs => [.. Columns.SelectMany(column => column.Inputs)];

    /// <exception cref="JsonException">The text is not as <see cref="ToJson"/> writes it.</exception>
    public static Schema FromJson(string json) =>
        JsonSerializer.Deserialize<Schema>(json, Strict) is Schema schema && !schema.Columns.Contains(null!) && !schema.Columns.OfType<CategoryColumn>().Any(column => column.Categories.Contains(null!))
            ? schema
            : throw new JsonException("a column or a category is null.");

    public string ToJson() => JsonSerializer.Serialize(this, Strict);

    /// <summary>The inputs of all rows, in the columns' own units: [rows, inputs].</summary>
    /// <exception cref="DataException">Columns are missing, or a cell is no number where one is expected.</exception>
    public double[] Encode(Table table)
    {
        int[] places = Places(table);
        int[] widths = [.. Columns.Select(column => column.Inputs.Count)];
        double[] inputs = new double[table.Rows.Count * widths.Sum()];
        int next = 0;
        foreach (TableRow row in table.Rows)
        {
            for (int column = 0; column < places.Length; column++)
            {
                Span<double> own = inputs.AsSpan(next, widths[column]);
                if (Columns[column].Encode(row.Cells[places[column]], table.DecimalCommas, own) is { } wrong)
                {
                    throw table.Wrong(row, places[column], wrong);
                }

                next += own.Length;
            }
        }

        return inputs;
    }

    /// <summary>Columns and how many rows have a category there that the training rows had not.</summary>
    public IReadOnlyList<(string Column, int Rows)> Unknown(Table table) =>
    [
        .. from column in Columns.OfType<CategoryColumn>()
           let place = table.IndexOf(column.Name)
           let unknown = table.Rows.Count(row => !column.Knows(row.Cells[place]))
           where unknown > 0
           select (column.Name, unknown),
    ];

    /// <summary>The figures that standardize numbers; categories and marks of gaps stay 0 and 1.</summary>
    /// <param name="inputs">All rows, [rows, inputs].</param>
    /// <param name="train">The training rows.</param>
    public Standardization Fit(double[] inputs, ImmutableArray<int> train)
    {
        Standardization all = Standardization.Fit(new Examples<double>(inputs, new int[inputs.Length / Inputs.Count]).Select(train));
        bool[] numbers = [.. Columns.SelectMany(column => column.Inputs.Select((_, index) => column is NumberColumn && index == 0))];
        return new Standardization(
            [.. all.Mean.Select((mean, input) => numbers[input] ? mean : 0)],
            [.. all.Deviation.Select((deviation, input) => numbers[input] ? deviation : 1)]);
    }

    /// <summary>All rows as the network sees them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="inputs">What <see cref="Encode"/> made of it; standardized in place.</param>
    /// <param name="figures">The figures of the training rows.</param>
    /// <exception cref="DataException">A number is so far from those of the training rows that a float cannot say how far.</exception>
    public float[] Standardize(Table table, double[] inputs, Standardization figures)
    {
        figures.Apply<double>(inputs);
        float[] standardized = Array.ConvertAll(inputs, input => (float)input);
        int infinite = Array.FindIndex(standardized, input => !float.IsFinite(input));
        if (infinite < 0)
        {
            return standardized;
        }

        TableRow row = table.Rows[infinite / Inputs.Count];
        throw new DataException($"{table.Name}, line {row.Line}: '{Inputs[infinite % Inputs.Count]}' is {inputs[infinite]:G2} deviations from the mean of the training rows. Correct it, or leave it empty.");
    }

    private int[] Places(Table table)
    {
        string[] missing = [.. Columns.Select(column => column.Name).Except(table.Columns)];
        return missing.Length == 0
            ? [.. Columns.Select(column => table.IndexOf(column.Name))]
            : throw new DataException($"{table.Name} lacks {string.Join(", ", missing.Select(name => $"'{name}'"))}, which the model was trained with; it has {string.Join(", ", table.Columns)}.");
    }
}
