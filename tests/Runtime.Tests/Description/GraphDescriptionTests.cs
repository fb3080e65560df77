using System;
using System.Linq;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Description;

/// <summary>Several inputs, several losses and shared parameters as data.</summary>
[Trait("Mathematics", "L3")]
public sealed class GraphDescriptionTests
{
    /// <summary>What its fingerprint is held against below.</summary>
    internal static readonly LayerDescription[] Layers =
    [
        new InputDescription("A", [0], [2], 0),
        new InputDescription("B", [0], [1, 2], 2),
        new FlattenDescription("Flatten1", [2]),
        new DenseDescription("Dense1", [1], 2, Bias: false),
        new DenseDescription("Dense2", [3], 2, Bias: false) { Shares = 4 },
        new MultiplyDescription("Multiply1", [4, 5]),
    ];

    private static NetworkDescription Network => new("Net", [4], [.. Layers], [new LossDescription(Loss.HalfSquaredError, 6), new LossDescription(Loss.MeanSquaredError, 5, 0.5)]);

    [Fact]
    public void ItCountsSharedParametersOnceAndPutsOutputsOneAfterAnother()
    {
        Assert.Equal((4, 4, 4), (Network.InputSize, Network.OutputSize, Network.ParameterCount));
        Assert.Equal([6, 5], Network.Outputs.ToArray());
        Assert.Null(Network.Loss);
        Assert.Equal("Dense1.Weights", Assert.Single(ParameterLayout.Canonical(Network).Tensors).Name);
        Assert.StartsWith("Net · loss HalfSquaredError of Multiply1 + 0.5 · MeanSquaredError of Dense2, Mean", Network.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ItsFingerprintTellsPartsLossesAndSharing()
    {
        Assert.Equal(
            "input 4\npart 2 at 0 of 0\npart 1, 2 at 2 of 0\nflatten of 2\ndense 2 without bias of 1\ndense 2 without bias of 3 with 4\nmultiply of 4, 5\n" +
            "loss HalfSquaredError Mean of 6 weight 1\nloss MeanSquaredError Mean of 5 weight 0.5\n",
            DescriptionFingerprint.Text(Network));
    }

    [Fact]
    public void AllOfItCountsForEquality()
    {
        Assert.Equal(Network, Network);
        Assert.Equal(Network.GetHashCode(), Network.GetHashCode());
        Assert.NotEqual(Network, new NetworkDescription("Net", [4], [.. Layers], [new LossDescription(Loss.HalfSquaredError, 6), new LossDescription(Loss.MeanSquaredError, 5, 0.25)]));
        Assert.NotEqual(Layers[4], new DenseDescription("Dense2", [3], 2, Bias: false));
        Assert.NotEqual(Layers[1], new InputDescription("B", [0], [2, 1], 2));
        Assert.Contains("Shares = 4", $"{Layers[4]}", StringComparison.Ordinal);
    }

    /// <summary>W = [[1, 2], [3, 4]], a = (1, 1), b = (1, 0): Wa = (3, 7), Wb = (1, 3), product (3, 21).</summary>
    [Fact]
    public void AWorkedCase()
    {
        var network = new ReferenceNetwork<double>(Network);
        new double[] { 1, 2, 3, 4 }.CopyTo(network.Parameters);
        double[] outputs = new double[4];
        network.Forward([1, 1, 1, 0], outputs);
        Assert.Equal([3, 21, 1, 3], outputs);

        // J = ½(3² + 21²) + ½·½(1² + 3²) = 225 + 2.5; δ of the product (3, 21), of Wb (3·3 + ½, 21·7 + 1.5) = (9.5, 148.5), of Wa (3, 63).
        double[] gradient = new double[4];
        double[] inputGradient = new double[4];
        double cost = network.Gradient(new Batch<double>(1, [1, 1, 1, 0], [0, 0, 0, 0]), gradient, network.CreateWorkspace(1), inputGradient);
        Assert.Equal(227.5, cost);

        // δWa·aᵀ + δWb·bᵀ.
        Assert.Equal([3 + 9.5, 3, 63 + 148.5, 63], gradient);
        Assert.Equal([3 + (3 * 63), (2 * 3) + (4 * 63), 9.5 + (3 * 148.5), (2 * 9.5) + (4 * 148.5)], inputGradient);
    }

    [Fact]
    public void MisfitsAreRefusedInWords()
    {
        static string Refused(Func<NetworkDescription> make) => Assert.Throws<ArgumentException>(make).Message;
        static NetworkDescription Of(LayerDescription[] layers, params LossDescription[] losses) => new("Net", [4], [.. layers], [.. losses]);
        LayerDescription[] With(int place, LayerDescription layer) => [.. Layers[..place], layer, .. Layers[(place + 1)..]];

        Assert.Contains("starts at 1 of the row; expected 2", Refused(() => Of(With(1, new InputDescription("B", [0], [1, 2], 1)))));
        Assert.Contains("are 4 elements of a row of 5", Refused(() => new("Net", [5], [.. Layers])));
        Assert.Contains("takes node 0", Refused(() => Of([.. Layers, new FlattenDescription("F", [0])])));
        Assert.Contains("2 elements from 3 on do not lie in a row of 4", Refused(() => Of(With(1, new InputDescription("B", [0], [2], 3)))));
        Assert.Contains("expected the same kind and sizes", Refused(() => Of(With(4, new DenseDescription("Dense2", [3], 3, Bias: false) { Shares = 4 }))));
        Assert.Contains("expected a layer before it", Refused(() => Of(With(4, new DenseDescription("Dense2", [3], 2, Bias: false) { Shares = 5 }))));
        Assert.Contains("do not multiply", Refused(() => Of(With(5, new MultiplyDescription("M", [2, 3])))));
        Assert.Contains("two losses judge Multiply1", Refused(() => Of(Layers, new(Loss.HalfSquaredError, 6), new(Loss.MeanSquaredError, 6))));
        Assert.Contains("has the weight -1", Refused(() => Of(Layers, new LossDescription(Loss.HalfSquaredError, 6, -1))));
        Assert.Contains("has a delta, which only Huber takes", Refused(() => Of(Layers, new LossDescription(Loss.HalfSquaredError, 6) { Delta = 2 })));
        Assert.Contains("has the delta 0; expected", Refused(() => Of(Layers, new LossDescription(Loss.Huber, 6) { Delta = 0 })));
        Assert.Contains("has positive weights, which only BinaryCrossEntropy takes", Refused(() => Of(Layers, new LossDescription(Loss.Huber, 6) { PositiveWeights = [1, 1] })));
        Assert.Contains("has 3 positive weights; expected one for each of 2 outputs", Refused(() => Of(Layers, new LossDescription(Loss.BinaryCrossEntropy, 6) { PositiveWeights = [1, 1, 1] })));
        Assert.Contains("has the positive weights 1 -2; expected", Refused(() => Of(Layers, new LossDescription(Loss.BinaryCrossEntropy, 6) { PositiveWeights = [1, -2] })));
        Assert.Contains("has class weights, which only CrossEntropy takes", Refused(() => Of(Layers, new LossDescription(Loss.KullbackLeibler, 6) { ClassWeights = [1, 1] })));
        Assert.Contains("has label smoothing, which only CrossEntropy takes", Refused(() => Of(Layers, new LossDescription(Loss.KullbackLeibler, 6) { LabelSmoothing = 0.1 })));
        Assert.Contains("has the label smoothing 1; expected at least 0 and below 1", Refused(() => Of(Layers, new LossDescription(Loss.CrossEntropy, 6) { LabelSmoothing = 1 })));
        Assert.Contains("KullbackLeibler needs a softmax", Refused(() => Of(Layers, new LossDescription(Loss.KullbackLeibler, 6))));
        Assert.Contains("judges node 7", Refused(() => Of(Layers, new LossDescription(Loss.HalfSquaredError, 7))));
        Assert.Contains("expected the last layer, Multiply1", Refused(() => Of(Layers, new LossDescription(Loss.HalfSquaredError, 5))));
    }
}
