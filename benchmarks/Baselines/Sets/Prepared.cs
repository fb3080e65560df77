using NetGen.Data;

namespace NetGen.Baselines.Sets;

/// <summary>Rows made ready: columns standardized by the training rows, and targets where they are numbers.</summary>
internal static class Prepared
{
    public static DataSet Classes(double[][] rows, int[] labels, RowSplit split)
    {
        Standardization columns = Scaling.Fit(Of(rows, split.Train));
        return new DataSet(Part(split.Train), Part(split.Test));

        Examples<float> Part(int[] which) => new(columns.Apply(Of(rows, which)), Of(labels, which));
    }

    public static DataSet Numbers(double[][] rows, double[] targets, RowSplit split, Func<double, double>? inUnits = null)
    {
        Standardization columns = Scaling.Fit(Of(rows, split.Train));
        Standardization target = Scaling.Fit([.. Of(targets, split.Train).Select(value => new[] { value })]);
        return new DataSet(Part(split.Train), Part(split.Test), InUnits);

        Examples<float> Part(int[] which) =>
            new(which.Length, columns.Apply(Of(rows, which)), target.Apply(Of(targets, which).Select(value => new[] { value })));

        double InUnits(double value)
        {
            double original = value * target.Deviation[0] + target.Mean[0];
            return inUnits is null ? original : inUnits(original);
        }
    }

    private static TItem[] Of<TItem>(TItem[] all, int[] which) => [.. which.Select(row => all[row])];
}
