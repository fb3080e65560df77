using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Reference;
using NetGen.Runtime.Tests.Data;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Evaluation;

[Trait("Mathematics", "J2")]
public sealed class CrossValidationTests
{
    [Fact]
    public void LeavingOneOutJudgesTheMeanAsItsClosedFormSays()
    {
        double[] y = Rows.Random<double>(12, offset: 3, scale: 2);
        CrossValidationResult result = CrossValidation.Run(Rows.Inputs(12, y), seed: 5, folds: 12, (train, dev) => SquaredErrorOfTheMean(train, dev));

        // Without row i the mean is ȳ − (yᵢ − ȳ)/(m − 1), so that the error of row i is (m/(m − 1))² (yᵢ − ȳ)².
        double[] expected = [.. y.Select(each => Math.Pow(12.0 / 11 * (each - y.Average()), 2))];
        Assert.Equal(expected.Average(), result.Mean, 12);
        Assert.Equal(expected.Sum(each => Math.Pow(each - expected.Average(), 2)) / 11, result.Variance, 10);
    }

    [Fact]
    public void MeanAndVarianceOfWorkedFolds()
    {
        var figures = new Queue<double>([0.5, 1, 3.5, -1]);
        CrossValidationResult result = CrossValidation.Run(Rows.Numbered(8), seed: 1, folds: 4, (_, _) => figures.Dequeue());
        Assert.Equal<double>([0.5, 1, 3.5, -1], result.Values.AsSpan());
        Assert.Equal((1.0, 10.5 / 3, Math.Sqrt(3.5)), (result.Mean, result.Variance, result.Deviation));
        using HostileCulture hostile = new();
        Assert.Equal("1 ± 1.87 over 4 folds: 0.5, 1, 3.5, -1", result.ToString());
    }

    [Fact]
    public void StratifiedFoldsHaveEveryClassInItsShare()
    {
        var counts = new List<(int Train, int Dev)>();
        CrossValidation.RunStratified(Rows.Numbered(90, classes: 3), seed: 2, folds: 5, (train, dev) =>
        {
            Assert.All(Rows.All(dev).Labels.CountBy(label => label), count => Assert.Equal(6, count.Value));
            Assert.Empty(Rows.All(dev).Inputs.Intersect(Rows.All(train).Inputs));
            counts.Add((train.Count, dev.Count));
            return 0;
        });
        Assert.Equal(Enumerable.Repeat((72, 18), 5), counts);
        Assert.Throws<ArgumentException>(() => CrossValidation.RunStratified(Rows.Numbered(90, classes: 30), 2, 5, (_, _) => 0));
    }

    [Fact]
    public void NetworksAreTrainedAndJudged()
    {
        // A line through numbers without noise is learned to any exactness, whatever rows it is learned from.
        double[] x = Rows.Random<double>(40);
        var examples = new Examples<double>(40, x, x.Select(each => 2 * each + 1).ToArray());
        CrossValidationResult result = CrossValidation.Run(examples, seed: 1, folds: 4, (train, dev) =>
        {
            var network = new ReferenceNetwork<double>(Chain(1, Loss.MeanSquaredError, Dense(1)), seed: 1);
            _ = new Trainer<double>(network, train, new Sgd<double>(0.2), batchSize: 30).Run(epochs: 100).Last();
            return Evaluate.Regression(network, dev).Errors.R2;
        });
        Assert.InRange(result.Mean, 1 - 1e-6, 1);
    }

    [Fact]
    public void ProgressIsToldAndCancellationObeyedBetweenFolds()
    {
        var told = new Told<RepetitionProgress>();
        using var source = new CancellationTokenSource();
        int folds = 0;
        Assert.Throws<OperationCanceledException>(() => CrossValidation.Run(Rows.Numbered(10), 1, 5, (_, _) =>
        {
            if (++folds == 3)
            {
                source.Cancel();
            }

            return 1;
        }, told, source.Token));
        Assert.Equal([new(1, 5), new(2, 5), new(3, 5)], told.Reports);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void AFigureThatIsNoneIsNamedByItsFold(double figure)
    {
        using HostileCulture hostile = new();
        int fold = 0;
        Assert.StartsWith(
            FormattableString.Invariant($"Fold 1 was judged {figure}; expected a finite number"),
            Assert.Throws<NotFiniteNumberException>(() => CrossValidation.Run(Rows.Numbered(10), 1, 5, (_, _) => fold++ == 1 ? figure : 0)).Message);
    }

    [Fact]
    public void FewerThanTwoFoldsAreRefused()
    {
        Assert.Contains("There are 0 folds; expected 2 or more.", Assert.Throws<ArgumentException>(() => CrossValidation.Run(Rows.Numbered(10), default, (_, _) => 1)).Message);
        Assert.Contains("There are 1 folds", Assert.Throws<ArgumentException>(() => CrossValidation.Run(Rows.Numbered(10), Folds.Rows(10, 1, 2)[..1], (_, _) => 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossValidation.Run(Rows.Numbered(10), 1, 1, (_, _) => 1));
    }

    [Fact]
    public void AFoldThatIsNullOrLacksRowsIsNamedBeforeAnyTraining()
    {
        Fold whole = Folds.Rows(10, 1, 2)[0];
        Refused("Fold 1 is null;", null!);
        Refused("Fold 1 has no rows to train on;", new Fold(default, whole.Dev));
        Refused("Fold 1 has no rows to train on;", whole with { Train = [] });
        Refused("Fold 1 has no rows to be judged on;", new Fold(whole.Train, default));

        void Refused(string expected, Fold wrong) => Assert.StartsWith(
            expected, Assert.Throws<ArgumentException>("folds", () => CrossValidation.Run(Rows.Numbered(10), [whole, wrong], (_, _) => throw new NotSupportedException())).Message);
    }

    private static double SquaredErrorOfTheMean(IExamples<double> train, IExamples<double> dev)
    {
        double mean = Rows.All(train).Inputs.Average();
        return Rows.All(dev).Inputs.Average(each => (each - mean) * (each - mean));
    }
}
