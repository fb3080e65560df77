using System;
using System.Linq;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Recurrent layers that start from a state, end at a length, and go back some steps only; the unit is h′ = max(0, w·x + u·h).</summary>
public sealed class RecurrentStartTests
{
    [Fact]
    public void ItStartsFromTheStateAndGradientsGoBackToIt()
    {
        // h₁ = 2·5 + 3·1 = 13, h₂ = 2·13 + 3·4 = 38; ∂h₂/∂h₀ = 2², ∂h₂/∂x = (2·3, 3), ∂h₂/∂(w, u) = (2·1 + 4, 2·5 + 13).
        NetworkDescription description = new("Net", [3],
            [
                new InputDescription("h", [0], [1], 0), new InputDescription("x", [0], [2, 1], 1),
                new RecurrentDescription("R", [2, 1], 1, Activation.ReLU, Bias: false, State: true),
            ],
            Loss.HalfSquaredError);
        var (cost, gradient, inputGradient) = Gradient(Of(description, 3, 2), new Batch<double>(1, [5, 1, 4], [37]));
        Assert.Equal(0.5, cost);
        Assert.Equal([6, 23], gradient);
        Assert.Equal([4, 6, 3], inputGradient);
    }

    [Fact]
    public void WhatLiesBehindTheLengthIsNotRead()
    {
        ReferenceNetwork<double> sequence = OfLength(sequence: true);
        Assert.Equal([3, 18, 0], Predict(sequence, 2, 1, 4, double.NaN));
        Assert.Equal([18], Predict(OfLength(sequence: false), 2, 1, 4, double.NaN));
        Assert.Equal([3], Predict(OfLength(sequence: false), 1, 1, double.NaN, double.NaN));
    }

    [Fact]
    public void TheOtherDirectionStartsAtTheLastStep()
    {
        NetworkDescription description = Lengths(new RecurrentDescription("R", [2, 1], 1, Activation.ReLU, Sequence: true, Bidirectional: true, Bias: false, Lengths: true));
        // From step 2 of 2 back: 5·4 = 20, then 2·20 + 5·1 = 45.
        Assert.Equal([3, 45, 18, 20, 0, 0], Predict(Of(description, 3, 2, 5, 2), 2, 1, 4, 7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(1.5)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ALengthIsAWholeNumberOfSteps(double length) => Assert.Contains(
        "expected a whole number from 1 to 3, the steps", Assert.Throws<ArgumentException>(() => Predict(OfLength(sequence: false), length, 1, 2, 3)).Message);

    /// <summary>Chunks that are run one by one, each from the last state of the one before as a constant.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GoingBackSomeStepsIsAsRunningChunks(bool lstm)
    {
        const int Units = 3, Chunk = 2, Steps = 6;
        LayerDescription Layer(ReadOnlySpan<int> inputs, bool state, int back) => lstm
            ? new LSTMDescription("L", [.. inputs], Units, Sequence: true, State: state, BackSteps: back) : new GRUDescription("L", [.. inputs], Units, Sequence: true, State: state, BackSteps: back);
        NetworkDescription whole = new("Whole", [Steps, 1], [Layer([0], false, Chunk)], Loss.HalfSquaredError);
        double[] x = [0.3, -0.7, 1.1, 0.4, -0.2, 0.9];
        double[] parameters = [.. Enumerable.Range(0, whole.ParameterCount is var count ? (int)count : 0).Select(index => Math.Sin(index * 1.7) / 2)];
        double[] zeros = new double[Steps * Units];
        var (_, gradient, inputGradient) = Gradient(Of(whole, parameters), new Batch<double>(1, x, zeros));
        Assert.Equal(Predict(Of(new NetworkDescription("Uncut", [Steps, 1], [Layer([0], false, 0)]), parameters), x), Predict(Of(whole, parameters), x));
        if (lstm)
        {
            // An LSTM's cell is no output, so its chunks are not chained here; the cut is held by other gradients.
            Assert.NotEqual(Gradient(Of(new NetworkDescription("Uncut", [Steps, 1], [Layer([0], false, 0)], Loss.HalfSquaredError), parameters), new Batch<double>(1, x, zeros)).Gradient, gradient);
            return;
        }

        NetworkDescription chunk = new("Chunk", [Units + Chunk], [new InputDescription("h", [0], [Units], 0), new InputDescription("x", [0], [Chunk, 1], Units), Layer([2, 1], true, 0)], Loss.HalfSquaredError);
        double[] state = new double[Units], sum = new double[gradient.Length];
        for (int first = 0; first < Steps; first += Chunk)
        {
            double[] row = [.. state, .. x[first..(first + Chunk)]];
            var (_, own, ofRow) = Gradient(Of(chunk, parameters), new Batch<double>(1, row, new double[Chunk * Units]));
            sum = [.. sum.Zip(own, (a, b) => a + b)];
            Assert.Equal(ofRow[Units..], inputGradient[first..(first + Chunk)], Nearly);
            state = Predict(Of(chunk, parameters), row)[^Units..];
        }

        Assert.Equal(sum, gradient, Nearly);
    }

    private static bool Nearly(double one, double other) => Math.Abs(one - other) <= 1e-14 * (1 + Math.Abs(one));

    private static ReferenceNetwork<double> OfLength(bool sequence) =>
        Of(Lengths(new RecurrentDescription("R", [2, 1], 1, Activation.ReLU, Sequence: sequence, Bias: false, Lengths: true)), 3, 2);

    private static NetworkDescription Lengths(LayerDescription layer) =>
        new("Net", [4], [new InputDescription("n", [0], [1], 0), new InputDescription("x", [0], [3, 1], 1), layer]);
}
