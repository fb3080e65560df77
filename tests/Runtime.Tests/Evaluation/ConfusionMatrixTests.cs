using System;
using System.Linq;
using NetGen.Evaluation;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void FiguresOfAWorkedMatrix()
    {
        ConfusionMatrix matrix = Of(3, (0, 0, 5), (0, 1, 1), (1, 1, 3), (1, 2, 2), (2, 0, 4));
        Assert.Equal((15L, 5L, 1L, 4L), (matrix.Count, matrix[0, 0], matrix[0, 1], matrix[2, 0]));
        Assert.Equal(8.0 / 15, matrix.Accuracy);
        Assert.Equal([5.0 / 9, 3.0 / 4, 0], Enumerable.Range(0, 3).Select(matrix.Precision));
        Assert.Equal([5.0 / 6, 3.0 / 5, 0], Enumerable.Range(0, 3).Select(matrix.Recall));
        Assert.Equal([10.0 / 15, 6.0 / 9, 0], Enumerable.Range(0, 3).Select(matrix.F1));
        Assert.Equal((5.0 / 9 + 3.0 / 4) / 3, matrix.MacroPrecision, 15);
        Assert.Equal((5.0 / 6 + 3.0 / 5) / 3, matrix.MacroRecall, 15);
        Assert.Equal((10.0 / 15 + 6.0 / 9) / 3, matrix.MacroF1, 15);
        Assert.Equal([8.0 / 15, 8.0 / 15, 8.0 / 15], [matrix.MicroPrecision, matrix.MicroRecall, matrix.MicroF1]);
    }

    [Fact]
    public void WhatIsUndefinedIs0AndClassesThatNeverOccurAreLeftOutOfMeans()
    {
        ConfusionMatrix matrix = Of(4, (0, 0, 2), (0, 2, 2));
        Assert.Equal((0.0, 0.0, 0.0), (matrix.Precision(2), matrix.Recall(2), matrix.F1(2)));
        Assert.Equal((0.0, 0.0, 0.0), (matrix.Precision(3), matrix.Recall(3), matrix.F1(3)));
        Assert.Equal((0.5, 0.25), (matrix.MacroPrecision, matrix.MacroRecall));
        var empty = new ConfusionMatrix(2);
        Assert.Equal((0L, 0.0, 0.0, 0.0), (empty.Count, empty.MacroF1, empty.MicroF1, empty.Recall(0)));
        Assert.True(double.IsNaN(empty.Accuracy));
    }

    [Fact]
    public void UndecidedExamplesAreWrongButAreNoPredictionOfAClass()
    {
        ConfusionMatrix matrix = Of(2, (0, 0, 3), (1, 1, 2));
        matrix.AddUndecided(1);
        Assert.Equal((6L, 1L, 0L, 1L), (matrix.Count, matrix.Undecided, matrix.UndecidedOf(0), matrix.UndecidedOf(1)));
        Assert.Equal((5.0 / 6, 1.0, 2.0 / 3, 4.0 / 5), (matrix.Accuracy, matrix.Precision(1), matrix.Recall(1), matrix.F1(1)));
        Assert.Equal((1.0, 5.0 / 6, 10.0 / 11), (matrix.MicroPrecision, matrix.MicroRecall, matrix.MicroF1));
        Assert.EndsWith(", 1 predictions are NaN", matrix.ToString());
    }

    [Fact]
    public void OnRandomMatricesMicroFiguresAreTheAccuracyAndF1IsTheHarmonicMean()
    {
        for (int trial = 0; trial < 200; trial++)
        {
            int classes = 2 + trial % 11;
            var matrix = new ConfusionMatrix(classes);
            for (int index = 0; index < 1 + trial * 3; index++)
            {
                matrix.Add((int)(CounterRandom.Uniform(1, trial, index) * classes), (int)(CounterRandom.Uniform(2, trial, index) * classes));
            }

            Assert.Equal((matrix.Accuracy, matrix.Accuracy, matrix.Accuracy), (matrix.MicroPrecision, matrix.MicroRecall, matrix.MicroF1));
            Assert.Equal(matrix.Count, Enumerable.Range(0, classes).Sum(matrix.CountOf));
            for (int index = 0; index < classes; index++)
            {
                double sum = matrix.Precision(index) + matrix.Recall(index);
                Assert.Equal(sum == 0 ? 0 : 2 * matrix.Precision(index) * matrix.Recall(index) / sum, matrix.F1(index), 14);
            }
        }
    }

    [Fact]
    public void TheTableShowsCountsAndFigures()
    {
        string expected = """
            true \ predicted  cat  dog  precision  recall     F1
            cat                12    1      1.000   0.923  0.960
            dog                 0    2      0.667   1.000  0.800
            accuracy 0.9333 of 15, macro F1 0.8800
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Of(2, (0, 0, 12), (0, 1, 1), (1, 1, 2)).ToString(["cat", "dog"]));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(2).ToString(["cat"]));
    }

    [Fact]
    public void ClassesThatAreNotAreRefused()
    {
        var matrix = new ConfusionMatrix(3);
        Assert.Contains("There is no class 3; expected 0 to 2.", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(3, 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.AddUndecided(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(1));
        Assert.Equal(0, matrix.Count);
    }

    private static ConfusionMatrix Of(int classes, params (int Truth, int Predicted, int Times)[] counts)
    {
        var matrix = new ConfusionMatrix(classes);
        foreach ((int truth, int predicted, int times) in counts)
        {
            for (int index = 0; index < times; index++)
            {
                matrix.Add(truth, predicted);
            }
        }

        return matrix;
    }
}
