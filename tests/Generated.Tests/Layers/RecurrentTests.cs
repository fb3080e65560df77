using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Checking;
using NetGen.Generated.Tests.Support;
using NetGen.Reference;
using NetGen.Tests.Support;
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
        from form in units == 3 ? (int[])[0, 1, 2, 3] : [(kind.Index + units) % 4, (kind.Index + units + 2) % 4]
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
        from steps in new[] { 1, 3, 5, 20 }
        from kind in Kinds(5).Index()
        from form in new[] { 0, 1, 2, 3 }
        select NetworkDeclaration.Of(
            $"{kind.Item.Kind}{kind.Index}Back{steps}Form{form}", [13, 3], kind.Item with { Sequence = form % 2 == 1, Bidirectional = form > 1, BackSteps = steps })
            .With(Loss.HalfSquaredError)));

    [Fact]
    public void StatesLengthsAndTruncationTogether() => output.WriteLine(Systematic.Hold(
        from kind in Kinds(4).Index()
        from upper in Kinds(3).Index()
        select Together($"All{kind.Index}Under{upper.Index}", kind.Item, upper.Item)));

    [Fact]
    public void ARowHasTheSameBitsAloneAndAmongLongerOnes()
    {
        const int Rows = 23;
        NetworkDeclaration[] declarations =
        [
            .. Kinds(4).Select(kind => kind with { Bidirectional = true, Lengths = "Length", BackSteps = 3, Start = kind is LSTM ? ["Given", "Given"] : ["Given"] })
                .Select((layer, index) => NetworkDeclaration.OfParts(
                    $"Net{index}", new Part(1) { Name = "Length" }, new Part(8) { Name = "Given" }, new Part(9, 3) { Name = "Steps" }, layer with { Sequence = true }, layer)),
        ];
        using CompiledNetworks compiled = NetworkCompiler.Generate(declarations).Compile();
        foreach (INetwork<float> network in declarations.Select(declaration => compiled.Create(declaration.Name)))
        {
            (int inputs, int outputs) = (network.Description.InputSize, network.Description.OutputSize);
            var random = new SeededRandom(3);
            float[] rows = random.Normals(Rows * inputs), upstream = random.Normals(Rows * outputs);
            network.Description.Fit<float>(rows);
            (float[] predictions, float[] gradient) = Run(rows, upstream);
            for (int row = 0; row < Rows; row++)
            {
                (float[] prediction, float[] own) = Run(rows[(row * inputs)..((row + 1) * inputs)], upstream[(row * outputs)..((row + 1) * outputs)]);
                Assert.Equal(predictions[(row * outputs)..((row + 1) * outputs)], prediction);
                Assert.Equal(gradient[(row * inputs)..((row + 1) * inputs)], own);
            }

            (float[], float[]) Run(float[] x, float[] u)
            {
                var batch = new Batch<float>(x.Length / inputs, x, default, step: 0);
                Workspace<float> workspace = network.CreateWorkspace(batch.Rows);
                float[] trained = new float[u.Length], predicted = new float[u.Length], ofInputs = new float[x.Length];
                network.Forward(x, predicted);
                network.Forward(batch, trained, workspace);
                Assert.Equal(predicted, trained);
                network.Backward(batch, u, new float[network.Layout.Length], workspace, ofInputs);
                return (predicted, ofInputs);
            }
        }
    }

    [Fact]
    public void WhatLiesBehindALengthIsNotRead()
    {
        const int Steps = 5;
        NetworkDeclaration[] declarations =
            [.. Kinds(3).Select((kind, index) => NetworkDeclaration.OfParts($"Net{index}", new Part(1) { Name = "Length" }, new Part(Steps, 2) { Name = "Steps" }, kind with { Sequence = true, Bidirectional = true, Lengths = "Length" }))];
        using CompiledNetworks compiled = NetworkCompiler.Generate(declarations).Compile();
        foreach (INetwork<float> network in declarations.Select(declaration => compiled.Create(declaration.Name)))
        {
            for (int length = 1; length <= Steps; length++)
            {
                float[] x = [length, .. Enumerable.Range(0, 2 * Steps).Select(index => index < 2 * length ? MathF.Sin(index) : float.NaN)];
                float[] y = new float[network.Description.OutputSize], gradient = new float[network.Layout.Length], ofInputs = new float[x.Length];
                Workspace<float> workspace = network.CreateWorkspace(1);
                network.Forward(new Batch<float>(1, x, default, step: 0), y, workspace);
                network.Backward(new Batch<float>(1, x, default, step: 0), [.. y.Select(_ => 1f)], gradient, workspace, ofInputs);

                Assert.All(y[..(6 * length)], number => Assert.True(float.IsFinite(number)));
                Assert.All(y[(6 * length)..], number => Assert.Equal(0, number));
                Assert.All(gradient, number => Assert.True(float.IsFinite(number)));
                Assert.All(ofInputs[1..(1 + 2 * length)], number => Assert.True(float.IsFinite(number)));
                Assert.All(ofInputs[(1 + 2 * length)..].Append(ofInputs[0]), number => Assert.Equal(0, number));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(2.5f)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void WhatIsNoLengthIsRefusedWithItsPlaceAndTheRange(float wrong)
    {
        NetworkDeclaration declaration = Together("Strict", new LSTM(4), new GRU(3));
        using CompiledNetworks compiled = NetworkCompiler.Compile([declaration], VectorForm.Vector);
        string expected = FormattableString.Invariant($"Element 0 of row 1 is {(double)wrong}, but LSTM1 reads a whole number there, from 1 to 9.");
        Assert.All((INetwork<float>[])[compiled.Create("Strict"), new ReferenceNetwork<float>(declaration.Describe())], network =>
        {
            (int inputs, int outputs) = (network.Description.InputSize, network.Description.OutputSize);
            float[] x = new float[2 * inputs], y = new float[2 * outputs], gradient = new float[network.Layout.Length];
            (x[0], x[inputs]) = (9, wrong);
            Workspace<float> workspace = network.CreateWorkspace(2);
            Action[] calls =
            [
                () => network.Forward(x, y),
                () => network.Forward(x.AsSpan(inputs), y.AsSpan(outputs)),
                () => network.Forward(new Batch<float>(2, x, []), y, workspace),
                () => network.Gradient(new Batch<float>(2, x, y), gradient, workspace),
                () => network.Cost(new Batch<float>(2, x, y), workspace),
            ];
            Assert.All(calls, call => Assert.StartsWith(
                call == calls[1] ? expected.Replace("row 1", "row 0", StringComparison.Ordinal) : expected, Assert.Throws<ArgumentOutOfRangeException>(call).Message));
            Assert.All(y, number => Assert.Equal(0, number));
        });
    }

    [Fact]
    public void TheyAreProved()
    {
        NetworkDeclaration[] declarations = [.. Kinds(4).Select((kind, index) => Together($"Net{index}", kind, kind with { Units = 3 }))];
        using CompiledNetworks compiled = NetworkCompiler.Generate(declarations).Compile();
        Assert.All(declarations, declaration =>
        {
            NetworkProof proof = NetworkProof.Of(compiled.Create(declaration.Name));
            Assert.True(proof.Passed, proof.ToString());
        });
    }

    /// <summary>Two layers of the same lengths over 9 steps, both ways, from a state that is given and one that is computed, of which others read too.</summary>
    private static NetworkDeclaration Together(string name, Recurrence lower, Recurrence upper) => NetworkDeclaration.OfParts(
        name, new Part(1) { Name = "Length" }, new Part(8) { Name = "Given" }, new Part(9, 3) { Name = "Steps" },
        new Dense(6, Activation.Tanh) { Name = "Computed", From = "Given" },
        lower with { From = "Steps", Sequence = true, Bidirectional = true, Lengths = "Length", BackSteps = 3, Start = lower is LSTM ? ["Given", "Given"] : ["Given"] },
        upper with { Bidirectional = true, Lengths = "Length", BackSteps = 2, Start = upper is LSTM ? ["Computed", "Computed"] : ["Computed"] },
        new Concat("Computed", "Length", "Given")).With(Loss.MeanSquaredError);

    private static IEnumerable<Recurrence> Kinds(int units) => [new Recurrent(units), new Recurrent(units, Activation.ReLU), new LSTM(units), new GRU(units)];
}
