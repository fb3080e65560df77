using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>
/// Step by step a network gives the bits of the whole sequence, which these and other tests hold against the reference:
/// every kind of layer that streams, over widths where vectors end and where they do not.
/// </summary>
public sealed class StreamTests(ITestOutputHelper output)
{
    private static readonly (int Steps, int Inputs, int Units)[] sizes =
        [(1, 1, 1), (3, 5, 7), (5, 3, 8), (2, 17, 15), (4, 7, 16), (3, 16, 17), (13, 3, 5), (3, 1, 32), (2, 5, 33), (2, 1, 64), (3, 2, 96), (2, 21, 131)];

    [Fact]
    public void EveryRecurrentKindOverAwkwardSizes() => Hold(
        from size in sizes
        from kind in Kinds(size.Units).Index()
        let layer = kind.Item with { Sequence = (kind.Index + size.Steps) % 2 == 0, Bias = (kind.Index + size.Units) % 3 != 0 }
        select Of($"{layer.Kind}{kind.Index}T{size.Steps}F{size.Inputs}H{size.Units}", [size.Steps, size.Inputs], layer));

    [Fact]
    public void DenseLayersOfEveryStep() => Hold(
        from size in sizes
        from activation in (Activation[])[Activation.Identity, Activation.ReLU, Activation.GELU]
        select Of(
            $"{activation}T{size.Steps}F{size.Inputs}U{size.Units}", [size.Steps, size.Inputs],
            new Dense(size.Units, activation) { PerStep = true, Bias = activation != Activation.ReLU }, new GRU(3) { Sequence = true }, new Dense(size.Units, activation) { PerStep = true }));

    [Fact]
    public void RecurrentLayersOnOneAnother() => Hold(
        from lower in Kinds(5).Index()
        from upper in Kinds(9).Index()
        select Of(
            $"Stack{lower.Index}Under{upper.Index}", [7, 2],
            new Activate(Activation.Softplus) { Name = "Bent" }, lower.Item with { Sequence = true }, new Dropout(0.25), new Concat("Bent") { Axis = 1 },
            upper.Item, new Dense(19, Activation.ReLU), new Dense(4, Activation.Softmax)).With(Loss.CrossEntropy));

    [Fact]
    public void AGraphOfSequences() => output.WriteLine(Systematic.Hold(
        from kind in Kinds(3).Index()
        from declaration in (NetworkDeclaration[])
        [
            Of(
                $"InputTwice{kind.Index}", [4, 3],
                kind.Item with { Sequence = true, Name = "First" }, kind.Item with { Sequence = true, From = "input", Units = 5, Name = "Second" },
                new Concat("First", "input") { Axis = 1 }),
            Of(
                $"Residual{kind.Index}", [5, 3],
                new Activate(Activation.Tanh) { Name = "Bent" }, kind.Item with { Sequence = true }, new Add("Bent") { Name = "Sum" },
                kind.Item with { Name = "Last" }, kind.Item with { From = "Sum", Name = "Other" }, new Add("Last")),
            Of($"Output{kind.Index}", [5, 3], new Activate(Activation.GELU), kind.Item with { Units = 12 }, new Reshape(4, 3), new LSTM(2), new Dense(2)),
        ]
        select declaration));

    [Fact]
    public void Symbols() => Hold(
        from size in sizes
        from others in (LayerDeclaration[][])[[], [new GRU(5)], [new LayerNorm(), new Dense(3, Activation.Tanh) { PerStep = true }, new PReLU(), new RMSNorm { Affine = false }]]
        select Of(
            $"T{size.Steps}S{size.Inputs}F{size.Units}Then{others.Length}", [size.Steps],
            [new Embedding(size.Inputs, size.Units) { Name = "First" }, new Embedding(size.Inputs + 2, size.Units) { From = "input", Name = "Second" }, new Add("First"), .. others]));

    [Fact]
    public void CausalConvolutionsNormalizedByChannels() => Hold(
        from channels in (int[])[1, 3, 8, 17, 33]
        from affine in (bool[])[true, false]
        select Of(
            $"C{channels}{affine}", [channels, 11],
            Conv(channels, 2, 1, Activation.Identity), new BatchNorm { Affine = affine }, new PReLU { PerChannel = true }, Conv(5, 3, 2, Activation.Tanh), new BatchNorm { Affine = affine }));

