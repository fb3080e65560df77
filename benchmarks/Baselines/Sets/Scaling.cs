using NetGen.Data;

namespace NetGen.Baselines.Sets;

/// <summary>Standardization of rows by the figures of the training rows.</summary>
internal static class Scaling
{
    public static Standardization Fit(IReadOnlyList<double[]> rows)
    {
        double[] mean = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Average(row => row[column]))];
        double[] deviation = [.. mean.Select((mu, column) => Math.Sqrt(rows.Average(row => (row[column] - mu) * (row[column] - mu))))];
        return new Standardization([.. mean], [.. deviation.Select(sigma => sigma == 0 ? 1 : sigma)]);
    }

    public static float[] Apply(this Standardization figures, IEnumerable<double[]> rows) =>
        [.. rows.SelectMany(row => row.Select((value, column) => (float)((value - figures.Mean[column]) / figures.Deviation[column])))];
}
