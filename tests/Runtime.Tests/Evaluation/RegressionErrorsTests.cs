using System;
using System.IO;
using System.Linq;
using NetGen.Evaluation;
using NetGen.Runtime.Tests.Data;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

public sealed class RegressionErrorsTests
{
    [Fact]
    public void FiguresOfAWorkedExample()
    {
        RegressionErrors errors = Of(2, predictions: [1, 10, 2, 10, 6, 10], targets: [1, 10, 4, 13, 4, 7]);
        Assert.Equal((3L, 0L), (errors.Count, errors.NotFinite));
        Assert.Equal((8.0 / 3, 18.0 / 3), (errors.MeanSquaredErrorOf(0), errors.MeanSquaredErrorOf(1)));
        Assert.Equal((4.0 / 3, 6.0 / 3), (errors.MeanAbsoluteErrorOf(0), errors.MeanAbsoluteErrorOf(1)));
        Assert.Equal(Math.Sqrt(6), errors.RootMeanSquaredErrorOf(1));
        Assert.Equal(1 - 8.0 / 6, errors.R2Of(0), 15);
        Assert.Equal(0, errors.R2Of(1), 15);
        Assert.Equal((13.0 / 3, 5.0 / 3), (errors.MeanSquaredError, errors.MeanAbsoluteError));
        Assert.Equal(Math.Sqrt(13.0 / 3), errors.RootMeanSquaredError);
        Assert.Equal((1 - 8.0 / 6) / 2, errors.R2, 15);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(7, 3)]
    [InlineData(1009, 5)]
    public void PiecesAndWholesAgreeWithPlainSums(int rows, int columns)
    {
        double[] targets = Rows.Random<double>(rows * columns, offset: 100);
        double[] predictions = [.. targets.Zip(Rows.Random<double>(rows * columns, seed: 2), (target, noise) => target + noise)];
        var pieces = new RegressionErrors(columns);
        for (int row = 0; row < rows; row += 3)
        {
            Range range = (row * columns)..(Math.Min(row + 3, rows) * columns);
            pieces.Add<double>(predictions.AsSpan(range), targets.AsSpan(range));
        }

        RegressionErrors whole = Of(columns, predictions, targets);
        Assert.Equal((whole.MeanSquaredError, whole.R2), (pieces.MeanSquaredError, pieces.R2));
        for (int column = 0; column < columns; column++)
        {
            double[] y = [.. targets.Where((_, index) => index % columns == column)];
            double[] error = [.. predictions.Where((_, index) => index % columns == column).Zip(y, (prediction, target) => prediction - target)];
            double squares = error.Sum(value => value * value);
            Assert.Equal(squares / rows, whole.MeanSquaredErrorOf(column), 12);
            Assert.Equal(error.Sum(Math.Abs) / rows, whole.MeanAbsoluteErrorOf(column), 12);
            Assert.Equal(1 - squares / y.Sum(value => (value - y.Average()) * (value - y.Average())), whole.R2Of(column), 10);
        }
    }

    [Fact]
    public void AConstantTargetHasR2Of1WhereEveryPredictionIsExactAnd0Otherwise()
    {
        Assert.Equal(1, Of(1, [0.1, 0.1, 0.1], [0.1, 0.1, 0.1]).R2);
        Assert.Equal(0, Of(1, [0.1, 0.1, 0.2], [0.1, 0.1, 0.1]).R2);
    }

    [Fact]
    public void FewerThanTwoRowsHaveNoR2()
    {
        RegressionErrors one = Of(1, [3], [1]);
        Assert.Equal((4.0, 2.0, 2.0), (one.MeanSquaredError, one.RootMeanSquaredError, one.MeanAbsoluteError));
        Assert.True(double.IsNaN(one.R2));
        Assert.True(double.IsNaN(new RegressionErrors(1).MeanSquaredError));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void PredictionsThatAreNotFiniteAreCountedAndShow(double prediction)
    {
        RegressionErrors errors = Of(2, [1, prediction, 2, prediction, 4, 4], [1, 1, 2, 2, 3, 3]);
        Assert.Equal(2, errors.NotFinite);
        Assert.Equal(1.0 / 3, errors.MeanSquaredErrorOf(0));
        Assert.False(double.IsFinite(errors.MeanSquaredErrorOf(1)));
        Assert.False(double.IsFinite(errors.MeanAbsoluteError));
        Assert.True(double.IsNaN(errors.R2));
        Assert.Equal(0.5, errors.R2Of(0), 15);
        Assert.EndsWith(", 2 predictions are NaN or infinite", errors.ToString());
    }

    [Fact]
    public void WrongLengthsAndTargetsCountNothing()
    {
        var errors = new RegressionErrors(2);
        Assert.Throws<ArgumentException>(() => errors.Add<double>([1, 2], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => errors.Add<double>([1, 2, 3], [1, 2, 3]));
        string message = Assert.Throws<InvalidDataException>(() => errors.Add<double>([1, 2, 3, 4], [1, 2, 3, double.NaN])).Message;
        Assert.Equal("The target of row 1, column 1 is NaN; expected a finite number.", message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegressionErrors(0));
        Assert.Equal(0, errors.Count);
    }

    private static RegressionErrors Of(int columns, double[] predictions, double[] targets)
    {
        var errors = new RegressionErrors(columns);
        errors.Add<double>(predictions, targets);
        return errors;
    }
}
