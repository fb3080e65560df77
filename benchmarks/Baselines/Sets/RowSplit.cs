using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen.Baselines.Sets;

/// <summary>Which rows of a set train and which test, by its split.json.</summary>
internal sealed record RowSplit(ImmutableArray<int> Train, ImmutableArray<int> Test)
{
    /// <summary>A split that names the test rows from 0; the others train.</summary>
    public static RowSplit OfIndices(string folder, int rows)
    {
        JsonElement split = Load(folder);
        int expected = split.GetProperty("n").GetInt32();
        if (expected != rows)
        {
            throw new DataException($"{folder}: split.json divides {expected} rows, the data have {rows}.");
        }

        HashSet<int> test = [.. split.GetProperty("test").EnumerateArray().Select(row => row.GetInt32())];
        return new RowSplit([.. Enumerable.Range(0, rows).Where(row => !test.Contains(row))], [.. test.Order()]);
    }

    /// <summary>A split of a series by time: which elements are predicted, and from how many before each.</summary>
    public static (RowSplit Elements, int Window) OfSeries(string folder)
    {
        JsonElement split = Load(folder);
        return (new RowSplit(Range(split.GetProperty("train_targets")), Range(split.GetProperty("test_targets"))), split.GetProperty("window").GetInt32());
    }

    private static ImmutableArray<int> Range(JsonElement ends) => [.. Enumerable.Range(ends[0].GetInt32(), ends[1].GetInt32() - ends[0].GetInt32())];

    private static JsonElement Load(string folder)
    {
        string path = Path.Combine(folder, "split.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(path)) : throw new DataException($"{path} is missing.");
    }
}
