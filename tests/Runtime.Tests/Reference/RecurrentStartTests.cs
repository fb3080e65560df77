using System;
using System.Linq;
using NetGen.Differentiation;
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
    public void ALengthIsAWholeNumberOfSteps(double length) => Assert.StartsWith(
        FormattableString.Invariant($"Element 0 of row 0 is {length}, but R reads a whole number there, from 1 to 3."),
        Assert.Throws<ArgumentOutOfRangeException>(() => Predict(OfLength(sequence: false), length, 1, 2, 3)).Message);

    /// <summary>Chunks that are run one by one, each from the last state and cell of the one before as constants.</summary>
    [Theory]
    [InlineData("Recurrent")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void GoingBackSomeStepsIsAsRunningChunks(string kind)
    {
        const int Steps = 7, Chunk = 3;
        NetworkDescription Whole(int back) => new("Net", [Steps, 1], [OfKind(kind, back)], Loss.HalfSquaredError);
        double[] x = [0.3, -0.7, 1.1, 0.4, -0.2, 0.9, -1.3];
        double[] parameters = [.. Enumerable.Range(0, (int)Whole(0).ParameterCount).Select(index => Math.Sin(index * 1.7) / 2)];
        var zeros = new Batch<double>(1, x, new double[Whole(0).OutputSize]);
        var (cost, gradient, inputGradient) = Gradient(Of(Whole(Chunk), parameters), zeros);
        var uncut = Gradient(Of(Whole(0), parameters), zeros);

        var tape = new Tape<Real<double>>();
        Variable<Real<double>>[] theta = [.. parameters.Select(parameter => tape.Leaf(parameter))], leaves = [.. x.Select(number => tape.Leaf(number))], y = [], state = [];
        RecurrenceDescription layer = OfKind(kind, 0);
        var reference = (Recurrence<Variable<Real<double>>>)Layers<Variable<Real<double>>>.Of(layer);
        for (int first = 0; first < Steps; first += Chunk)
        {
            Variable<Real<double>>[] own = leaves[first..Math.Min(first + Chunk, Steps)], next = new Variable<Real<double>>[own.Length * layer.Units];
            state = [.. Enumerable.Range(0, layer.StateParts * layer.Units).Select(index => Variable<Real<double>>.Constant(first == 0 ? 0 : state[index].Primal))];
            state = reference.Read(layer, own, own.Length, 0, theta, state, next);
            y = [.. y, .. next];
        }

        tape.Backward(y, [.. y.Select(number => number.Primal)]);
        Assert.Equal(cost, uncut.Cost);
        Assert.Equal(theta.Select(leaf => tape.Adjoint(leaf).Number), gradient, Nearly);
        Assert.Equal(leaves.Select(leaf => tape.Adjoint(leaf).Number), inputGradient, Nearly);
        Assert.NotEqual(uncut.Gradient, gradient, Nearly);
    }

    private static RecurrenceDescription OfKind(string kind, int back) => kind switch
    {
        "LSTM" => new LSTMDescription("L", [0], 3, Sequence: true, BackSteps: back),
        "GRU" => new GRUDescription("L", [0], 3, Sequence: true, BackSteps: back),
        _ => new RecurrentDescription("L", [0], 3, Sequence: true, BackSteps: back),
    };

    private static bool Nearly(double one, double other) => Math.Abs(one - other) <= 1e-14 * (1 + Math.Abs(one));

    private static ReferenceNetwork<double> OfLength(bool sequence) =>
        Of(Lengths(new RecurrentDescription("R", [2, 1], 1, Activation.ReLU, Sequence: sequence, Bias: false, Lengths: true)), 3, 2);

    private static NetworkDescription Lengths(LayerDescription layer) =>
        new("Net", [4], [new InputDescription("n", [0], [1], 0), new InputDescription("x", [0], [3, 1], 1), layer]);
}
