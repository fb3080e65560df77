using System;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Reference;
using NetGen.Runtime.Tests.Data;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

public sealed class EvaluateTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(101, 16)]
    [InlineData(64, 64)]
    [InlineData(13, 1000)]
    public void LossAndMatrixAreThoseOfAllRowsWhateverTheBatch(int rows, int batch)
    {
        double[] logits = Rows.Random<double>(rows * 5);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row * 3 % 5)];
        double[] oneHot = [.. labels.SelectMany(label => Enumerable.Range(0, 5).Select(index => index == label ? 1.0 : 0))];
        double expected = labels.Select((label, row) => Math.Log(logits[(5 * row)..(5 * row + 5)].Sum(Math.Exp)) - logits[5 * row + label]).Average();
        int right = labels.Where((label, row) => logits[(5 * row)..(5 * row + 5)].Max() == logits[5 * row + label]).Count();
        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            var network = Given.Network(5, Loss.CrossEntropy, Activation.Softmax, reduction);
            foreach (Examples<double> examples in new[] { new Examples<double>(logits, labels), new Examples<double>(rows, logits, oneHot) })
            {
                ClassificationResult result = Evaluate.Classification(network, examples, batch);
                Assert.Equal(expected, result.Loss!.Value, 12);
                Assert.Equal((rows, (double)right / rows), (result.Confusion.Count, result.Accuracy));
            }
        }
    }

    [Theory]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void PenaltiesAreNoPartOfTheLossWhateverTheBatch(Reduction reduction)
    {
        NetworkDescription plain = new("Net", [3], [new DenseDescription("Dense1", [0], 2)], Loss.MeanSquaredError, reduction);
        NetworkDescription penalized = new("Net", [3], [new DenseDescription("Dense1", [0], 2)], Loss.MeanSquaredError, reduction) { Penalties = [new PenaltyDescription(0.5, 3)] };
        var examples = new Examples<double>(7, Rows.Random<double>(21), Rows.Random<double>(14, offset: 5));
        double expected = Evaluate.Regression(new ReferenceNetwork<double>(plain, seed: 4), examples).Loss!.Value;

        foreach (int batch in (int[])[1, 3, 7])
        {
            Assert.Equal(expected, Evaluate.Regression(new ReferenceNetwork<double>(penalized, seed: 4), examples, batch).Loss!.Value, 12);
        }
    }

    [Fact]
    public void NaNIsUndecidedAndEqualsGoToTheFirst()
    {
        var network = Given.Network(3, loss: null);
        double[] outputs = [double.NaN, 1, 2, 1, double.NaN, 0, 5, 5, 1, 1, 7, 7, double.NegativeInfinity, 0, double.PositiveInfinity];
        ConfusionMatrix matrix = Evaluate.Classification(new Direct(outputs, 3), new Examples<double>(outputs, new[] { 0, 1, 2, 2, 2 }), batch: 2).Confusion;
        Assert.Equal((5L, 2L, 1L, 1L), (matrix.Count, matrix.Undecided, matrix.UndecidedOf(0), matrix.UndecidedOf(1)));
        Assert.Equal((1L, 1L, 1L), (matrix[2, 0], matrix[2, 1], matrix[2, 2]));
        Assert.Null(Evaluate.Classification(network, new Examples<double>(new double[3], new int[1])).Loss);
    }

    [Fact]
    public void ASingleOutputDecidesBetweenTwoClassesAtTheThreshold()
    {
        double[] outputs = [0.1, 0.5, 0.9, 0.3, double.NaN];
        var examples = new Examples<double>(5, outputs, new double[] { 0, 1, 1, 1, 0 });
        ConfusionMatrix half = Evaluate.Classification(new Direct(outputs, 1), examples).Confusion;
        Assert.Equal((1L, 2L, 1L, 1L), (half[0, 0], half[1, 1], half[1, 0], half.UndecidedOf(0)));
        ConfusionMatrix low = Evaluate.Classification(new Direct(outputs, 1), examples, threshold: 0.05).Confusion;
        Assert.Equal((1L, 3L), (low[0, 1], low[1, 1]));
    }

    [Fact]
    public void RowsWithoutAClassAreNamedByTheirNumberInTheSet()
    {
        var network = Given.Network(2, Loss.CrossEntropy, Activation.Softmax);
        var labelled = new Examples<double>(new double[20], new[] { 0, 1, 0, 1, 0, 1, 0, 1, 0, 2 });
        Assert.Equal("The label of row 9 is 2; expected 0 to 1.", Assert.Throws<InvalidDataException>(() => Evaluate.Classification(network, labelled, batch: 4)).Message);
        var tie = new Examples<double>(3, new double[6], new double[] { 1, 0, 0, 1, 0, 0 });
        Assert.Contains("row 2", Assert.Throws<InvalidDataException>(() => Evaluate.Classification(network, tie, batch: 2)).Message);
        var unknown = new Examples<double>(3, new double[6], new double[] { 1, 0, 0, double.NaN, 0, 1 });
        Assert.Contains("row 1, column 1 is NaN", Assert.Throws<InvalidDataException>(() => Evaluate.Classification(network, unknown)).Message);
        double[] inputs = new double[6];
        var regression = new Examples<double>(3, inputs, new[] { 1, 0, 0, 1, double.PositiveInfinity, 1 });
        Assert.Contains("row 2, column 0 is", Assert.Throws<InvalidDataException>(() => Evaluate.Regression(Given.Network(2, loss: null), regression, batch: 2)).Message);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(101, 16)]
    public void RegressionIsJudgedInTheTargetsOwnUnits(int rows, int batch)
    {
        double[] predictions = Rows.Random<double>(rows * 2);
        double[] targets = Rows.Random<double>(rows * 2, offset: 50, scale: 4, seed: 2);
        var own = new Examples<double>(rows, predictions, targets);
        var scale = new Standardization([50, 40], [4, 0.5]);
        IExamples<double> standardized = own.Standardized(inputs: null, targets: scale);
        RegressionResult result = Evaluate.Regression(Given.Network(2, Loss.MeanSquaredError), standardized, batch, scale);
        double[] inverted = [.. predictions];
        scale.Invert<double>(inverted);
        var expected = new RegressionErrors(2);
        expected.Add<double>(inverted, targets);
        Assert.Equal(expected.MeanSquaredError, result.Errors.MeanSquaredError, 9);
        Assert.Equal(expected.R2, result.Errors.R2, 10);
        RegressionResult units = Evaluate.Regression(Given.Network(2, Loss.MeanSquaredError, reduction: Reduction.Sum), standardized, batch);
        Assert.Equal(units.Errors.MeanSquaredError, result.Loss!.Value, 10);
        Assert.Equal(units.Errors.MeanSquaredError, units.Loss!.Value, 10);
        Assert.Equal(rows, units.Errors.Count);
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var network = Given.Network(3, Loss.MeanSquaredError);
        var examples = new Examples<double>(2, new double[6], new double[6]);
        Assert.Contains("have 2 inputs a row; Chain takes 3", Assert.Throws<ArgumentException>(() => Evaluate.Classification(network, new Examples<double>(new double[4], new int[2]))).Message);
        Assert.Throws<ArgumentException>(() => Evaluate.Regression(network, new Examples<double>(2, new double[6], new double[4])));
        Assert.Contains("labels; expected targets", Assert.Throws<ArgumentException>(() => Evaluate.Regression(network, new Examples<double>(new double[6], new int[2]))).Message);
        Assert.Contains("has 1 columns; expected 3", Assert.Throws<ArgumentException>(() => Evaluate.Regression(network, examples, targets: new Standardization([0], [1]))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Evaluate.Regression(network, examples, batch: 0));
    }

    [Fact]
    public void LabelsThatTheLossCannotTakeAreTheExamplesAndNotABatchs()
    {
        var network = Given.Network(3, Loss.MeanSquaredError);
        var examples = new Examples<double>(new double[6], new[] { 0, 1 });
        const string Expected = "The examples have labels, which only cross-entropy takes; the loss of Chain, MeanSquaredError, compares numbers; expected 3 targets a row.";
        Assert.StartsWith(Expected, Assert.Throws<ArgumentException>("examples", () => Evaluate.Classification(network, examples)).Message);
        Assert.StartsWith(Expected, Assert.Throws<ArgumentException>("examples", () => Evaluate.Roc(network, examples)).Message);
    }

    [Fact]
    public void AThresholdIsAnyNumberButNaN()
    {
        double[] outputs = [-3, 0.5, 4];
        var examples = new Examples<double>(3, outputs, new double[] { 0, 1, 1 });
        Assert.StartsWith("threshold is NaN; expected a number", Assert.Throws<ArgumentOutOfRangeException>("threshold", () => Evaluate.Classification(new Direct(outputs, 1), examples, threshold: double.NaN)).Message);
        foreach (RocPoint point in RocCurve.Of<double>(outputs, [0, 1, 1]).Points)
        {
            ConfusionMatrix matrix = Evaluate.Classification(new Direct(outputs, 1), examples, threshold: point.Threshold).Confusion;
            Assert.Equal((point.FalsePositiveRate, point.TruePositiveRate), (matrix[0, 1] / 1.0, matrix[1, 1] / 2.0));
        }
    }

    [Fact]
    public void ABatchThatNoArrayHoldsIsNamedWithItsSizes()
    {
        const int Many = 1 << 16;
        IExamples<double> examples = new Examples<double>(1, new double[Many], new double[1]).Select([.. new int[Many]]);
        var network = new ReferenceNetwork<double>(new NetworkDescription("Wide", [Many], [new DenseDescription("Dense1", [0], 1)]), seed: 1);
        Assert.StartsWith(
            "A batch of 65536 rows has 4294967296 inputs and 65536 outputs of Wide; an array holds 2147483591. Use batches of at most 32767 rows.",
            Assert.Throws<ArgumentException>("batch", () => Evaluate.Regression(network, examples, Many)).Message);
    }

    [Fact]
    public void BatchesAllocateNothingAfterTheFirst()
    {
        var scale = new Standardization([1, 1, 1], [2, 2, 2]);
        var echo = new Echo(3);
        long[] allocated = [.. new[] { 8, 8 * 1000 }.Select(rows =>
        {
            var examples = new Examples<float>(rows, new float[3 * rows], Enumerable.Range(0, 3 * rows).Select(place => place % 3 == 0 ? 1f : 0).ToArray());
            return Allocated.Bytes(() =>
            {
                Evaluate.Classification(echo, examples, batch: 8);
                Evaluate.Regression(echo, examples, batch: 8, scale);
            });
        })];
        Assert.Equal(allocated[0], allocated[1]);
    }
}