    [Fact]
    public void ASymbolThatIsNoneIsNamed()
    {
        var network = new Spelling();
        float[] state = new float[Spelling.StateSize], output = new float[Spelling.StepOutputSize];

        Assert.Contains("Element 0 of row 0 is 26, but Embedding1 reads a whole number there, from 0 to 25.", Assert.Throws<ArgumentOutOfRangeException>(() => network.Step([26], state, output)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Spelling.Step(network.Parameters, [0.5f], state, output));
        Assert.All(state, number => Assert.Equal(0, number));
        network.Step([25], state, output);
        Assert.Null(StepComparison.Failure(network));
    }

    [Fact]
    public void CausalConvolutions() => Hold(
        from channels in (int[])[1, 3, 8, 17]
        from kernel in (int[])[1, 2, 3, 7]
        from dilation in (int[])[1, 2, 5]
        let groups = channels == 8 ? 4 : channels == 3 && kernel == 2 ? 3 : 1
        let activation = kernel switch { 2 => Activation.Tanh, 3 => Activation.ReLU, 7 => Activation.Sigmoid, _ => Activation.Identity }
        select Of(
            $"C{channels}K{kernel}D{dilation}", [channels, 11],
            Conv(channels == 8 ? 12 : channels == 3 ? 9 : 5, kernel, dilation, activation) with { Groups = groups, Bias = kernel != 3 }));

    [Fact]
    public void AResidualGraphOfConvolutions() => output.WriteLine(Systematic.Hold(
    [
        Of(
            "Residual", [2, 23],
            new Activate(Activation.LeakyReLU), Conv(8, 3, 1, Activation.Tanh) with { Name = "A" }, Conv(8, 2, 4, Activation.ReLU), new Add("A") { Name = "B" },
            Conv(8, 3, 8, Activation.GELU), new Dropout(0.5) { Classical = true }, new Add("B"), new Concat("A", "input"), Conv(3, 1, 1, Activation.Identity)),
    ]));

    [Fact]
    public void StreamsSideBySideDoNotMeet()
    {
        var network = new Amplifier(seed: 3);
        float[] signal = [.. Enumerable.Range(0, Amplifier.InputSize).Select(step => MathF.Sin(step))];
        var expected = new float[Amplifier.OutputSize];
        network.Forward(signal, expected);
        float[][] states = [new float[Amplifier.StateSize], new float[Amplifier.StateSize], new float[Amplifier.StateSize]];
        var sample = new float[Amplifier.StepOutputSize];
        for (int step = 0; step < signal.Length + 4; step++)
        {
            for (int stream = 0; stream < states.Length; stream++)
            {
                if (step - 2 * stream is int own and >= 0 && own < signal.Length)
                {
                    network.Step([signal[own]], states[stream], sample);
                    Assert.Equal(expected[own], sample[0]);
                }
            }
        }

        Parallel.For(0, 8, _ =>
        {
            var state = new float[Amplifier.StateSize];
            var output = new float[1];
            for (int step = 0; step < signal.Length; step++)
            {
                Amplifier.Step(network.Parameters, signal.AsSpan(step, 1), state, output);
                Assert.Equal(expected[step], output[0]);
            }
        });
    }

    [Fact]
    public void WhatLiesAroundAStateIsNeitherReadNorWritten()
    {
        var network = new Odd(seed: 3);
        float[] around = [.. Enumerable.Repeat(float.NaN, Odd.StateSize + 40)];
        Span<float> state = around.AsSpan(20, Odd.StateSize);
        state.Clear();
        float[] input = [.. Enumerable.Repeat(float.NaN, 20), 0.5f, -0.5f, 1, .. Enumerable.Repeat(float.NaN, 20)];
        float[] output = [.. Enumerable.Repeat(float.NaN, Odd.StepOutputSize + 40)];
        for (int step = 0; step < 3; step++)
        {
            network.Step(input.AsSpan(20, 3), state, output.AsSpan(20, Odd.StepOutputSize));
        }

        Assert.DoesNotContain(float.NaN, around[20..^20]);
        Assert.DoesNotContain(float.NaN, output[20..^20]);
        Assert.All((float[])[.. around[..20], .. around[^20..], .. output[..20], .. output[^20..]], number => Assert.Equal(float.NaN, number));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-1)]
    [InlineData(1e30f)]
    [InlineData(float.NegativeInfinity)]
    public void AStateOfAnythingHarmsNothing(float number)
    {
        var network = new Past(seed: 3);
        float[] around = [.. Enumerable.Repeat(7f, Past.StateSize + 40)];
        around.AsSpan(20, Past.StateSize).Fill(number);
        for (int step = 0; step < 30; step++)
        {
            network.Step([1, 2], around.AsSpan(20, Past.StateSize), new float[3]);
        }

        Assert.All((float[])[.. around[..20], .. around[^20..]], other => Assert.Equal(7, other));
    }

