using System.Collections.Immutable;
using NetGen.Data;

namespace NetGen.Baselines.Sets;

/// <summary>Rows made ready: columns standardized by the training rows, and targets where they are numbers.</summary>
internal static class Prepared
{
    public static DataSet Classes(double[][] rows, int[] labels, RowSplit split)
    {
        double[] inputs = Standardized(rows, split.Train);
        return Parts(new Examples<float>(Floats(inputs), labels), split);
    }

    public static DataSet Numbers(double[][] rows, double[] targets, RowSplit split, Func<double, double>? inUnits = null)
    {
        double[] inputs = Standardized(rows, split.Train);
        Standardization figures = Standardization.FitTargets(new Examples<double>(rows.Length, inputs, targets).Select(split.Train));
        double[] standardized = [.. targets];
        figures.Apply<double>(standardized);
        return Parts(new Examples<float>(rows.Length, Floats(inputs), Floats(standardized)), split) with { InUnits = InUnits };

        double InUnits(double target)
        {
            double number = target * figures.Deviation[0] + figures.Mean[0];
            return inUnits is null ? number : inUnits(number);
        }
    }

    private static double[] Standardized(double[][] rows, ImmutableArray<int> train)
    {
        double[] inputs = [.. rows.SelectMany(row => row)];
        Standardization.Fit(new Examples<double>(inputs, new int[rows.Length]).Select(train)).Apply<double>(inputs);
        return inputs;
    }

    private static DataSet Parts(Examples<float> all, RowSplit split) => new(all.Select(split.Train), all.Select(split.Test));

    private static float[] Floats(double[] numbers) => Array.ConvertAll(numbers, number => (float)number);
}
