namespace NetGen.Baselines.Sets;

/// <summary>Numbers, and a class index in the last column.</summary>
internal static class LabelledSet
{
    public static DataSet Read(string folder, string file, int header)
    {
        string[][] rows = Csv.Read(folder, file, header);
        return Prepared.Classes(
            [.. rows.Select(row => Csv.Numbers(row[..^1]))],
            [.. rows.Select(row => (int)Csv.Number(row[^1]))],
            RowSplit.OfIndices(folder, rows.Length));
    }
}
