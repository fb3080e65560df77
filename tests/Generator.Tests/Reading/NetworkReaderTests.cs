using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class NetworkReaderTests
{
    [Fact]
    public void A_chain_becomes_a_model()
    {
        NetworkModel network = Source.Network("""
            using NetGen;
            namespace Demo.Nets;

            [Network(Seed = 7), Input(784)]
            [Dense(128, Activation.ReLU)]
            [Dropout(0.2, Classical = true)]
            [Penalty(L1 = 0.25, L2 = 0.5, From = "Dense2", Biases = true, Proximal = true, Examples = 60000)]
            [Penalty(L2 = 0.125)]
            [Dense(10, Activation.Softmax, Bias = false)]
            [Loss(Loss.CrossEntropy, Reduction = Reduction.Sum)]
            public sealed partial class Digits;
            """);

        Assert.Equal(
            new NetworkModel(
                new TypeModel("Demo.Nets", default, "partial class Digits", "Digits", "Digits", "Demo.Nets.Digits.g.cs"),
                7,
                new Shape(784),
                new LayerModel[]
                {
                    new DenseModel("Dense1", Nodes(0), new Shape(128), 784, 128, true, "Auto", null) { ParametersType = "DenseParameters" },
                    new ActivateModel("Dense1.Activate", Nodes(1), new Shape(128), "ReLU", 0.01, OfLayer: true),
                    new DropoutModel("Dropout1", Nodes(2), new Shape(128), 0.2, Classical: true),
                    new DenseModel("Dense2", Nodes(3), new Shape(10), 128, 10, false, "Auto", null) { ParametersType = "DenseParameters" },
                    new ActivateModel("Dense2.Activate", Nodes(4), new Shape(10), "Softmax", 0.01, OfLayer: true),
                }.ToEquatableArray(),
                new[] { new LossModel("CrossEntropy", "Sum", 5) }.ToEquatableArray())
            {
                Penalties = new PenaltyModel[] { new(0.25, 0.5, 4, true, true, 60000), new(0, 0.125, null, false, false, 1) }.ToEquatableArray(),
            },
            network);
    }

    [Fact]
    public void A_graph_becomes_a_model()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Loss(Loss.MeanSquaredError)]
            [Dense(4, Activation.LeakyReLU, Slope = 0.1, Name = "first", Initializer = Initializer.Scaled)]
            [Dense(4)]
            [Add("first", "first")]
            [Activate(Activation.Tanh)]
            [Reshape(2, 2)]
            [Dense(6, From = "x", Initializer = Initializer.Normal, Scale = 0.5)]
            [Reshape(2, 3)]
            [Concat("Reshape1", Axis = 1, Name = "joined")]
            [Flatten]
            [Input(2, Name = "x")]
            [Network]
            partial class Graph { }
            """);

        Assert.Equal(
            new LayerModel[]
            {
                new DenseModel("first", Nodes(0), new Shape(4), 2, 4, true, "Scaled", null),
                new ActivateModel("first.Activate", Nodes(1), new Shape(4), "LeakyReLU", 0.1, OfLayer: true),
                new DenseModel("Dense2", Nodes(2), new Shape(4), 4, 4, true, "Auto", null),
                new AddModel("Add1", Nodes(3, 2, 2), new Shape(4)),
                new ActivateModel("Activate1", Nodes(4), new Shape(4), "Tanh", 0.01),
                new ReshapeModel("Reshape1", Nodes(5), new Shape(2, 2)),
                new DenseModel("Dense3", Nodes(0), new Shape(6), 2, 6, true, "Normal", 0.5),
                new ReshapeModel("Reshape2", Nodes(7), new Shape(2, 3)),
                new ConcatModel("joined", Nodes(8, 6), new Shape(2, 5), 1),
                new FlattenModel("Flatten1", Nodes(9), new Shape(10)),
            },
            LayersOf(network));
        Assert.Equal(new LossModel("MeanSquaredError", "Mean", 10), network.Loss);
    }

    [Fact]
    public void Several_inputs_and_losses_become_parts_and_outputs()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network]
            [Dense(4, Name = "Facts")]
            [Input(3, Name = "Table")]
            [Input(2, 2, Name = "Image")]
            [Flatten]
            [Dense(4, Name = "Early")]
            [Dense(4, Share = "Early")]
            [Multiply("Facts", Name = "Gated")]
            [Loss(Loss.MeanSquaredError, From = "Gated", Weight = 0.5)]
            [Loss(Loss.HalfSquaredError, From = "Facts")]
            partial class Net { }
            """);

        Assert.Equal(new Shape(7), network.Input);
        Assert.Equal(
            new LayerModel[]
            {
                new InputModel("Table", Nodes(0), new Shape(3), 0),
                new DenseModel("Facts", Nodes(1), new Shape(4), 3, 4, true, "Auto", null),
                new InputModel("Image", Nodes(0), new Shape(2, 2), 3),
                new FlattenModel("Flatten1", Nodes(3), new Shape(4)),
                new DenseModel("Early", Nodes(4), new Shape(4), 4, 4, true, "Auto", null),
                new DenseModel("Dense3", Nodes(5), new Shape(4), 4, 4, true, "Auto", null) { Shares = 5 },
                new MultiplyModel("Gated", Nodes(6, 2), new Shape(4)),
            },
            LayersOf(network));
        Assert.Equal([new LossModel("MeanSquaredError", "Mean", 7, 0.5), new LossModel("HalfSquaredError", "Mean", 2)], network.Losses.ToArray());
        Assert.Equal([new PartModel("Gated", new Shape(4), 0), new PartModel("Facts", new Shape(4), 4)], network.OutputParts);
    }

    [Fact]
    public void Convolutions_become_models_with_windows()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network, Input(4, 9, 9)]
            [Conv2D(6, 3, Activation.ReLU, Padding = 1, StrideHeight = 2, Groups = 2, Initializer = Initializer.Normal, Scale = 0.5)]
            [Conv2D(2, 2, 4, Same = true, Bias = false, Name = "same")]
            [Conv2D(3, 3, Stride = 2, PaddingWidth = 3, DilationHeight = 2, Truncate = true)]
            [Reshape(3, 7)]
            [Conv1D(2, 3, Activation.Tanh, Causal = true, Dilation = 2)]
            [Conv1D(2, 4, Same = true)]
            [Conv1D(2, 2, Padding = 1, Stride = 2)]
            partial class Net;
            """);

        var one = SlidingWindow.One;
        Assert.Equal(
            new LayerModel[]
            {
                Conv("Conv2D1", 0, new Shape(6, 5, 9), new Shape(4, 9, 9), [one with { Kernel = 3, Stride = 2, Before = 1, After = 1 }, one with { Kernel = 3, Before = 1, After = 1 }]) with { Groups = 2, Initializer = "Normal", Scale = 0.5 },
                new ActivateModel("Conv2D1.Activate", Nodes(1), new Shape(6, 5, 9), "ReLU", 0.01, OfLayer: true),
                Conv("same", 2, new Shape(2, 5, 9), new Shape(6, 5, 9), [one with { Kernel = 2, Before = 0, After = 1 }, one with { Kernel = 4, Before = 1, After = 2 }]) with { Bias = false },
                Conv("Conv2D3", 3, new Shape(3, 1, 7), new Shape(2, 5, 9), [one with { Kernel = 3, Stride = 2, Dilation = 2 }, one with { Kernel = 3, Stride = 2, Before = 3, After = 3 }]) with { Truncate = true },
                new ReshapeModel("Reshape1", Nodes(4), new Shape(3, 7)),
                Conv("Conv1D1", 5, new Shape(2, 7), new Shape(3, 7), [one with { Kernel = 3, Before = 4, Dilation = 2 }]),
                new ActivateModel("Conv1D1.Activate", Nodes(6), new Shape(2, 7), "Tanh", 0.01, OfLayer: true),
                Conv("Conv1D2", 7, new Shape(2, 7), new Shape(2, 7), [one with { Kernel = 4, Before = 1, After = 2 }]),
                Conv("Conv1D3", 8, new Shape(2, 4), new Shape(2, 7), [one with { Kernel = 2, Stride = 2, Before = 1, After = 1 }]),
            },
            LayersOf(network));
    }

    [Fact]
    public void Transposed_convolutions_become_models_with_windows()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network, Input(4, 3, 5)]
            [ConvTranspose2D(6, 3, Activation.ReLU, Padding = 1, StrideHeight = 2, OutputPaddingHeight = 1, Groups = 2, Initializer = Initializer.Normal, Scale = 0.5)]
            [ConvTranspose2D(2, 2, 4, Stride = 2, OutputPadding = 1, PaddingWidth = 3, DilationHeight = 2, Bias = false, Name = "second")]
            [Reshape(7, 28)]
            [ConvTranspose1D(3, 4, Stride = 3, OutputPadding = 2)]
            partial class Net;
            """);

        var one = TransposedWindow.One;
        Assert.Equal(
            new LayerModel[]
            {
                new ConvTransposeModel(
                    "ConvTranspose2D1", Nodes(0), new Shape(6, 6, 5), "ConvTranspose2D", new Shape(4, 3, 5), 6,
                    new[] { one with { Kernel = 3, Stride = 2, Padding = 1, OutputPadding = 1 }, one with { Kernel = 3, Padding = 1 } }.ToEquatableArray(), 2, Bias: true, "Normal", 0.5),
                new ActivateModel("ConvTranspose2D1.Activate", Nodes(1), new Shape(6, 6, 5), "ReLU", 0.01, OfLayer: true),
                new ConvTransposeModel(
                    "second", Nodes(2), new Shape(2, 14, 7), "ConvTranspose2D", new Shape(6, 6, 5), 2,
                    new[] { one with { Kernel = 2, Stride = 2, OutputPadding = 1, Dilation = 2 }, one with { Kernel = 4, Stride = 2, OutputPadding = 1, Padding = 3 } }.ToEquatableArray(), 1, Bias: false, "Auto", null),
                new ReshapeModel("Reshape1", Nodes(3), new Shape(7, 28)),
                new ConvTransposeModel(
                    "ConvTranspose1D1", Nodes(4), new Shape(3, 87), "ConvTranspose1D", new Shape(7, 28), 3,
                    new[] { one with { Kernel = 4, Stride = 3, OutputPadding = 2 } }.ToEquatableArray(), 1, Bias: true, "Auto", null),
            },
            LayersOf(network));
    }

    private static ConvModel Conv(string name, int node, Shape output, Shape input, SlidingWindow[] windows) => new(
        name, Nodes(node), output, input.Rank == 3 ? "Conv2D" : "Conv1D", input, output.Sizes[0], windows.ToEquatableArray(), 1, Bias: true, Truncate: false, "Auto", null);

    private static EquatableArray<SlidingWindow> Windows(params SlidingWindow[] windows) => windows.ToEquatableArray();

    [Fact]
    public void An_image_becomes_a_model()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network, Input(3, 9, 12)]
            [MaxPool2D(3, 2, StrideHeight = 1, Stride = 2, PaddingHeight = 1)]
            [ZeroPad(1)]
            [AveragePool2D(2, Truncate = true, IncludePadding = false, Name = "means")]
            [Reshape(5, 12)]
            [MaxPool1D(4, Stride = 2, Padding = 1)]
            [ZeroPad(1)]
            [AveragePool1D(2)]
            [Upsample(3)]
            [GlobalMaxPool]
            [GlobalAveragePool(From = "means")]
            [Concat("GlobalMaxPool1")]
            partial class Image { }
            """);

        var two = new SlidingWindow(2, 2, 0, 0, 1);
        Assert.Equal(
            new LayerModel[]
            {
                new PoolModel("MaxPool2D1", Nodes(0), new Shape(3, 9, 6), "MaxPool2D", new Shape(3, 9, 12), Windows(new(3, 1, 1, 1, 1), two), false, true),
                new ZeroPadModel("ZeroPad1", Nodes(1), new Shape(3, 11, 8), new Shape(3, 9, 6), 1, 1, 1, 1),
                new PoolModel("means", Nodes(2), new Shape(3, 5, 4), "AveragePool2D", new Shape(3, 11, 8), Windows(two, two), true, false),
                new ReshapeModel("Reshape1", Nodes(3), new Shape(5, 12)),
                new PoolModel("MaxPool1D1", Nodes(4), new Shape(5, 6), "MaxPool1D", new Shape(5, 12), Windows(new SlidingWindow(4, 2, 1, 1, 1)), false, true),
                new ZeroPadModel("ZeroPad2", Nodes(5), new Shape(5, 8), new Shape(5, 6), 1, 1, 0, 0),
                new PoolModel("AveragePool1D1", Nodes(6), new Shape(5, 4), "AveragePool1D", new Shape(5, 8), Windows(two), false, true),
                new UpsampleModel("Upsample1", Nodes(7), new Shape(5, 12), new Shape(5, 4), 3),
                new PoolModel("GlobalMaxPool1", Nodes(8), new Shape(5), "GlobalMaxPool", new Shape(5, 12), Windows(new SlidingWindow(12, 1, 0, 0, 1)), false, true),
                new PoolModel("GlobalAveragePool1", Nodes(3), new Shape(3), "GlobalAveragePool", new Shape(3, 5, 4), Windows(new SlidingWindow(20, 1, 0, 0, 1)), false, true),
                new ConcatModel("Concat1", Nodes(10, 9), new Shape(8), 0),
            },
            LayersOf(network));
    }

    [Fact]
    public void Layers_of_symbols_and_attention_become_models()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network, Input(7)]
            [Embedding(50, 12)]
            [PositionalEncoding]
            [Attention(3, Causal = true)]
            [PositionalEncoding(Learned = true, Name = "Places")]
            [Attention(4, Bias = false)]
            partial class Net;
            """);

        Assert.Equal(
            new LayerModel[]
            {
                new EmbeddingModel("Embedding1", Nodes(0), new Shape(7, 12), 7, 50, 12),
                new PositionalEncodingModel("PositionalEncoding1", Nodes(1), new Shape(7, 12), Learned: false),
                new AttentionModel("Attention1", Nodes(2), new Shape(7, 12), 7, 12, 3, Causal: true, Bias: true),
                new PositionalEncodingModel("Places", Nodes(3), new Shape(7, 12), Learned: true),
                new AttentionModel("Attention2", Nodes(4), new Shape(7, 12), 7, 12, 4, Causal: false, Bias: false),
            },
            LayersOf(network));
        Assert.Equal(7 * 12 * (4 * 12 + 2 * 7), network.Layers[2].MultiplyAdds);
    }

    [Fact]
    public void Recurrent_layers_become_models()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network, Input(28, 3)]
            [Recurrent(4, Sequence = true)]
            [Recurrent(5, Activation.ReLU, Sequence = true, Bidirectional = true, Name = "Both")]
            [LSTM(6, Sequence = true, Bias = false)]
            [Dense(8, Activation.ReLU, PerStep = true, Bias = false, Initializer = Initializer.Normal, Scale = 0.5)]
            [GRU(7, Bidirectional = true)]
            partial class Net;
            """);

        Assert.Equal(
            new LayerModel[]
            {
                new RecurrenceModel("Recurrent1", Nodes(0), new Shape(28, 4), "Recurrent", 28, 3, 4, "Tanh", Sequence: true, Bidirectional: false, Bias: true),
                new RecurrenceModel("Both", Nodes(1), new Shape(28, 10), "Recurrent", 28, 4, 5, "ReLU", Sequence: true, Bidirectional: true, Bias: true),
                new RecurrenceModel("LSTM1", Nodes(2), new Shape(28, 6), "LSTM", 28, 10, 6, null, Sequence: true, Bidirectional: false, Bias: false),
                new PerStepDenseModel(28, new DenseModel("Dense1", Nodes(3), new Shape(28, 8), 6, 8, Bias: false, "Normal", 0.5)),
                new ActivateModel("Dense1.Activate", Nodes(4), new Shape(28, 8), "ReLU", 0.01, OfLayer: true),
                new RecurrenceModel("GRU1", Nodes(5), new Shape(14), "GRU", 28, 8, 7, null, Sequence: false, Bidirectional: true, Bias: true),
            },
            LayersOf(network));
        Assert.Equal(28 * 1 * 4 * (3 + 4), network.Layers[0].MultiplyAdds);
        Assert.Equal(28 * 2 * 5 * (4 + 5), network.Layers[1].MultiplyAdds);
        Assert.Equal(28 * 4 * 6 * (10 + 6), network.Layers[2].MultiplyAdds);
    }

    [Fact]
    public void What_a_recurrent_layer_is_given_becomes_further_inputs()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network, Input(1, Name = "length"), Input(8, Name = "start"), Input(7, 3, Name = "series")]
            [LSTM(4, State = "start", Cell = "start", Lengths = "length", Sequence = true, Bidirectional = true)]
            [GRU(8, State = "start", BackSteps = 3, Sequence = true)]
            [Recurrent(5, Lengths = "length")]
            partial class Net;
            """);

        Assert.Equal(
            new LayerModel[]
            {
                new RecurrenceModel("LSTM1", Nodes(3, 2, 2, 1), new Shape(7, 8), "LSTM", 7, 3, 4, null, Sequence: true, Bidirectional: true, Bias: true, State: true, Lengths: true),
                new RecurrenceModel("GRU1", Nodes(4, 2), new Shape(7, 8), "GRU", 7, 8, 8, null, Sequence: true, Bidirectional: false, Bias: true, State: true, BackSteps: 3),
                new RecurrenceModel("Recurrent1", Nodes(5, 1), new Shape(5), "Recurrent", 7, 8, 5, "Tanh", Sequence: false, Bidirectional: false, Bias: true, Lengths: true),
            },
            LayersOf(network).Skip(3));
    }

    [Fact]
    public void Normalizations_are_read_with_their_axes()
    {
        NetworkModel network = Source.Network("""
            using NetGen;

            [Network, Input(2, 3, 4)]
            [LayerNorm]
            [RMSNorm(Axes = 2, Affine = false, Epsilon = 0.5)]
            [BatchNorm(Affine = false, Momentum = 0.5)]
            [PReLU]
            [PReLU(PerChannel = true)]
            partial class Net;
            """);

        Assert.Equal(
            new LayerModel[]
            {
                new RowNormModel("LayerNorm1", Nodes(0), new Shape(2, 3, 4), "LayerNorm", 1, Affine: true, 1e-5),
                new RowNormModel("RMSNorm1", Nodes(1), new Shape(2, 3, 4), "RMSNorm", 2, Affine: false, 0.5),
                new BatchNormModel("BatchNorm1", Nodes(2), new Shape(2, 3, 4), Affine: false, 1e-5, 0.5),
                new PReLUModel("PReLU1", Nodes(3), new Shape(2, 3, 4), PerChannel: false),
                new PReLUModel("PReLU2", Nodes(4), new Shape(2, 3, 4), PerChannel: true),
            },
            LayersOf(network));
        Assert.Equal([(6, new Shape(4)), (2, new Shape(3, 4))], network.Layers.OfType<RowNormModel>().Select(norm => (norm.Groups, norm.Normalized)));
    }

    /// <summary>The layers, without what shows their parameters.</summary>
    private static IEnumerable<LayerModel> LayersOf(NetworkModel network) => network.Layers.Select(layer => layer with { ParametersType = null });

    private static EquatableArray<int> Nodes(params int[] nodes) => nodes.ToEquatableArray();
}