    [Fact]
    public void LengthsThatDoNotFitAreNamed()
    {
        var network = new Odd();
        float[] input = new float[4], state = new float[Odd.StateSize + 1], output = new float[Odd.StepOutputSize + 1];

        Assert.Contains("input has 4 numbers; expected 3", Assert.Throws<ArgumentException>("input", () => network.Step(input, state.AsSpan(1), output.AsSpan(1))).Message);
        Assert.Throws<ArgumentException>("state", () => network.Step(input.AsSpan(1), state, output.AsSpan(1)));
        Assert.Throws<ArgumentException>("output", () => network.Step(input.AsSpan(1), state.AsSpan(1), output));
        Assert.Throws<ArgumentException>("parameters", () => Odd.Step(network.Parameters[1..], input.AsSpan(1), state.AsSpan(1), output.AsSpan(1)));
    }

    [Fact]
    public void TheStateIsWhatTheLayersNeed()
    {
        Assert.Equal(13 + 2 * 7 + 3, Odd.StateSize);
        Assert.Equal((2 * 3 * 2 + 1) + (3 * 1 * 5 + 1), Past.StateSize);
        Assert.Null(StepComparison.Failure(new Odd(seed: 2)));
        Assert.Null(StepComparison.Failure(new Past(seed: 2)));
        Assert.Null(StepComparison.Failure(new Amplifier(seed: 2)));
    }

    private static void Hold(IEnumerable<NetworkDeclaration> networks) => Parallel.ForEach(networks.Chunk(24), some =>
    {
        GeneratedNetworks generated = NetworkCompiler.Generate(some);
        foreach (VectorForm form in Enum.GetValues<VectorForm>())
        {
            using CompiledNetworks compiled = generated.Compile(form);
            foreach (NetworkDeclaration declaration in some)
            {
                string? failure = StepComparison.Failure(compiled.Create(declaration.Name, 7));
                Assert.True(failure is null, $"{form}: {failure}\n{declaration}");
            }
        }
    });

    private static IEnumerable<Recurrence> Kinds(int units) => [new Recurrent(units), new Recurrent(units, Activation.ReLU), new LSTM(units), new GRU(units)];

    private static Conv Conv(int channels, int kernel, int dilation, Activation activation) =>
        new(channels, activation, [new ConvAxis(kernel, 1, 0, dilation)]) { Causal = true };

    private static NetworkDeclaration Of(string name, int[] input, params LayerDeclaration[] layers) =>
        NetworkDeclaration.Of(name, input, layers).With(Loss.HalfSquaredError) with { Streaming = true };
}

/// <summary>A recurrent amplifier with a skip connection.</summary>
[Network(Streaming = true)]
[Input(23, 1)]
[GRU(8, Sequence = true)]
[Dense(1, PerStep = true)]
[Add("input")]
internal sealed partial class Amplifier;

/// <summary>Every kind of recurrent layer, of sizes that fill no vector.</summary>
[Network(Streaming = true)]
[Input(6, 3)]
[GRU(13, Sequence = true)]
[LSTM(7, Sequence = true)]
[Recurrent(3)]
[Dense(5, Activation.Tanh)]
internal sealed partial class Odd;

/// <summary>Symbols, one at a time.</summary>
[Network(Streaming = true)]
[Input(9)]
[Embedding(26, 5)]
[LSTM(7)]
[Dense(26, Activation.Softmax)]
internal sealed partial class Spelling;

/// <summary>Convolutions that reach back.</summary>
[Network(Streaming = true)]
[Input(2, 12)]
[Conv1D(5, 3, Activation.Tanh, Causal = true, Dilation = 3)]
[Conv1D(3, 4, Causal = true)]
internal sealed partial class Past;
