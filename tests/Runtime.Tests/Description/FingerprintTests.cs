using System;
using System.Collections.Immutable;
using System.Linq;
using Xunit;

namespace NetGen.Runtime.Tests.Description;

public sealed class FingerprintTests
{
    private static readonly LayerDescription[] Layers =
    [
        new ReshapeDescription("Reshape1", [0], [3, 4]),
        new FlattenDescription("Flatten1", [1]),
        new DenseDescription("Dense1", [2], 12),
        new ActivateDescription("Activate1", [3], Activation.LeakyReLU, 0.1),
        new DropoutDescription("Dropout1", [4], 0.2),
        new AddDescription("Add1", [5, 2]),
        new ConcatDescription("Concat1", [6, 5]),
        new ActivateDescription("Activate2", [7], Activation.Tanh),
    ];

    private static readonly LayerDescription[] Convolutions =
    [
        new Conv1DDescription("Conv1D1", [0], 4, new SlidingWindow(3, 1, 4, 0, 2), Bias: false),
        new ReshapeDescription("Reshape1", [1], [2, 4, 3]),
        new Conv2DDescription("Conv2D1", [2], 6, new SlidingWindow(3), new SlidingWindow(2, 2, 1, 1), 2),
        new ConvTranspose2DDescription("ConvTranspose2D1", [3], 4, new TransposedWindow(3), new TransposedWindow(2, 2, 1, 1), 2),
        new ReshapeDescription("Reshape2", [4], [4, 12]),
        new ConvTranspose1DDescription("ConvTranspose1D1", [5], 3, new TransposedWindow(3, 1, 2, 0, 2), Bias: false),
    ];

    private static NetworkDescription Network => new("Graph", [2, 6], [.. Layers], Loss.MeanSquaredError);

    /// <summary>The hash of these lines by another program; files hold it, so it never changes.</summary>
    [Fact]
    public void ItIsTheHashOfTheMathematicsLineByLine()
    {
        Assert.Equal(
            "input 2, 6\nreshape 3, 4 of 0\nflatten of 1\ndense 12 with bias of 2\nactivate LeakyReLU 0.1 of 3\ndropout 0.2 of 4\nadd of 5, 2\nconcat 0 of 6, 5\nactivate Tanh of 7\nloss MeanSquaredError Mean\n",
            DescriptionFingerprint.Text(Network));
        Assert.Equal("027bb7dc1f9bbbacba4d09aa274eb6f9956b1bd226f9fda44262ce9676837f4b", Network.Fingerprint);
    }

    [Fact]
    public void ConvolutionsHaveALineWithTheirWindows() => Assert.Equal(
        "input 1, 6\nconv1d 4 windows 3 stride 1 padding 4 0 dilation 2 groups 1 without bias of 0\nreshape 2, 4, 3 of 1\n" +
        "conv2d 6 windows 3 stride 1 padding 0 0 dilation 1 and 2 stride 2 padding 1 1 dilation 1 groups 2 with bias of 2\n" +
        "convtranspose2d 4 windows 3 stride 1 padding 0 output 0 dilation 1 and 2 stride 2 padding 1 output 1 dilation 1 groups 2 with bias of 3\nreshape 4, 12 of 4\n" +
        "convtranspose1d 3 windows 3 stride 1 padding 2 output 0 dilation 2 groups 1 without bias of 5\n",
        DescriptionFingerprint.Text(new NetworkDescription("Convolutions", [1, 6], [.. Convolutions])));

    [Fact]
    public void NormalizationsHaveALineWithTheirAxesAndEpsilon() => Assert.Equal(
        "input 3, 4\nlayernorm 1 affine epsilon 1E-05 of 0\nrmsnorm 2 plain epsilon 0.25 of 1\nbatchnorm affine epsilon 1E-05 momentum 0.5 of 2\nprelu of one slope of 3\nprelu per channel of 4\n",
        DescriptionFingerprint.Text(new NetworkDescription("N", [3, 4], [.. Normalizations])));

    private static readonly LayerDescription[] Normalizations = [new LayerNormDescription("A", [0]), new RMSNormDescription("B", [1], 2, Affine: false, Epsilon: 0.25), new BatchNormDescription("C", [2], Momentum: 0.5), new PReLUDescription("D", [3]), new PReLUDescription("E", [4], PerChannel: true)];

