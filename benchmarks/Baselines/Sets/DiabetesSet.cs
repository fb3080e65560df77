namespace NetGen.Baselines.Sets;

/// <summary>Ten columns apart by spaces, and the targets in a file of their own.</summary>
internal static class DiabetesSet
{
    public static DataSet Read(string folder)
    {
        string[][] rows = Csv.Read(folder, "diabetes_data.csv.gz", header: 0, separator: ' ');
        string[][] targets = Csv.Read(folder, "diabetes_target.csv.gz", header: 0);
        return Prepared.Numbers(
            [.. rows.Select(Csv.Numbers)],
            [.. targets.Select(row => Csv.Number(row[0]))],
            RowSplit.OfIndices(folder, rows.Length));
    }
}
