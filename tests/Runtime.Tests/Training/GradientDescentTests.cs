using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Randomness;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Full-batch, mini-batch and stochastic descent on the reference.</summary>
public sealed class GradientDescentTests
{
    private const int Rows = 10;

    // y = 2x₁ − x₂ + 0.5, exactly, so every way down leads to J = 0.
    private static readonly double[] X = [.. Enumerable.Range(0, 2 * Rows).Select(index => Math.Sin(index * (index + 1)))];
    private static readonly double[] Y = [.. X.Chunk(2).Select(x => 2 * x[0] - x[1] + 0.5)];

    private static NetworkDescription Linear => Chain(2, Loss.HalfSquaredError, Dense(1));

    [Fact]
    [Trait("Mathematics", "F1")]
    public void FullBatchCostFallsAtEveryStepOfASmallRate()
    {
        NetworkDescription description = Chain(2, Loss.HalfSquaredError, Dense(5), Activate(Activation.Tanh), Dense(1));
        var network = new ReferenceNetwork<double>(description, seed: 1);
        var sgd = new Sgd<double>(0.05);
        double[] gradient = new double[network.Layout.Length];
        Workspace<double> workspace = network.CreateWorkspace(Rows);
        double before = double.PositiveInfinity, start = 0;
        for (int step = 0; step < 300; step++)
        {
            double cost = network.Gradient(new Batch<double>(Rows, X, Y), gradient, workspace);
            start = step == 0 ? cost : start;
            Assert.True(cost < before, $"step {step}: {cost} after {before}");
            before = cost;
            sgd.Step(network.Parameters, gradient);
        }

        Assert.True(before < start / 10, $"{start} fell to {before} only");
    }

    [Theory]
    [InlineData(Rows)]
    [InlineData(4)]
    [InlineData(1)]
    [Trait("Mathematics", "F1")]
    public void EveryBatchSizeFindsTheLine(int size)
    {
        var network = new ReferenceNetwork<double>(Linear, seed: 1);
        var sgd = new Sgd<double>(0.3);
        double[] gradient = new double[3];
        Workspace<double> workspace = network.CreateWorkspace(size);
        for (int epoch = 0; epoch < 300; epoch++)
        {
            foreach (int[] rows in Batches(epoch, size))
            {
                network.Gradient(new Batch<double>(rows.Length, Pick(X, rows, 2), Pick(Y, rows, 1)), gradient, workspace);
                sgd.Step(network.Parameters, gradient);
            }
        }

        Assert.All(new double[] { 2, -1, 0.5 }.Zip(network.Parameters.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    [Trait("Mathematics", "F1")]
    public void AnEpochShufflesAndKeepsItsLastShortBatch()
    {
        int[][] first = [.. Batches(0, 4)], second = [.. Batches(1, 4)];
        Assert.Equal([4, 4, 2], first.Select(rows => rows.Length));
        Assert.Equal(Enumerable.Range(0, Rows), first.SelectMany(rows => rows).Order());
        Assert.NotEqual(first.SelectMany(rows => rows), second.SelectMany(rows => rows));
    }

    [Fact]
    [Trait("Mathematics", "F1")]
    public void TheCostAndGradientOfABatchAreNormalisedByItsOwnRows()
    {
        ReferenceNetwork<double> network = Of(Linear, 0.5, 0.25, -1);
        var (full, fullGradient, _) = Gradient(network, new Batch<double>(Rows, X, Y));
        double weighted = 0;
        double[] weightedGradient = new double[3];
        foreach (int[] rows in Batches(0, 4))
        {
            var (cost, gradient, _) = Gradient(network, new Batch<double>(rows.Length, Pick(X, rows, 2), Pick(Y, rows, 1)));
            double mean = rows.Average(row => Math.Pow(0.5 * X[2 * row] + 0.25 * X[2 * row + 1] - 1 - Y[row], 2) / 2);
            Assert.Equal(mean, cost, 1e-14);
            weighted += cost * rows.Length / Rows;
            weightedGradient = [.. weightedGradient.Zip(gradient, (sum, value) => sum + value * rows.Length / Rows)];
        }

        Assert.Equal(full, weighted, 1e-14);
        Assert.All(fullGradient.Zip(weightedGradient), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    [Trait("Mathematics", "F4")]
    public void AdamFindsTheLineToo()
    {
        var network = new ReferenceNetwork<float>(Linear, seed: 1);
        var adam = new Adam<float>(network.Layout.Length, 0.02);
        float[] gradient = new float[3], x = [.. X.Select(value => (float)value)], y = [.. Y.Select(value => (float)value)];
        Workspace<float> workspace = network.CreateWorkspace(Rows);
        for (int step = 0; step < 1500; step++)
        {
            network.Gradient(new Batch<float>(Rows, x, y), gradient, workspace);
            adam.Step(network.Parameters, gradient);
        }

        Assert.All(new float[] { 2, -1, 0.5f }.Zip(network.Parameters.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    /// <summary>The rows of an epoch in shuffled order, in batches of a size and the rest.</summary>
    private static IEnumerable<int[]> Batches(int epoch, int size) =>
        Enumerable.Range(0, Rows).OrderBy(row => CounterRandom.Uniform(1, epoch, row)).Chunk(size);

    private static double[] Pick(double[] all, int[] rows, int size) => [.. rows.SelectMany(row => all[(row * size)..(row * size + size)])];
}
