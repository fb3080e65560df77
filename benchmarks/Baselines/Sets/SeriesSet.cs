namespace NetGen.Baselines.Sets;

/// <summary>
/// A series in the second column: each element predicted from the window before it, on a scale of its own. The first
/// elements, which have no whole window before them, are in no part of the split.
/// </summary>
internal static class SeriesSet
{
    public static DataSet Read(string folder, string file, Func<double, double> scale, Func<double, double> inUnits)
    {
        double[] series = [.. Csv.Read(folder, file, header: 1).Select(row => scale(Csv.Number(row[1])))];
        (RowSplit elements, int window) = RowSplit.OfSeries(folder);
        double[][] rows = [.. series.Select((_, element) => element < window ? new double[window] : series[(element - window)..element])];
        return Prepared.Numbers(rows, series, elements, inUnits);
    }
}
