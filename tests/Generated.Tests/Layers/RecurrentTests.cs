using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>Recurrent layers of every kind: forward and back through time, over widths where vectors end and where they do not.</summary>
public sealed class RecurrentTests(ITestOutputHelper output)
{
    private static readonly (int Steps, int Inputs, int Units)[] sizes =
        [(1, 1, 1), (1, 5, 7), (2, 1, 1), (3, 2, 4), (5, 3, 8), (2, 17, 15), (4, 7, 16), (3, 16, 17), (7, 1, 3), (13, 3, 5), (25, 2, 2), (2, 5, 33), (2, 21, 35)];

    [Fact]
    public void EveryKindInEveryFormOverAwkwardSizes() => output.WriteLine(Systematic.Hold(
        from size in sizes
        from kind in Kinds(size.Units).Index()
        from form in size.Units < 8 ? (int[])[0, 1, 2, 3] : [(kind.Index + size.Steps) % 4]
        let layer = kind.Item with { Sequence = form % 2 == 1, Bidirectional = form > 1, Bias = (form + kind.Index + size.Units) % 3 != 0 }
        select NetworkDeclaration.Of($"{layer.Kind}{kind.Index}T{size.Steps}F{size.Inputs}H{size.Units}Form{form}", [size.Steps, size.Inputs], layer)
            .With(Loss.HalfSquaredError, form % 2 == 0 ? Reduction.Mean : Reduction.Sum)));

    [Fact]
    public void LayersOnOneAnotherAndBetweenOthers() => output.WriteLine(Systematic.Hold(
        from kind in Kinds(5).Index()
        from upper in Kinds(3).Index()
        select NetworkDeclaration.Of(
            $"Stack{kind.Index}Under{upper.Index}", [12],
            new Dense(14, Activation.Tanh), new Reshape(7, 2), kind.Item with { Sequence = true, Bidirectional = upper.Index % 2 == 0 },
            new Dropout(0.25), upper.Item with { Bidirectional = kind.Index % 2 == 1 }, new Dense(4, Activation.Softmax))
            .With(Loss.CrossEntropy)));

    [Fact]
    public void ASequenceThatOthersReadToo() => output.WriteLine(Systematic.Hold(
        from kind in Kinds(3).Index()
        from declaration in (NetworkDeclaration[])
        [
            NetworkDeclaration.Of(
                $"InputTwice{kind.Index}", [4, 3],
                kind.Item with { Sequence = true, Name = "First" }, kind.Item with { Sequence = true, From = "input", Bidirectional = true, Units = 5, Name = "Second" },
                new Concat("First", "input") { Axis = 1 }),
            NetworkDeclaration.Of(
                $"Residual{kind.Index}", [5, 3],
                new Activate(Activation.Tanh) { Name = "Bent" }, kind.Item with { Sequence = true }, new Add("Bent") { Name = "Sum" },
                kind.Item with { Name = "Last" }, kind.Item with { From = "Sum", Name = "Other" }, new Add("Last")),
        ]
        select declaration.With(Loss.MeanSquaredError)));

    [Fact]
    public void StatesThatOthersCompute() => output.WriteLine(Systematic.Hold(
        from units in new[] { 1, 3, 8, 17 }
        from kind in Kinds(units).Index()
        from form in new[] { 0, 1, 2, 3 }
        let start = new Dense((form > 1 ? 2 : 1) * units, Activation.Tanh) { Name = "Start", From = "Row" }
        let cell = new Dense((form > 1 ? 2 : 1) * units) { Name = "Cell", From = "Row" }
        let layer = kind.Item with
        {
            Sequence = form % 2 == 1,
            Bidirectional = form > 1,
            Bias = units != 3,
            From = "Steps",
            BackSteps = units == 8 ? form : 0,
            Start = kind.Item is LSTM ? ["Start", "Cell"] : ["Start"],
        }
        select NetworkDeclaration.Of(
            $"{layer.Kind}{kind.Index}H{units}Form{form}", [5, 3],
            [new Flatten() { Name = "Row" }, start, .. kind.Item is LSTM ? [cell] : (LayerDeclaration[])[], new Activate(Activation.Tanh) { Name = "Steps", From = "input" }, layer])
            .With(Loss.HalfSquaredError)));

    [Fact]
    public void AStateThatIsAnInput() => output.WriteLine(Systematic.Hold(
        from kind in Kinds(4).Index()
        select NetworkDeclaration.OfParts(
            $"Given{kind.Index}", new Part(8) { Name = "Both" }, new Part(6, 3) { Name = "Steps" }, new Part(8) { Name = "Cells" },
            kind.Item with { From = "Steps", Sequence = true, Bidirectional = true, Name = "First", Start = kind.Item is LSTM ? ["Both", "Cells"] : ["Both"] },
            kind.Item with { From = "Steps", Units = 8, Name = "Second", Start = kind.Item is LSTM ? ["Cells", "Cells"] : ["Cells"] },
            new Flatten { From = "First", Name = "Flat" }, new Concat("Second", "Both", "Cells")).With(Loss.MeanSquaredError)));

    [Fact]
    public void SequencesOfTheirOwnLengths() => output.WriteLine(Systematic.Hold(
        from units in new[] { 1, 5, 16 }
        from kind in Kinds(units).Index()
        from form in new[] { 0, 1, 2, 3 }
        let layer = kind.Item with
        {
            Sequence = form % 2 == 1,
            Bidirectional = form > 1,
            Bias = units != 5,
            From = "Steps",
            Lengths = "Length",
            BackSteps = units == 16 ? 2 : 0,
            Start = units == 1 ? [] : kind.Item is LSTM ? ["Start", "Start"] : ["Start"],
        }
        let start = units == 1 ? [] : (LayerDeclaration[])[new Dense((form > 1 ? 2 : 1) * units, Activation.Tanh) { Name = "Start", From = "Length" }]
        select NetworkDeclaration.OfParts(
            $"{layer.Kind}{kind.Index}H{units}Of{form}", [new Part(1) { Name = "Length" }, new Part(14, 3) { Name = "Steps" }, .. start, layer])
            .With(Loss.HalfSquaredError)));

    [Fact]
    public void GradientsThatGoBackSomeSteps() => output.WriteLine(Systematic.Hold(
        from steps in new[] { 1, 2, 3, 5, 13, 20 }
        from kind in Kinds(5).Index()
        from form in new[] { 0, 1, 2, 3 }
        select NetworkDeclaration.Of(
            $"{kind.Item.Kind}{kind.Index}Back{steps}Form{form}", [13, 3], kind.Item with { Sequence = form % 2 == 1, Bidirectional = form > 1, BackSteps = steps })
            .With(Loss.HalfSquaredError)));

    private static IEnumerable<Recurrence> Kinds(int units) => [new Recurrent(units), new Recurrent(units, Activation.ReLU), new LSTM(units), new GRU(units)];
}
