using System;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Data;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

[Trait("Mathematics", "G1")]
public sealed class StandardizationTests
{
    private const double Grid = 1.0 / (1 << 20);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(2, 1)]
    [InlineData(5, 3)]
    [InlineData(101, 4)]
    [InlineData(31, 257)]
    [InlineData(70_001, 1)]
    [InlineData(2_000, 67)]
    [InlineData(3, 70_001)]
    public void MeanAndDeviationAreThoseOfTwoPassesInTheWidestNumbers(int rows, int columns)
    {
        Fit<double>(rows, columns, 3, 2);
        Fit<float>(rows, columns, 3, 2);
        Fit<double>(rows, columns, 1e9, 1e-3);
        Fit<float>(rows, columns, 1000, 0.5);
    }

    [Fact]
    public void AFarFirstRowCostsNoMoreThanTheRoundingOfItsDistance()
    {
        // Means are kept relative to the first row; each of the 98 blocks of 1,024 rows rounds one twice, by 10⁶·2⁻⁵³ at most.
        double[] column = OnGrid([1e6, .. Rows.Random<double>(100_000, offset: -5)]);
        Agree(column, 1, Standardization.Fit(Rows.Inputs(column.Length, column)), meanRounding: 98 * 2 * 1e6 * Math.Pow(2, -53));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(7, 1)]
    [InlineData(2_000, 67)]
    public void StandardizedColumnsHaveMean0AndDeviation1(int rows, int columns)
    {
        double[] numbers = Rows.Random<double>(rows * columns, offset: 40, scale: 3);
        var fitted = Standardization.Fit(Rows.Inputs(rows, numbers));
        fitted.Apply<double>(numbers);
        var again = Standardization.Fit(Rows.Inputs(rows, numbers));
        Assert.All(again.Mean, mean => Assert.InRange(mean, -1e-13, 1e-13));
        Assert.All(again.Deviation, deviation => Assert.InRange(deviation, 1 - 1e-13, 1 + 1e-13));
    }

    [Fact]
    public void InvertIsTheWayBack()
    {
        double[] numbers = Rows.Random<double>(13 * 301, offset: -7, scale: 5);
        float[] floats = [.. numbers.Select(number => (float)number)];
        var fitted = Standardization.Fit(Rows.Inputs(13, numbers));
        double[] there = [.. numbers];
        fitted.Apply<double>(there);
        fitted.Invert<double>(there);

        // Three roundings each way, none of them larger than half a unit of a number below 32.
        Assert.All(numbers.Zip(there), pair => Assert.InRange(pair.First - pair.Second, -1e-14, 1e-14));
        float[] floatsThere = [.. floats];
        fitted.Apply<float>(floatsThere);
        fitted.Invert<float>(floatsThere);
        Assert.All(floats.Zip(floatsThere), pair => Assert.InRange(pair.First - pair.Second, -4e-6f, 4e-6f));
    }

    [Fact]
    public void WhatWasFittedOnTheTrainingRowsIsAppliedToEveryOtherSet()
    {
        var fitted = Standardization.Fit(Rows.Inputs(2, 0.0, 10, 2, 30));
        Assert.Equal([1.0, 20], fitted.Mean.ToArray());
        Assert.Equal([1.0, 10], fitted.Deviation.ToArray());
        double[] other = [5, 20, 1, 0];
        fitted.Apply<double>(other);
        Assert.Equal([4, 0, 0, -2], other);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(-1e300)]
    [InlineData(1e-300)]
    [InlineData(12345.678)]
    public void AConstantColumnHasDeviation1AndBecomesExactly0(double constant)
    {
        double[] numbers = [.. Enumerable.Repeat(constant, 70_001)];
        var fitted = Standardization.Fit(Rows.Inputs(numbers.Length, numbers));
        Assert.Equal((constant, 1.0), (fitted.Mean[0], fitted.Deviation[0]));
        fitted.Apply<double>(numbers);
        Assert.All(numbers, number => Assert.Equal(0, number));
    }

    [Fact]
    public void AColumnConstantButForRoundingIsConstant()
    {
        double[] doubles = [.. Enumerable.Range(0, 1001).Select(row => row % 3 == 0 ? 0.1 + 0.2 : 0.3)];
        float[] floats = [.. Enumerable.Range(0, 1001).Select(row => row % 3 == 0 ? MathF.BitIncrement(0.3f) : 0.3f)];
        Assert.Equal(1, Standardization.Fit(Rows.Inputs(1001, doubles)).Deviation[0]);
        Assert.Equal(1, Standardization.Fit(Rows.Inputs(1001, floats)).Deviation[0]);
        double[] real = [.. floats.Select(number => (double)number)];
        Assert.InRange(Standardization.Fit(Rows.Inputs(1001, real)).Deviation[0], 1e-8, 1e-7);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void ANumberThatIsNotFiniteIsNamedByRowAndColumn(float number)
    {
        float[] inputs = Rows.Random<float>(30_011 * 7);
        inputs[29_989 * 7 + 3] = number;
        string place = $"row 29989, column 3 is {number};";
        Assert.Contains("The input of " + place, Assert.Throws<InvalidDataException>(() => Standardization.Fit(Rows.Inputs(30_011, inputs))).Message);
        var targets = new Examples<float>(30_011, new float[30_011], inputs);
        Assert.Contains("The target of " + place, Assert.Throws<InvalidDataException>(() => Standardization.FitTargets(targets)).Message);
    }

    [Fact]
    public void ASpreadBeyondDoublesIsSaid()
    {
        Assert.Contains("input column 1 lie too far apart", Assert.Throws<InvalidDataException>(() => Standardization.Fit(Rows.Inputs(2, 1, 1e200, 1, -1e200))).Message);
        Assert.Contains("too far apart", Assert.Throws<InvalidDataException>(() => Standardization.Fit(Rows.Inputs(2, double.MaxValue, double.MinValue))).Message);
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefused()
    {
        var two = new Standardization([0, 0], [1, 1]);
        Assert.Throws<ArgumentException>(() => two.Apply<float>(new float[3]));
        Assert.Throws<ArgumentException>(() => two.Invert<float>(new float[1]));
        two.Apply<float>([]);
        Examples<float> examples = Rows.Numbered(3);
        Assert.Throws<ArgumentException>(() => examples.Standardized(two));
        Assert.Throws<ArgumentException>(() => examples.Standardized(null, two));
        Assert.Throws<ArgumentException>(() => Standardization.FitTargets(examples));
    }

    [Theory]
    [InlineData(0, 0, "The deviation of column 1 is 0; expected a finite number above 0, and 1 for a constant column.")]
    [InlineData(0, -0.5, "The deviation of column 1 is -0.5; expected")]
    [InlineData(0, double.PositiveInfinity, "The deviation of column 1 is Infinity; expected")]
    [InlineData(0, double.NaN, "The deviation of column 1 is NaN; expected")]
    [InlineData(double.NaN, 1, "The mean of column 1 is NaN; expected a finite number.")]
    public void ANumberOutsideItsRangeIsNamedWithItsColumn(double mean, double deviation, string expected)
    {
        using HostileCulture hostile = new();
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => new Standardization([0.5, mean], [1, deviation])).Message);
    }

    [Fact]
    public void StandardizedExamplesReadAsTheyWouldBeStandardized()
    {
        float[] inputs = Rows.Random<float>(101 * 3, offset: 9);
        float[] targets = Rows.Random<float>(101 * 2, offset: -9, seed: 2);
        var examples = new Examples<float>(101, inputs, targets);
        var x = Standardization.Fit(examples);
        var y = Standardization.FitTargets(examples);
        (float[] Inputs, float[] Targets, int[] Labels) read = Rows.All(examples.Standardized(x, y));
        Assert.Equal(inputs, Rows.All(examples.Standardized(null, y)).Inputs);
        Assert.Equal(targets, Rows.All(examples.Standardized(x)).Targets);
        x.Apply<float>(inputs);
        y.Apply<float>(targets);
        Assert.Equal(inputs, read.Inputs);
        Assert.Equal(targets, read.Targets);
    }

    [Fact]
    public void ApplyingAllocatesNothing()
    {
        float[] rows = new float[64 * 784];
        var fitted = Standardization.Fit(Rows.Inputs(64, rows));
        Assert.Equal(0, Allocated.Bytes(() =>
        {
            fitted.Apply<float>(rows);
            fitted.Invert<float>(rows);
        }));
    }

    private static void Fit<T>(int rows, int columns, double offset, double scale)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] numbers = OnGrid(Rows.Random<T>(rows * columns, offset, scale));
        Agree(numbers, columns, Standardization.Fit(Rows.Inputs(rows, numbers)));
    }

    /// <summary>
    /// Against decimals, of 28 digits, in units of 2⁻²⁰, which make the numbers whole; the bounds are the roundings of
    /// doubles that deviations allow.
    /// </summary>
    private static void Agree<T>(T[] numbers, int columns, Standardization fitted, double meanRounding = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = numbers.Length / columns;
        foreach (int column in Enumerable.Range(0, columns).Where(column => column < 5 || column > columns - 5))
        {
            decimal[] values = [.. Enumerable.Range(0, rows).Select(row => (decimal)long.CreateChecked(double.CreateChecked(numbers[row * columns + column]) / Grid))];
            decimal exact = values.Sum() / rows;
            double mean = (double)exact * Grid;
            double deviation = Math.Sqrt((double)(values.Sum(value => (value - exact) * (value - exact)) / rows)) * Grid;
            double bound = meanRounding + 1e-15 * Math.Abs(mean) + 1e-13 * deviation;
            Assert.InRange(fitted.Mean[column] - mean, -bound, bound);
            Assert.InRange(fitted.Deviation[column], (1 - 1e-13) * (rows == 1 ? 1 : deviation), (1 + 1e-13) * (rows == 1 ? 1 : deviation));
        }
    }

    private static T[] OnGrid<T>(T[] numbers)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. numbers.Select(number => T.CreateTruncating(Math.Round(double.CreateChecked(number) / Grid) * Grid))];
}
