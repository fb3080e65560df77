namespace NetGen.Baselines.Sets;

/// <summary>
/// Eight columns of numbers, whose gaps are filled with the median of the training rows, and one of text with five
/// categories, which become a column each: 13 inputs.
/// </summary>
internal static class HousingSet
{
    private const int NumberColumns = 8;
    private const int TargetColumn = 8;
    private const int CategoryColumn = 9;

    private static readonly string[] Categories = ["<1H OCEAN", "INLAND", "ISLAND", "NEAR BAY", "NEAR OCEAN"];

    public static DataSet Read(string folder)
    {
        string[][] rows = Csv.Read(folder, "housing.csv.gz", header: 1);
        RowSplit split = RowSplit.OfIndices(folder, rows.Length);
        double[] medians = [.. Enumerable.Range(0, NumberColumns).Select(column => Median(split.Train.Select(row => rows[row][column])))];
        return Prepared.Numbers(
            [.. rows.Select(row => (double[])[.. medians.Select((median, column) => Filled(row[column], median)), .. OneHot(row[CategoryColumn])])],
            [.. rows.Select(row => Csv.Number(row[TargetColumn]))],
            split);
    }

    private static double Filled(string text, double median) => text.Length == 0 ? median : Csv.Number(text);

    private static IEnumerable<double> OneHot(string category) =>
        Categories.Contains(category)
            ? Categories.Select(each => each == category ? 1.0 : 0.0)
            : throw new DataException($"housing.csv.gz: expected one of {string.Join(", ", Categories)}, found '{category}'.");

    private static double Median(IEnumerable<string> texts)
    {
        double[] sorted = [.. texts.Where(text => text.Length > 0).Select(Csv.Number).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