    private static readonly LayerDescription[] OfImages =
    [
        new ZeroPadDescription("ZeroPad1", [0], 1, 2, 3, 4),
        new MaxPool2DDescription("MaxPool2D1", [1], 4, 3, 2, 1, 2, 1),
        new AveragePool2DDescription("AveragePool2D1", [2], 2, 2, 1, 1, 1, 0),
        new UpsampleDescription("Upsample1", [3], 2),
        new ReshapeDescription("Reshape1", [4], [2, 360]),
        new MaxPool1DDescription("MaxPool1D1", [5], 3, 2, 1),
        new AveragePool1DDescription("AveragePool1D1", [6], 4, 2, 1, IncludePadding: false),
        new GlobalMaxPoolDescription("GlobalMaxPool1", [7]),
        new GlobalAveragePoolDescription("GlobalAveragePool1", [7]),
        new AddDescription("Add1", [8, 9]),
    ];

    private static NetworkDescription Image => new("Image", [2, 8, 8], [.. OfImages]);

    [Fact]
    public void LayersOfImagesHaveTheirLines()
    {
        Assert.Equal(
            "input 2, 8, 8\nzeropad 1 2 3 4 of 0\nmaxpool2d 4 3 stride 2 1 padding 2 1 of 1\naveragepool2d 2 2 stride 1 1 padding 1 0 of 2\nupsample 2 of 3\nreshape 2, 360 of 4\n" +
            "maxpool1d 3 stride 2 padding 1 of 5\naveragepool1d 4 stride 2 padding 1 of elements of 6\nglobalmaxpool of 7\nglobalaveragepool of 7\nadd of 8, 9\n",
            DescriptionFingerprint.Text(Image));
        Assert.Equal("3c336b647cab054c2ba57c77df33304bd355698d9a98dcd2819f1ce955047167", Image.Fingerprint);
    }

    [Fact]
    public void OptionsOfALossStandInItsLine()
    {
        static string Line(LossDescription loss) => DescriptionFingerprint.Text(new NetworkDescription("Net", [2], [new ActivateDescription("A", [0], Activation.Softmax)], [loss])).Split('\n')[^2];

        Assert.Equal("loss Huber delta 1 Mean", Line(new(Loss.Huber, 1)));
        Assert.Equal("loss AbsoluteError Mean", Line(new(Loss.AbsoluteError, 1)));
        Assert.Equal("loss CrossEntropy class weights 1 0.5 smoothing 0.1 Mean", Line(new(Loss.CrossEntropy, 1) { ClassWeights = [1, 0.5], LabelSmoothing = 0.1 }));
        Assert.Equal("loss BinaryCrossEntropy positive weights 3 1 Mean of 1 weight 2", Line(new(Loss.BinaryCrossEntropy, 1, 2) { PositiveWeights = [3, 1] }));
    }

    public static TheoryData<int, LayerDescription> ChangesOfImages => new()
    {
        { 0, new ZeroPadDescription("ZeroPad1", [0], 2, 1, 3, 4) },
        { 0, new ZeroPadDescription("ZeroPad1", [0], 1, 2, 4, 3) },
        { 1, new AveragePool2DDescription("MaxPool2D1", [1], 4, 3, 2, 1, 2, 1) },
        { 2, new AveragePool2DDescription("AveragePool2D1", [2], 2, 2, 1, 1, 1, 0, IncludePadding: false) },
        { 5, new AveragePool1DDescription("MaxPool1D1", [5], 3, 2, 1) },
        { 6, new AveragePool1DDescription("AveragePool1D1", [6], 4, 2, 1) },
        { 7, new GlobalAveragePoolDescription("GlobalMaxPool1", [7]) },
        { 8, new GlobalMaxPoolDescription("GlobalAveragePool1", [7]) },
    };

    [Theory]
    [MemberData(nameof(ChangesOfImages))]
    public void EachChangeOfALayerOfImagesChangesIt(int place, LayerDescription layer)
    {
        NetworkDescription one = Image;
        Assert.NotEqual(one.Layers[place], layer);
        Assert.NotEqual(one.Fingerprint, new NetworkDescription("Image", [2, 8, 8], one.Layers.SetItem(place, layer)).Fingerprint);
    }

