using System;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Data;

namespace NetGen.Evaluation;

/// <summary>How far predictions ŷ lie from targets y, for every target column and over all of them.</summary>
/// <remarks>
/// Over the m rows of a column: MSE = (1/m) Σ (ŷ − y)², RMSE = √MSE, MAE = (1/m) Σ |ŷ − y|,
/// R² = 1 − Σ (ŷ − y)² / Σ (y − ȳ)² (S. Wright, 1921). A constant column has R² = 1 where every prediction is exact
/// and 0 otherwise; of fewer than 2 rows R² is NaN; both as scikit-learn decides. The figures over all columns are the
/// plain mean over the columns, and RMSE the root of that MSE. Everything is computed in double, Σ (y − ȳ)² in one
/// pass by the method of B. Welford (1962). A prediction that is NaN or infinite makes the figures of its column NaN
/// or infinite, and is counted.
/// </remarks>
public sealed class RegressionErrors
{
    private readonly double[] squared;
    private readonly double[] absolute;
    private readonly double[] mean;
    private readonly double[] spread;

    /// <summary>No rows yet.</summary>
    /// <param name="columns">The numbers of a target row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public RegressionErrors(int columns)
    {
        Expect.AtLeast(columns, 1, nameof(columns));
        squared = new double[columns];
        absolute = new double[columns];
        mean = new double[columns];
        spread = new double[columns];
    }

    /// <summary>The numbers of a target row.</summary>
    public int Columns => squared.Length;

    /// <summary>The rows compared.</summary>
    public long Count { get; private set; }

    /// <summary>The predicted numbers that were NaN or infinite.</summary>
    public long NotFinite { get; private set; }

    /// <summary>MSE over all columns; NaN where there are no rows.</summary>
    public double MeanSquaredError => squared.Average() / Count;

    /// <summary>The root of <see cref="MeanSquaredError"/>.</summary>
    public double RootMeanSquaredError => Math.Sqrt(MeanSquaredError);

    /// <summary>MAE over all columns; NaN where there are no rows.</summary>
    public double MeanAbsoluteError => absolute.Average() / Count;

    /// <summary>The mean R² of the columns.</summary>
    public double R2 => Enumerable.Range(0, Columns).Average(R2Of);

    /// <summary>Σ (ŷ − y)² over all columns.</summary>
    internal double SquaredSum => squared.Sum();

    /// <summary>MSE of a column.</summary>
    /// <param name="column">The column, from 0.</param>
    public double MeanSquaredErrorOf(int column) => squared[column] / Count;

    /// <summary>RMSE of a column.</summary>
    /// <param name="column">The column, from 0.</param>
    public double RootMeanSquaredErrorOf(int column) => Math.Sqrt(MeanSquaredErrorOf(column));

    /// <summary>MAE of a column.</summary>
    /// <param name="column">The column, from 0.</param>
    public double MeanAbsoluteErrorOf(int column) => absolute[column] / Count;

    /// <summary>R² of a column: 1 is exact, 0 as good as the mean, below 0 worse.</summary>
    /// <param name="column">The column, from 0.</param>
    public double R2Of(int column) =>
        Count < 2 || !double.IsFinite(squared[column]) ? double.NaN
        : spread[column] > 0 ? 1 - squared[column] / spread[column]
        : squared[column] == 0 ? 1
        : 0;

    /// <summary>Compares rows.</summary>
    /// <param name="predictions">[rows, columns].</param>
    /// <param name="targets">[rows, columns], finite.</param>
    /// <exception cref="ArgumentException">The lengths differ or are no whole number of rows.</exception>
    /// <exception cref="InvalidDataException">A target is NaN or infinite; none of the rows is counted then.</exception>
    public void Add<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (predictions.Length != targets.Length || targets.Length % Columns != 0)
        {
            throw new ArgumentException($"There are {predictions.Length} predictions and {targets.Length} targets; expected as many of both, {Columns} for each row.");
        }

        ExpectExamples.Finite(targets, Columns, new(Count), "target");
        for (int first = 0; first < targets.Length; first += Columns)
        {
            Count++;
            for (int column = 0; column < Columns; column++)
            {
                Add(column, double.CreateTruncating(predictions[first + column]), double.CreateTruncating(targets[first + column]));
            }
        }
    }

    /// <summary>The figures over all columns, and how many predictions were not finite if any were.</summary>
    public override string ToString()
    {
        string figures = FormattableString.Invariant($"MSE {MeanSquaredError:G6}, RMSE {RootMeanSquaredError:G6}, MAE {MeanAbsoluteError:G6}, R² {R2:G6} of {Count}");
        return NotFinite == 0 ? figures : $"{figures}, {NotFinite} predictions are NaN or infinite";
    }

    private void Add(int column, double prediction, double target)
    {
        NotFinite += double.IsFinite(prediction) ? 0 : 1;
        double error = prediction - target;
        squared[column] += error * error;
        absolute[column] += Math.Abs(error);
        double distance = target - mean[column];
        mean[column] += distance / Count;
        spread[column] += distance * (target - mean[column]);
    }
}
