using System;
using System.Linq;
using NetGen.Evaluation;
using NetGen.Runtime.Tests.Data;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

[Trait("Mathematics", "J4")]
public sealed class AkaikeCriterionTests
{
    [Fact]
    public void WorkedNumbers()
    {
        Assert.Equal(10 * Math.Log(0.5) + 6, AkaikeCriterion.Of(residualSquares: 5, rows: 10, parameters: 3), 14);
        Assert.Equal(-0.9314718055994531, AkaikeCriterion.Of(5, 10, 3), 14);
        Assert.Equal(100, AkaikeCriterion.Of(7, 7, 50), 14);
    }

    [Fact]
    public void DifferencesAreThoseOfTwoLikelihoodsOfNormalErrorsAndTheirParameters()
    {
        double[] first = Rows.Random<double>(30);
        double[] second = Rows.Random<double>(30, scale: 0.7, seed: 2);
        double expected = -2 * (LogLikelihood(first) - LogLikelihood(second)) + 2 * (4 - 9);
        Assert.Equal(expected, AkaikeCriterion.Of(Squares(first), 30, 4) - AkaikeCriterion.Of(Squares(second), 30, 9), 11);
    }

    [Fact]
    public void ItIsTakenFromTheErrorsOfARegression()
    {
        var errors = new RegressionErrors(1);
        errors.Add<float>([1, 2, 5], [2, 2, 3]);
        Assert.Equal(AkaikeCriterion.Of(5, 3, 2), AkaikeCriterion.Of(errors, 2));
        Assert.Contains("have 2 columns; expected 1", Assert.Throws<ArgumentException>(() => AkaikeCriterion.Of(new RegressionErrors(2), 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => AkaikeCriterion.Of(new RegressionErrors(1), 1));
    }

    [Fact]
    public void AnExactFitHasMinusInfinity() => Assert.Equal(double.NegativeInfinity, AkaikeCriterion.Of(0, 5, 2));

    [Fact]
    public void WhatIsNoneIsRefused()
    {
        using HostileCulture hostile = new();
        Assert.Contains("residualSquares is -1.5; expected a sum of squares", Assert.Throws<ArgumentOutOfRangeException>(() => AkaikeCriterion.Of(-1.5, 5, 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => AkaikeCriterion.Of(double.NaN, 5, 2));
        Assert.Contains("rows is 0; expected 1 or more", Assert.Throws<ArgumentOutOfRangeException>(() => AkaikeCriterion.Of(1, 0, 2)).Message);
        Assert.Contains("parameters is -1; expected 0 or more", Assert.Throws<ArgumentOutOfRangeException>(() => AkaikeCriterion.Of(1, 5, -1)).Message);
    }

    private static double Squares(double[] residuals) => residuals.Sum(each => each * each);

    /// <summary>Σ ln N(e; 0, σ²) at its most likely σ² = RSS/m.</summary>
    private static double LogLikelihood(double[] residuals)
    {
        double variance = Squares(residuals) / residuals.Length;
        return residuals.Sum(each => -0.5 * Math.Log(2 * Math.PI * variance) - each * each / (2 * variance));
    }
}
