using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Runtime.Tests.Data;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

[Trait("Mathematics", "J3")]
public sealed class LearningCurveTests
{
    [Fact]
    public void ErrorsOfTheMeanComeTogetherAsTheirClosedFormSays()
    {
        // Of n normal numbers with σ = 1 the mean has the error 1 − 1/n on them and 1 + 1/n on others, in expectation.
        const int Curves = 400;
        const int DevRows = 50;
        LearningCurve[] curves =
        [
            .. Enumerable.Range(0, Curves).Select(curve => LearningCurve.Of(
                Normal(40, curve), Normal(DevRows, Curves + curve), seed: (ulong)curve, [2, 5, 40], (train, dev) => (ErrorOfTheMean(train, train), ErrorOfTheMean(train, dev)))),
        ];
        for (int point = 0; point < 3; point++)
        {
            double n = curves[0].Points[point].Rows;

            // Σ (y − ȳ)² is χ² of n − 1; (1/k) Σ (y' − ȳ)² over k others is χ² of k − 1 over k, plus (ȳ' − ȳ)² of variance 1/k + 1/n.
            double trainSpread = Math.Sqrt(2 * (n - 1)) / n;
            double devSpread = Math.Sqrt(2.0 * (DevRows - 1) / (DevRows * DevRows) + 2 * Math.Pow(1.0 / DevRows + 1 / n, 2));
            Near(1 - 1 / n, trainSpread, curves.Average(curve => curve.Points[point].TrainError));
            Near(1 + 1 / n, devSpread, curves.Average(curve => curve.Points[point].DevError));
        }

        static void Near(double expected, double spread, double mean) => Assert.InRange(mean - expected, -5 * spread / Math.Sqrt(Curves), 5 * spread / Math.Sqrt(Curves));
    }

    [Fact]
    public void RowsOfASmallerNumberAreAmongThoseOfALargerOne()
    {
        var seen = new List<float[]>();
        LearningCurve curve = LearningCurve.Of(Rows.Numbered(100), Rows.Numbered(3), seed: 1, [1, 10, 50, 100], (train, dev) =>
        {
            Assert.Equal(3, dev.Count);
            seen.Add(Rows.All(train).Inputs);
            return (train.Count, -train.Count);
        });
        Assert.Equal<LearningPoint>([new(1, 1, -1), new(10, 10, -10), new(50, 50, -50), new(100, 100, -100)], curve.Points.AsSpan());
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.Equal(pair.First, pair.Second.Take(pair.First.Length)));
        Assert.Equal(Enumerable.Range(0, 100).Select(row => (float)row), seen[3].Order());
        Assert.NotEqual(Enumerable.Range(0, 100).Select(row => (float)row), seen[3]);
        using HostileCulture hostile = new();
        Assert.Equal("    rows      training           dev\n       1             1            -1", string.Join('\n', curve.ToString().Split('\n').Take(2)));
    }

    [Fact]
    public void ProgressIsToldAndCancellationObeyed()
    {
        var told = new Told<RepetitionProgress>();
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => LearningCurve.Of(Rows.Numbered(10), Rows.Numbered(3), 1, [1, 2, 3], (_, _) =>
        {
            source.Cancel();
            return (0, 0);
        }, told, source.Token));
        Assert.Equal([new(1, 3)], told.Reports);
    }

    [Theory]
    [InlineData(new int[0], "The sizes are none;")]
    [InlineData(new[] { 0, 1 }, "The sizes are 0, 1;")]
    [InlineData(new[] { -4 }, "The sizes are -4;")]
    [InlineData(new[] { 2, 2 }, "The sizes are 2, 2;")]
    [InlineData(new[] { 5, 11 }, "The sizes are 5, 11; expected numbers of rows that ascend, from 1 to 10 at most.")]
    public void SizesThatDoNotAscendAreRefused(int[] sizes, string message)
    {
        using HostileCulture hostile = new();
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => LearningCurve.Of(Rows.Numbered(10), Rows.Numbered(3), 1, [.. sizes], (_, _) => (0, 0))).Message);
    }

    private static Examples<double> Normal(int rows, int seed) => Rows.Inputs(rows, Rows.Random<double>(rows, seed: (ulong)seed));

    private static double ErrorOfTheMean(IExamples<double> train, IExamples<double> judged)
    {
        double mean = Rows.All(train).Inputs.Average();
        return Rows.All(judged).Inputs.Average(each => (each - mean) * (each - mean));
    }
}
