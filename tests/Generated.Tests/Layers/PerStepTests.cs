using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Dense layers of every step, over widths where vectors end and where they do not.</summary>
public sealed class PerStepTests(ITestOutputHelper output)
{
    private static readonly (int Steps, int Inputs, int Units)[] sizes =
        [(1, 1, 1), (1, 5, 7), (2, 1, 1), (3, 2, 4), (5, 3, 8), (2, 17, 15), (4, 7, 16), (3, 16, 17), (7, 1, 3), (13, 3, 5), (25, 2, 2), (2, 5, 33), (2, 21, 35), (8, 16, 16), (4, 32, 32)];

    [Fact]
    public void EveryActivationOverAwkwardSizes() => output.WriteLine(Systematic.Hold(
        from size in sizes
        from activation in ActivationKinds.Elementwise.Index()
        where (activation.Index + size.Steps + size.Units) % 3 == 0
        let layer = new Dense(size.Units, activation.Item) { PerStep = true, Bias = activation.Index % 2 == 0 }
        select NetworkDeclaration.Of($"{activation.Item}T{size.Steps}F{size.Inputs}U{size.Units}", [size.Steps, size.Inputs], layer)
            .With(Loss.HalfSquaredError, activation.Index % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    public void OnOneAnotherAndBetweenOthers() => output.WriteLine(Systematic.Hold(
        [
            NetworkDeclaration.Of(
                "FeedForward", [6, 5],
                new Dense(12, Activation.GELU) { PerStep = true }, new Dropout(0.25), new Dense(5) { PerStep = true, Name = "Out" }, new Add("input"), new GRU(4), new Dense(3, Activation.Softmax))
                .With(Loss.CrossEntropy),
            NetworkDeclaration.Of(
                "ReadTwice", [4, 3],
                new Activate(Activation.Tanh) { Name = "Bent" }, new Dense(3) { PerStep = true, Name = "A" }, new Dense(3, Activation.ReLU) { PerStep = true, From = "Bent", Name = "B" },
                new Add("A", "Bent"), new Concat("input") { Axis = 1 }).With(Loss.MeanSquaredError),
            NetworkDeclaration.Of("EveryStepASigmoid", [5, 3], new LSTM(4) { Sequence = true }, new Dense(2, Activation.Sigmoid) { PerStep = true }).With(Loss.BinaryCrossEntropy),
        ]));
}
