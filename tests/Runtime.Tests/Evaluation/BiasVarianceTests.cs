using System;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Runtime.Tests.Data;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

[Trait("Mathematics", "J7")]
public sealed class BiasVarianceTests
{
    private const int Samples = 4000;

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    [InlineData(0.0)]
    public void AShrunkenMeanHasTheBiasAndTheVarianceOfItsClosedForm(double c)
    {
        // ŷ = c·ȳ of n rows from N(μ, σ²): squared bias (c − 1)²μ², variance c²σ²/n.
        const double Mu = 3;
        const double Sigma = 2;
        const int N = 5;
        (double squaredBias, double variance) = ((c - 1) * (c - 1) * Mu * Mu, c * c * Sigma * Sigma / N);
        BiasVariance parts = BiasVariance.Of(
            number => Rows.Inputs(N, Rows.Random<double>(N, Mu, Sigma, seed: (ulong)number)), Samples, Points([0], [Mu]),
            (sample, _, predictions) => predictions.Fill(c * Rows.All(sample).Inputs.Average()));

        // s² of B normal numbers spreads by √(2/(B − 1)) of itself; their mean, off by d, by √(Var/B), which moves its square by 2d times that and its square.
        double ofMean = Math.Sqrt(variance / Samples);
        Near(variance, Math.Sqrt(2.0 / (Samples - 1)) * variance, parts.Variance);
        Near(squaredBias, 2 * Math.Sqrt(squaredBias) * ofMean + 2 * ofMean * ofMean, parts.SquaredBias);
        Assert.Equal((0.0, parts.SquaredBias + parts.Variance), (parts.Noise, parts.Error));
    }

    [Fact]
    public void ALineThroughAParabolaHasTheBiasAndTheVarianceOfItsClosedForm()
    {
        // x = −1, −0.9, …, 1 and y = x² + noise. The line of least squares is, in the mean, the constant mean of x²: it misses
        // f by mean(x²) − x₀², and has the variance σ²(1/n + x₀²/Σx²).
        const double Sigma = 0.5;
        double[] x = [.. Enumerable.Range(-10, 21).Select(each => each / 10.0)];
        double[] at = [-1, 0, 0.5];
        double squares = x.Sum(each => each * each);
        double squaredBias = at.Average(each => Math.Pow(squares / 21 - each * each, 2));
        double variance = at.Average(each => Sigma * Sigma * (1.0 / 21 + each * each / squares));
        BiasVariance parts = BiasVariance.Of(
            number => new Examples<double>(21, x, Rows.Random<double>(21, 0, Sigma, (ulong)number).Zip(x, (noise, each) => each * each + noise).ToArray()),
            Samples, Points(at, [.. at.Select(each => each * each)]), (sample, points, predictions) => Line(sample, points, predictions));

        // The points go together in a way, so the spreads are those of points that do so wholly: never less.
        Near(variance, Math.Sqrt(2.0 / (Samples - 1)) * variance, parts.Variance);
        Near(squaredBias, 2 * Math.Sqrt(squaredBias * variance / Samples) + 2 * variance / Samples, parts.SquaredBias);
    }

