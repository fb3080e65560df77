using System;
using System.Linq;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Folding;

public sealed class BatchNormFoldingTests
{
    private static readonly DenseDescription A = new("A", [0], 2), B = new("B", [2], 2);
    private static readonly BatchNormDescription N = new("N", [1]);

    [Fact]
    [Trait("Mathematics", "G2")]
    public void PredictionsStayTheSameToRounding() => Assert.Empty(FoldingCheck.Cases.SelectMany(folding =>
        FoldingCheck.Differences(new ReferenceNetwork<float>(folding.Trained, seed: 4), new ReferenceNetwork<float>(folding.Plain))));

    /// <summary>By hand: s = γ/√(σ² + ε) = 3/√(3 + 1) = 1.5, t = β − μ·s = 1 − 2·1.5 = −2.</summary>
    [Fact]
    [Trait("Mathematics", "G2")]
    public void ScaleAndShiftGoIntoTheNeighbour()
    {
        var norm = new BatchNormDescription("N", [1], Epsilon: 1);
        ReferenceNetwork<double> before = Filled(new("Before", [1], [new DenseDescription("A", [0], 1), norm]), 5, 4, 3, 1), plain = new(new NetworkDescription("Plain", [1], [new DenseDescription("A", [0], 1)]));
        BatchNormFolding.Fold(before, plain);
        Assert.Equal([1.5 * 5, 1.5 * 4 - 2], plain.Parameters.ToArray());

        ReferenceNetwork<double> behind = Filled(new("Behind", [1], [norm with { Inputs = [0] }, new DenseDescription("A", [1], 1)]), 3, 1, 5, 4);
        BatchNormFolding.Fold(behind, plain);
        Assert.Equal([5 * 1.5, 4 + 5 * -2], plain.Parameters.ToArray());

        static ReferenceNetwork<double> Filled(NetworkDescription description, params double[] parameters)
        {
            var network = new ReferenceNetwork<double>(description);
            parameters.CopyTo(network.Parameters);
            network.Statistics[0] = 2;
            network.Statistics[1] = 3;
            return network;
        }
    }

    [Fact]
    public void WhatCannotBeFoldedExactlyIsRefusedByName()
    {
        const string Needs = ". It needs a dense layer or a convolution of its own, directly before it, or behind it and then unpadded. (Parameter 'trained')";
        ActivateDescription f = new("F", [1], Activation.Tanh);
        BatchNormDescription m = new("M", [2]);
        Assert.Equal($"M of Net cannot be folded exactly: F (Tanh) is before it, and M is an output{Needs}", Refused([A, f, m], [A, f]));
        Assert.Equal(
            $"M of Net cannot be folded exactly: F (Tanh) is before it, and C behind it is padded, with zeros that were never shifted{Needs}",
            Refused([Conv("A", 0, 0), f, m, Conv("C", 3, 1)], [Conv("A", 0, 0), f, Conv("C", 2, 1)], [2, 4]));
        Assert.Equal($"N of Net cannot be folded exactly: A before it is read 2 times, and S (Add) is behind it{Needs}", Refused([A, N, new AddDescription("S", [2, 1])], [A, new AddDescription("S", [1, 1])]));
        Assert.Equal($"M of Net cannot be folded exactly: F (Tanh) is before it, and M is read 2 times{Needs}", Refused([A, f, m, B with { Inputs = [3] }, new AddDescription("S", [4, 3])], [A, f, B, new AddDescription("S", [3, 2])]));
        Assert.Equal(
            $"N of Net cannot be folded exactly: A shares its parameters with B, and B shares the parameters of A{Needs}", Refused([A, N, B with { Shares = 1 }], [A, B with { Inputs = [1], Shares = 1 }]));
        Assert.Equal($"M of Net cannot be folded exactly: the input is before it, and D (Dropout(0.5), classical) is behind it{Needs}", Refused([m with { Inputs = [0] }, new DropoutDescription("D", [1], 0.5, Classical: true), A with { Inputs = [2] }], [new DropoutDescription("D", [0], 0.5, Classical: true), A with { Inputs = [1] }]));
        Assert.Equal(
            "N of Net cannot be folded: A of Plain has no bias to take the shift. Declare it with Bias = true. (Parameter 'into')", Refused([A with { Bias = false }, N], [A with { Bias = false }]));
    }

    [Fact]
    public void NetworksThatDoNotMatchAreRefusedByName()
    {
        const string Cannot = "Net cannot be folded into Plain: ", End = ". (Parameter 'into')";
        Assert.Equal("Net has no batch normalization, so there is nothing to fold; copy its parameters. (Parameter 'trained')", Refused([A], [A]));
        Assert.Equal($"{Cannot}the one without batch normalization has N; leave it out{End}", Refused([A, N], [A, N]));
        Assert.Equal($"{Cannot}expected Dense(2) for A of Net, of the same inputs and settings, found Dense(3), A{End}", Refused([A, N], [A with { Units = 3 }]));
        Assert.Equal($"{Cannot}expected Dense(2) for B of Net, and it has no further layer{End}", Refused([A, N, B], [A]));
        Assert.Equal($"{Cannot}expected no layer behind those of Net, found B{End}", Refused([A, N], [A, B with { Inputs = [1] }]));
        Assert.Equal($"{Cannot}A has no bias, which A of Net has{End}", Refused([A, N], [A with { Bias = false }]));
        Assert.Equal(
            $"{Cannot}expected the input [2], found [3]{End}",
            Assert.Throws<ArgumentException>(() => BatchNormFolding.Fold(new ReferenceNetwork<float>(new("Net", [2], [A, N])), new ReferenceNetwork<float>(new("Plain", [3], [A])))).Message);
        Assert.Throws<ArgumentNullException>(() => BatchNormFolding.Fold(null!, new ReferenceNetwork<float>(new("Plain", [3], [A]))));
        Assert.Throws<ArgumentNullException>(() => BatchNormFolding.Fold(new ReferenceNetwork<float>(new("Net", [2], [A, N])), null!));
    }

    private static Conv1DDescription Conv(string name, int input, int padding) => new(name, [input], 2, new SlidingWindow(3, 1, padding, padding));

    /// <summary>The message, and that nothing is changed.</summary>
    private static string Refused(LayerDescription[] trained, LayerDescription[] plain, int[]? input = null)
    {
        var network = new ReferenceNetwork<float>(new NetworkDescription("Plain", [.. input ?? [2]], [.. plain]), seed: 1);
        float[] before = network.Parameters.ToArray();
        string message = Assert.Throws<ArgumentException>(() => BatchNormFolding.Fold(new ReferenceNetwork<float>(new NetworkDescription("Net", [.. input ?? [2]], [.. trained])), network)).Message;
        Assert.Equal(before, network.Parameters.ToArray());
        return message;
    }
}
