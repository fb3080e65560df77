using System;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Randomness;
using NetGen.Runtime.Tests.Data;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

public sealed class RocCurveTests
{
    /// <summary>The twenty test instances of T. Fawcett (2006), figure 3.</summary>
    private static readonly (double Score, int Class)[] Fawcett =
    [
        (0.9, 1), (0.8, 1), (0.7, 0), (0.6, 1), (0.55, 1), (0.54, 1), (0.53, 0), (0.52, 0), (0.51, 1), (0.505, 0),
        (0.4, 1), (0.39, 0), (0.38, 1), (0.37, 0), (0.36, 0), (0.35, 0), (0.34, 1), (0.33, 0), (0.30, 1), (0.1, 0),
    ];

    [Fact]
    public void TheExampleOfFawcett()
    {
        var shuffled = Fawcett.OrderBy(each => each.Score * 1000 % 7).ToArray();
        RocCurve curve = RocCurve.Of<double>([.. shuffled.Select(each => each.Score)], [.. shuffled.Select(each => each.Class)]);
        Assert.Equal(21, curve.Points.Length);
        Assert.Equal(new RocPoint(double.PositiveInfinity, 0, 0), curve.Points[0]);
        Assert.Equal(new RocPoint(0.54, 0.1, 0.5), curve.Points[6]);
        Assert.Equal(new RocPoint(0.1, 1, 1), curve.Points[20]);
        Assert.Equal(0.68, curve.Area); // 68 of 100 pairs are in order
        using HostileCulture hostile = new();
        Assert.Equal("AUC 0.6800, 20 thresholds", curve.ToString());
    }

    [Fact]
    public void EqualScoresAreOneStepAndCountHalf()
    {
        RocCurve curve = RocCurve.Of<float>([1, 1, 1, 1, 1], [0, 1, 1, 0, 0]);
        Assert.Equal<RocPoint>([new(double.PositiveInfinity, 0, 0), new(1, 1, 1)], curve.Points.AsSpan());
        Assert.Equal(0.5, curve.Area);
        Assert.Equal(0.5 / 4, RocCurve.Of<float>([3, 2, 2, 1], [0, 0, 1, 1]).Area);
        Assert.Equal(2, RocCurve.Of<double>([0.0, -0.0], [0, 1]).Points.Length);
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(200, 7)]
    [InlineData(301, 1000)]
    public void TheAreaIsTheShareOfPairsInOrder(int rows, int different)
    {
        int[] classes = [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? 1 : 0)];
        float[] scores = [.. classes.Select((each, row) => MathF.Floor((float)(CounterRandom.Uniform(9, 0, row) + 0.3 * each) * different))];
        double[] doubles = [.. scores.Select(score => (double)score)];
        double pairs = 0;
        foreach (float positive in scores.Where((_, row) => classes[row] == 1))
        {
            pairs += scores.Where((_, row) => classes[row] == 0).Sum(negative => positive > negative ? 1 : positive == negative ? 0.5 : 0);
        }

        double expected = pairs / classes.Count(each => each == 1) / classes.Count(each => each == 0);
        RocCurve curve = RocCurve.Of<float>(scores, classes);
        Assert.Equal(expected, curve.Area, 14);
        Assert.Equal((curve.Area, scores.Distinct().Count() + 1), (RocCurve.Of<double>(doubles, classes).Area, curve.Points.Length));

        // The area under the straight lines between the points, and of the other class.
        Assert.Equal(expected, curve.Points.Zip(curve.Points.Skip(1), (a, b) => (b.FalsePositiveRate - a.FalsePositiveRate) * (a.TruePositiveRate + b.TruePositiveRate) / 2).Sum(), 13);
        Assert.Equal(1 - expected, RocCurve.Of<double>(doubles, [.. classes.Select(each => 1 - each)]).Area, 14);

        // What a threshold makes of the scores is what counting says.
        RocPoint middle = curve.Points[curve.Points.Length / 2];
        Assert.Equal(scores.Where((score, row) => classes[row] == 1 && score >= middle.Threshold).Count() / (double)classes.Sum(), middle.TruePositiveRate);
        Assert.Equal(scores.Where((score, row) => classes[row] == 0 && score >= middle.Threshold).Count() / (double)(rows - classes.Sum()), middle.FalsePositiveRate);
    }

    [Fact]
    public void InfiniteScoresHaveTheirPlaces()
    {
        Assert.Equal(1, RocCurve.Of<double>([double.NegativeInfinity, 0, double.PositiveInfinity], [0, 1, 1]).Area);
        Assert.Equal(0.5, RocCurve.Of<double>([double.NegativeInfinity, 0, double.PositiveInfinity], [1, 0, 1]).Area);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public void NetworksAreJudgedByTheOutputOfAClassWhateverTheBatch(int batch)
    {
        double[] outputs = Rows.Random<double>(30);
        int[] labels = [.. Enumerable.Range(0, 10).Select(row => row * row % 3)];
        double expected = RocCurve.Of<double>([.. outputs.Where((_, place) => place % 3 == 1)], [.. labels.Select(label => label == 1 ? 1 : 0)]).Area;
        Assert.Equal(expected, Evaluate.Roc(new Direct(outputs, 3), new Examples<double>(outputs, labels), positive: 1, batch).Area);
        Assert.NotEqual(expected, Evaluate.Roc(new Direct(outputs, 3), new Examples<double>(outputs, labels), positive: 0, batch).Area);
        double[] single = [0.2, 0.4, 0.4, 0.9];
        Assert.Equal(3.5 / 4, Evaluate.Roc(new Direct(single, 1), new Examples<double>(4, single, new double[] { 0, 1, 0, 1 }), batch: batch).Area);
    }

    [Fact]
    public void WhatCannotBeRankedIsRefused()
    {
        using HostileCulture hostile = new();
        Assert.Equal("The score of row 1 is NaN; expected a number, for NaN has no place in an order.", Assert.Throws<InvalidDataException>(() => RocCurve.Of<float>([1, float.NaN, 1], [0, 1, 1])).Message);
        Assert.Equal("The class of row 2 is -1; expected 0 or 1.", Assert.Throws<InvalidDataException>(() => RocCurve.Of<float>([1, 2, 1], [0, 1, -1])).Message);
        Assert.Contains("0 of 3 rows are of class 1; expected some of both", Assert.Throws<ArgumentException>(() => RocCurve.Of<float>([1, 2, 1], [0, 0, 0])).Message);
        Assert.Contains("3 of 3 rows are of class 1", Assert.Throws<ArgumentException>(() => RocCurve.Of<float>([1, 2, 1], [1, 1, 1])).Message);
        Assert.Contains("0 of 0 rows", Assert.Throws<ArgumentException>(() => RocCurve.Of<float>([], [])).Message);
        Assert.Contains("3 scores and 2 classes", Assert.Throws<ArgumentException>(() => RocCurve.Of<float>([1, 2, 1], [1, 1])).Message);
        var examples = new Examples<double>(new double[6], new[] { 0, 1, 2 });
        Assert.Contains("positive is 2; expected 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => Evaluate.Roc(new Direct(new double[6], 2), examples, positive: 2)).Message);
        Assert.Contains("The label of row 2 is 2", Assert.Throws<InvalidDataException>(() => Evaluate.Roc(new Direct(new double[6], 2), examples)).Message);
        Assert.Contains("positive is 0; expected 1", Assert.Throws<ArgumentOutOfRangeException>(() => Evaluate.Roc(new Direct(new double[2], 1), new Examples<double>(2, new double[2], new double[] { 0, 1 }), positive: 0)).Message);
    }
}