    [Fact]
    public void NoiseOfThePointsIsTakenOffTheBias()
    {
        // The mean of n rows, at points whose targets have the same noise: no bias, variance σ²/n, noise σ².
        const double Sigma = 2;
        const int N = 8;
        const int M = 5000;
        BiasVariance parts = BiasVariance.Of(
            number => Rows.Inputs(N, Rows.Random<double>(N, 1, Sigma, seed: (ulong)number)), samples: 500, Points(new double[M], Rows.Random<double>(M, 1, Sigma, seed: 12345)),
            (sample, _, predictions) => predictions.Fill(Rows.All(sample).Inputs.Average()), noise: Sigma * Sigma);
        Near(Sigma * Sigma / N, Math.Sqrt(2.0 / 499) * Sigma * Sigma / N, parts.Variance);

        // (1/m) Σ (y − ȳ)² over m points spreads by √(2/m)·σ², and moves with (μ − ȳ)² a thousandth of that.
        Near(0, Math.Sqrt(2.0 / M) * Sigma * Sigma * 1.01, parts.SquaredBias);
        Assert.Equal(4, parts.Noise);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void ThePartsTogetherAreTheMeasuredErrorExactly(int samples)
    {
        double[] predicted = Rows.Random<double>(samples * 6);
        double[] targets = Rows.Random<double>(6, seed: 2);
        int at = 0;
        BiasVariance parts = BiasVariance.Of(
            _ => Rows.Inputs(1, 0.0), samples, new Examples<double>(3, new double[3], targets),
            (_, _, predictions) => predicted.AsSpan(6 * at++, 6).CopyTo(predictions), noise: 0.25);
        Assert.Equal(predicted.Select((prediction, place) => Math.Pow(prediction - targets[place % 6], 2)).Average(), parts.Error, 14);
        double variance = Enumerable.Range(0, 6).Average(point =>
        {
            double[] there = [.. predicted.Where((_, place) => place % 6 == point)];
            return there.Sum(each => Math.Pow(each - there.Average(), 2)) / (samples - 1);
        });
        Assert.Equal(variance, parts.Variance, 14);
    }

    [Fact]
    public void BootstrapSamplesEstimateTheVarianceOfTheMean()
    {
        // The mean of a bootstrap sample of m given rows has the variance (1/m²) Σ (y − ȳ)² exactly.
        double[] y = Rows.Random<double>(20, 5, 3);
        var examples = new Examples<float>(20, y.Select(each => (float)each).ToArray(), new float[20]);
        BiasVariance parts = BiasVariance.Of(
            number => examples.Bootstrap(seed: 1, number), Samples, new Examples<float>(1, new float[1], new[] { (float)y.Average() }),
            (sample, _, predictions) => predictions.Fill((float)Rows.All(sample).Inputs.Average(each => (double)each)));
        double[] squares = [.. y.Select(each => Math.Pow(each - y.Average(), 2))];
        double variance = squares.Average() / 20;

        // s² spreads by √((2 + κ)/B) of itself, where κ, the excess kurtosis, of a mean of 20 draws is a 20th of that of one.
        double kurtosis = squares.Average(each => each * each) / Math.Pow(squares.Average(), 2) - 3;
        Near(variance, Math.Sqrt((2 + kurtosis / 20) / (Samples - 1)) * variance, parts.Variance);
        Near(0, 2 * variance / Samples, parts.SquaredBias);
    }

    [Fact]
    public void ProgressIsToldAndCancellationObeyed()
    {
        var told = new Told<RepetitionProgress>();
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => BiasVariance.Of(_ => Rows.Inputs(1, 0.0), 3, Points([0], [0]), (_, _, _) => source.Cancel(), 0, told, source.Token));
        Assert.Equal([new(1, 3)], told.Reports);
    }

    [Fact]
    public void WhatCannotBeDecomposedIsRefused()
    {
        using HostileCulture hostile = new();
        Assert.Contains("samples is 1; expected 2 or more", Refusal<ArgumentOutOfRangeException>(samples: 1));
        Assert.Contains("noise is -0.5; expected a variance", Refusal<ArgumentOutOfRangeException>(noise: -0.5));
        Assert.Contains("noise is NaN", Refusal<ArgumentOutOfRangeException>(noise: double.NaN));
        Assert.Equal("The prediction of row 0, column 0 is NaN; expected a finite number.", Refusal<InvalidDataException>(prediction: double.NaN));
        Assert.Contains("The points have labels; expected targets", Assert.Throws<ArgumentException>(() => BiasVariance.Of(_ => Rows.Inputs(1, 0.0), 2, Rows.Inputs(1, 0.0), (_, _, _) => { })).Message);
        Assert.Equal("error 0.75 = squared bias 0.5 + variance 0.25 + noise 0", new BiasVariance(0.5, 0.25, 0).ToString());

        static string Refusal<TException>(int samples = 2, double noise = 0, double prediction = 0)
            where TException : Exception =>
            Assert.Throws<TException>(() => BiasVariance.Of(_ => Rows.Inputs(1, 0.0), samples, Points([0], [0]), (_, _, predictions) => predictions.Fill(prediction), noise)).Message;
    }

    private static Examples<double> Points(double[] inputs, double[] targets) => new(inputs.Length, inputs, targets);

    private static void Line(IExamples<double> sample, ReadOnlySpan<double> points, Span<double> predictions)
    {
        (double[] x, double[] y, _) = Rows.All(sample);
        (double meanX, double meanY) = (x.Average(), y.Average());
        double slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(each => (each - meanX) * (each - meanX));
        for (int index = 0; index < points.Length; index++)
        {
            predictions[index] = meanY + slope * (points[index] - meanX);
        }
    }

    /// <summary>Within five of the spreads that chance gives.</summary>
    private static void Near(double expected, double spread, double found) => Assert.InRange(found - expected, -5 * spread - 1e-12, 5 * spread + 1e-12);
}
