using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Layers;

/// <summary>
/// Step by step a network gives the bits of the whole sequence, which is held against the reference: every kind of
/// layer that streams, over widths where vectors end and where they do not.
/// </summary>
public sealed class StreamTests(ITestOutputHelper output)
{
    private static readonly (int Steps, int Inputs, int Units)[] sizes =
        [(1, 1, 1), (3, 5, 7), (5, 3, 8), (2, 17, 15), (4, 7, 16), (3, 16, 17), (13, 3, 5), (3, 1, 32), (2, 5, 33), (2, 1, 64), (2, 21, 131)];

    [Fact]
    public void EveryRecurrentKindOverAwkwardSizes() => output.WriteLine(Systematic.Hold(
        from size in sizes
        from kind in Kinds(size.Units).Index()
        let layer = kind.Item with { Sequence = (kind.Index + size.Steps) % 2 == 0, Bias = (kind.Index + size.Units) % 3 != 0 }
        select Of($"{layer.Kind}{kind.Index}T{size.Steps}F{size.Inputs}H{size.Units}", [size.Steps, size.Inputs], layer)));

    [Fact]
    public void RecurrentLayersOnOneAnother() => output.WriteLine(Systematic.Hold(
        from lower in Kinds(5).Index()
        from upper in Kinds(9).Index()
        select Of(
            $"Stack{lower.Index}Under{upper.Index}", [7, 2],
            new Activate(Activation.Softplus) { Name = "Bent" }, lower.Item with { Sequence = true }, new Dropout(0.25), new Concat("Bent") { Axis = 1 },
            upper.Item, new Dense(19, Activation.ReLU), new Dense(4, Activation.Softmax)).With(Loss.CrossEntropy)));

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
    public void CausalConvolutions() => output.WriteLine(Systematic.Hold(
        from channels in (int[])[1, 3, 8, 17]
        from kernel in (int[])[1, 2, 3, 7]
        from dilation in (int[])[1, 2, 5]
        let groups = channels == 8 ? 4 : channels == 3 && kernel == 2 ? 3 : 1
        let activation = kernel switch { 2 => Activation.Tanh, 3 => Activation.ReLU, 7 => Activation.Sigmoid, _ => Activation.Identity }
        select Of(
            $"C{channels}K{kernel}D{dilation}", [channels, 11],
            Conv(channels == 8 ? 12 : channels == 3 ? 9 : 5, kernel, dilation, activation) with { Groups = groups, Bias = kernel != 3 })));

    [Fact]
    public void AResidualGraphOfConvolutions() => output.WriteLine(Systematic.Hold(
    [
        Of(
            "Residual", [2, 23],
            new Activate(Activation.LeakyReLU), Conv(8, 3, 1, Activation.Tanh) with { Name = "A" }, Conv(8, 2, 4, Activation.ReLU), new Add("A") { Name = "B" },
            Conv(8, 3, 8, Activation.GELU), new Dropout(0.5), new Add("B"), new Concat("A", "input"), Conv(3, 1, 1, Activation.Identity)),
    ]));

    private static IEnumerable<Recurrence> Kinds(int units) => [new Recurrent(units), new Recurrent(units, Activation.ReLU), new LSTM(units), new GRU(units)];

    private static Conv Conv(int channels, int kernel, int dilation, Activation activation) =>
        new(channels, activation, [new ConvAxis(kernel, 1, 0, dilation)]) { Causal = true };

    private static NetworkDeclaration Of(string name, int[] input, params LayerDeclaration[] layers) =>
        NetworkDeclaration.Of(name, input, layers).With(Loss.HalfSquaredError) with { Streaming = true };
}