    public static TheoryData<int, LayerDescription> Changes => new()
    {
        { 0, new ReshapeDescription("Reshape1", [0], [4, 3]) },
        { 1, new ReshapeDescription("Flatten1", [1], [12]) },
        { 2, new DenseDescription("Dense1", [2], 12, Bias: false) },
        { 3, new ActivateDescription("Activate1", [3], Activation.LeakyReLU, 0.2) },
        { 3, new ActivateDescription("Activate1", [3], Activation.ReLU) },
        { 3, new ActivateDescription("Activate1", [3], Activation.ELU, 0.1) },
        { 3, new ActivateDescription("Activate1", [2], Activation.LeakyReLU, 0.1) },
        { 4, new DropoutDescription("Dropout1", [4], 0.3) },
        { 4, new DropoutDescription("Dropout1", [4], 0.2, Classical: true) },
        { 5, new AddDescription("Add1", [2, 5]) },
        { 6, new ConcatDescription("Concat1", [6, 4]) },
        { 7, new ActivateDescription("Activate2", [7], Activation.Sigmoid) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void EachChangeOfTheMathematicsChangesIt(int place, LayerDescription layer)
    {
        NetworkDescription one = Network;
        Assert.NotEqual(one.Fingerprint, new NetworkDescription("Graph", [2, 6], one.Layers.SetItem(place, layer), Loss.MeanSquaredError).Fingerprint);
    }

    [Fact]
    public void InputAxisLossAndReductionChangeIt()
    {
        NetworkDescription one = Network;
        string[] others =
        [
            one.Fingerprint,
            new NetworkDescription("Graph", [3, 4], one.Layers, Loss.MeanSquaredError).Fingerprint,
            new NetworkDescription("Graph", [2, 6], one.Layers, Loss.HalfSquaredError).Fingerprint,
            new NetworkDescription("Graph", [2, 6], one.Layers, Loss.MeanSquaredError, Reduction.Sum).Fingerprint,
            new NetworkDescription("Graph", [2, 6], one.Layers).Fingerprint,
            new NetworkDescription("Joined", [2, 6], [new ConcatDescription("C", [0, 0], 0)]).Fingerprint,
            new NetworkDescription("Joined", [2, 6], [new ConcatDescription("C", [0, 0], 1)]).Fingerprint,
            new NetworkDescription("Units", [2], [new DenseDescription("D", [0], 2)]).Fingerprint,
            new NetworkDescription("Units", [2], [new DenseDescription("D", [0], 3)]).Fingerprint,
            new NetworkDescription("Slope", [2], [new ActivateDescription("A", [0], Activation.ELU)]).Fingerprint,
            new NetworkDescription("Slope", [2], [new ActivateDescription("A", [0], Activation.ELU, 2)]).Fingerprint,
        ];
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Fact]
    public void NamesInitializersUnusedSlopesAndTheCultureDoNot()
    {
        string expected = Network.Fingerprint;
        using HostileCulture hostile = new();
        NetworkDescription same = new(
            "Other", [2, 6],
            [
                .. Network.Layers.SetItem(2, new DenseDescription("D", [2], 12, Initializer: Initializer.Normal, Scale: 0.5))
                    .SetItem(7, new ActivateDescription("T", [7], Activation.Tanh, 0.3)),
            ],
            Loss.MeanSquaredError);
        Assert.False(same.Equals(Network));
        Assert.Equal(expected, same.Fingerprint);
    }

    [Fact]
    public void RecurrentLayersHaveTheirsInWords()
    {
        Assert.Equal(
            "input 7, 3\nrecurrent ReLU 4 with bias, all steps, forward of 0\ngru 5 with bias, all steps, both ways of 1\nlstm 6 without bias, last step, forward of 2\n",
            DescriptionFingerprint.Text(Recurrent([.. Recurrences])));
        (int Place, LayerDescription Layer)[] changes =
        [
            (2, Recurrences[2]),
            (0, new RecurrentDescription("R", [0], 4, Sequence: true)),
            (1, new GRUDescription("G", [1], 5, Sequence: true)),
            (1, new LSTMDescription("G", [1], 5, Sequence: true, Bidirectional: true)),
            (2, new LSTMDescription("L", [2], 7, Bias: false)),
            (2, new LSTMDescription("L", [2], 6)),
            (2, new LSTMDescription("L", [2], 6, Sequence: true, Bias: false)),
        ];
        string[] all = [.. changes.Select(change => Recurrent(Recurrences.ToImmutableArray().SetItem(change.Place, change.Layer)).Fingerprint)];
        Assert.Equal(all.Length, all.Distinct().Count());

        static NetworkDescription Recurrent(ImmutableArray<LayerDescription> layers) => new("Net", [7, 3], layers);
    }

    private static readonly LayerDescription[] Recurrences =
    [
        new RecurrentDescription("R", [0], 4, Activation.ReLU, Sequence: true),
        new GRUDescription("G", [1], 5, Sequence: true, Bidirectional: true),
        new LSTMDescription("L", [2], 6, Bias: false),
    ];

    private static readonly LayerDescription[] OfSymbols =
    [
        new EmbeddingDescription("E", [0], 9, 4),
        new PositionalEncodingDescription("P", [1]),
        new AttentionDescription("A", [2], 2, Causal: true),
    ];

    [Fact]
    public void LayersOfSymbolsHaveTheirsInWords()
    {
        Assert.Equal(
            "input 5\nembedding 9 4 of 0\npositionalencoding of sinusoids of 1\nattention 2 with bias, causal of 2\n",
            DescriptionFingerprint.Text(Sentence([.. OfSymbols])));
        (int Place, LayerDescription Layer)[] changes =
        [
            (0, OfSymbols[0]),
            (0, new EmbeddingDescription("E", [0], 8, 4)),
            (0, new EmbeddingDescription("E", [0], 9, 6)),
            (1, new PositionalEncodingDescription("P", [1], Learned: true)),
            (2, new AttentionDescription("A", [2], 1, Causal: true)),
            (2, new AttentionDescription("A", [2], 2)),
            (2, new AttentionDescription("A", [2], 2, Causal: true, Bias: false)),
        ];
        string[] all = [.. changes.Select(change => Sentence(OfSymbols.ToImmutableArray().SetItem(change.Place, change.Layer)).Fingerprint)];
        Assert.Equal(all.Length, all.Distinct().Count());

        static NetworkDescription Sentence(ImmutableArray<LayerDescription> layers) => new("Net", [5], layers);
    }

    [Fact]
    public void AClassicalDropoutSaysSo() =>
        Assert.Equal("input 5\ndropout 0.25 classical of 0\n", DescriptionFingerprint.Text(new NetworkDescription("Net", [5], [new DropoutDescription("D", [0], 0.25, Classical: true)])));

    [Fact]
    public void TheLengthsOfAnAttentionCount()
    {
        NetworkDescription network = new(
            "Net", [7], [new InputDescription("n", [0], [1], 0), new InputDescription("x", [0], [3, 2], 1), new AttentionDescription("A", [2, 1], 2, Causal: true, Lengths: true)]);
        Assert.Contains("attention 2 with bias, causal, of given lengths of 2, 1\n", DescriptionFingerprint.Text(network));
    }

    [Fact]
    public void WhatARecurrentLayerIsGivenCounts()
    {
        NetworkDescription network = new(
            "Net", [7],
            [
                new InputDescription("n", [0], [1], 0), new InputDescription("x", [0], [3, 2], 1), new FlattenDescription("F", [2]), new DenseDescription("h", [3], 4),
                new LSTMDescription("L", [2, 4, 4, 1], 4, State: true, Lengths: true, BackSteps: 2), new GRUDescription("G", [2], 4, BackSteps: 3), new AddDescription("A", [5, 6]),
            ]);
        Assert.Contains("lstm 4 with bias, last step, forward, from a state, of given lengths, back 2 steps of 2, 4, 4, 1\ngru 4 with bias, last step, forward, back 3 steps of 2\n", DescriptionFingerprint.Text(network));
    }

    [Fact]
    public void EveryKindOfLayerHasOne() => Assert.Equal(
        typeof(LayerDescription).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LayerDescription)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        Layers.Concat(Convolutions).Concat(OfImages).Concat(Recurrences).Concat(GraphDescriptionTests.Layers).Concat(OfSymbols).Concat(Normalizations).Select(layer => layer.GetType().Name).Distinct().Order(StringComparer.Ordinal));
}
