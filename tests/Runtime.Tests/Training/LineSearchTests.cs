using System;
using System.IO;
using System.Linq;
using System.Numerics;
using NetGen.Data;
using NetGen.Reference;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Training;

public sealed class LineSearchTests
{
    private const double Tolerance = 1e-8;

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(1e9)]
    [Trait("Mathematics", "F6")]
    public void AMinimumIsFoundFromAnyFirstStep(double first)
    {
        Found(3, t => (t - 3) * (t - 3), first);
        Found(3, t => Math.Abs(t - 3), first);
        Found(3, t => Math.Cosh(t - 3), first);
        Found(0.01, t => Math.Pow(t - 0.01, 4), first, flat: true);
        Found(2, t => t < 2.5 ? -t * (4 - t) : double.NaN, first);
        Found(Math.E, t => -Math.Log(t + 1e-3) / (t + 1e-3), first);

        // Of cos's many minima one is found.
        (double step, double cost) = LineSearch.Minimize(Math.Cos, 1, Tolerance);
        Assert.Equal(-1, cost, 1e-14);
        Assert.Equal(0, Math.Sin(step), 3 * Tolerance * step + Math.Sqrt(4e-16));

        static void Found(double expected, Func<double, double> cost, double first, bool flat = false)
        {
            (double step, double value) = LineSearch.Minimize(cost, first, Tolerance);
            Assert.Equal(cost(step), value);
            Assert.True(value < cost(0));

            // Brent's bound; and where costs differ by less than their rounding, that much: of a fourth power, ∜.
            Assert.Equal(expected, step, expected * (3 * Tolerance + (flat ? 1e-2 : Math.Sqrt(4e-16))) + (expected == Math.E ? 1e-3 : 0));
        }
    }

    [Fact]
    [Trait("Mathematics", "F6")]
    public void AQuadraticTakesFewCosts()
    {
        int costs = 0;
        LineSearch.Minimize(t => costs++ * 0 + (t - 3) * (t - 3), 1, Tolerance);
        Assert.InRange(costs, 4, 12);
    }

    [Fact]
    [Trait("Mathematics", "F6")]
    public void WhereNoStepIsLowerTheStepIsZero()
    {
        Assert.Equal((0, 5), LineSearch.Minimize(t => 5 + t, 1, Tolerance));
        Assert.Equal((0, 5), LineSearch.Minimize(_ => 5, 1, Tolerance));
        Assert.Equal((0, 5), LineSearch.Minimize(t => t == 0 ? 5 : double.NaN, 1, Tolerance));
    }

    [Fact]
    [Trait("Mathematics", "F6")]
    public void ACostThatFallsForEverEndsLower()
    {
        (double step, double cost) = LineSearch.Minimize(t => -t, 1, Tolerance);
        Assert.True(step > 1e6 && cost == -step, $"{step}, {cost}");
    }

    [Fact]
    [Trait("Mathematics", "F6")]
    public void OnAQuadraticItIsTheStepOfCauchy()
    {
        // A linear network with ½(ŷ − y)²: J(θ − t·g) is a parabola in t, lowest at gᵀg / gᵀAg with gᵀAg the mean of (g·(x, 1))².
        NetworkDescription linear = Chain(3, Loss.HalfSquaredError, Dense(1));
        double[] x = [.. Enumerable.Range(0, 3 * 20).Select(index => Math.Sin(1 + index * index))], y = [.. x.Chunk(3).Select(row => 2 * row[0] - row[1] + 0.5 * row[2] * row[0] + 1)];
        var network = new ReferenceNetwork<double>(linear, 1);
        var descent = new LineSearchDescent<double>(network, new Examples<double>(20, x, y));
        double[] gradient = new double[4];
        Workspace<double> workspace = network.CreateWorkspace(20);
        for (int step = 0; step < 10; step++)
        {
            double before = network.Gradient(new Batch<double>(20, x, y), gradient, workspace);
            double square = gradient.Sum(slope => slope * slope);
            double curvature = x.Chunk(3).Average(row => Math.Pow(row.Append(1).Zip(gradient, (input, slope) => input * slope).Sum(), 2));

            // A cost is right to some 2⁻⁵⁰ of itself, and so is t where J has risen by that.
            double cauchy = square / curvature, blur = Math.Sqrt(2 * before * Math.Pow(2, -50) / (cauchy * square));
            Assert.True(descent.Step());
            Assert.Equal(1, descent.StepSize / cauchy, 3 * 1.5e-8 + blur);
            Assert.Equal(Math.Sqrt(square), descent.GradientNorm, 1e-15 * Math.Sqrt(square) * 4);
            Assert.Equal(before - square * cauchy / 2, descent.Cost, before * 1e-14);
        }
    }

    [Fact]
    [Trait("Mathematics", "F6")]
    public void TheCostFallsAtEveryStep()
    {
        Falls<double>();
        Falls<float>();
    }

    [Fact]
    public void WhatHasNothingToLearnAnyMoreStaysAsItIs()
    {
        var network = new ReferenceNetwork<double>(Chain(1, Loss.HalfSquaredError, Dense(1, bias: false, initializer: Initializer.Constant, scale: 2)), 1);
        var descent = new LineSearchDescent<double>(network, new Examples<double>(1, (double[])[1], (double[])[2]));
        Assert.False(descent.Step());
        Assert.Equal((0, 0), (descent.Cost, descent.GradientNorm));
        Assert.Equal([2.0], network.Parameters.ToArray());
    }

    [Fact]
    public void NothingIsAllocated() => Assert.Equal(0, Allocated.Bytes(static () => LineSearch.Minimize(static t => Math.Cosh(t - 3), 1, Tolerance)));

    [Fact]
    public void WhatIsNoFunctionOfTheParametersAloneIsRefused()
    {
        Refused("has Layer1, Dropout(0.5), whose training differs", new DropoutDescription("D", [], 0.5), Dense(1));
        Refused("has Layer1, BatchNorm", new BatchNormDescription("N", []), Dense(1));

        static void Refused(string expected, params LayerDescription[] layers) => Assert.Contains(
            expected, Assert.Throws<ArgumentException>("network", () => new LineSearchDescent<double>(new ReferenceNetwork<double>(Chain(1, Loss.HalfSquaredError, layers), 1), Two)).Message);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        var network = new ReferenceNetwork<double>(Chain(1, Loss.HalfSquaredError, Dense(1)), 1);
        foreach (double first in (double[])[0, -1, double.NaN, double.PositiveInfinity])
        {
            Assert.Throws<ArgumentOutOfRangeException>("first", () => LineSearch.Minimize(t => t, first, 0.1));
            Assert.Throws<ArgumentOutOfRangeException>("firstStep", () => new LineSearchDescent<double>(network, Two, first));
        }

        foreach (double tolerance in (double[])[0, 1, double.NaN])
        {
            Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => LineSearch.Minimize(t => t, 1, tolerance));
            Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => new LineSearchDescent<double>(network, Two, tolerance: tolerance));
        }

        var wrong = new LineSearchDescent<double>(network, new Examples<double>(2, (double[])[1, double.NaN], (double[])[1, 2]));
        double[] before = network.Parameters.ToArray();
        Assert.Contains("The input of row 1, column 0 is NaN", Assert.Throws<InvalidDataException>(() => wrong.Step()).Message);
        var large = new LineSearchDescent<double>(network, new Examples<double>(2, (double[])[1, 1e200], (double[])[1, 2]));
        Assert.Contains("too large", Assert.Throws<NotFiniteNumberException>(() => large.Step()).Message);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    private static Examples<double> Two => new(2, (double[])[1, 2], (double[])[1, 2]);

    private static void Falls<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var network = new ReferenceNetwork<T>(Chain(2, Loss.BinaryCrossEntropy, Dense(6), Activate(Activation.Tanh), Dense(1), Activate(Activation.Sigmoid)), 3);
        T[] x = [.. Enumerable.Range(0, 60).Select(index => T.CreateTruncating(Math.Sin(1 + index * index)))], y = [.. x.Chunk(2).Select(row => row[0] * row[1] > T.Zero ? T.One : T.Zero)];
        var descent = new LineSearchDescent<T>(network, new Examples<T>(30, x, y));
        Workspace<T> workspace = network.CreateWorkspace(30);
        T last = network.Cost(new Batch<T>(30, x, y), workspace), start = last;
        for (int step = 0; step < 40; step++)
        {
            Assert.True(descent.Step(), $"step {step}");
            T cost = network.Cost(new Batch<T>(30, x, y), workspace);
            Assert.Equal(double.CreateChecked(cost), descent.Cost);
            Assert.True(cost < last, $"step {step}: {cost} after {last}");
            last = cost;
        }

        Assert.True(last < start / T.CreateChecked(3), $"{last} after {start}");
    }
}
