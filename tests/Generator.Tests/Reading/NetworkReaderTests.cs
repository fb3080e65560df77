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
            [Dropout(0.2)]
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
                    new DenseModel("Dense1", Nodes(0), new Shape(128), 784, 128, true, "Auto", null),
                    new ActivateModel("Dense1.Activate", Nodes(1), new Shape(128), "ReLU", 0.01, OfDense: true),
                    new DropoutModel("Dropout1", Nodes(2), new Shape(128), 0.2),
                    new DenseModel("Dense2", Nodes(3), new Shape(10), 128, 10, false, "Auto", null),
                    new ActivateModel("Dense2.Activate", Nodes(4), new Shape(10), "Softmax", 0.01, OfDense: true),
                }.ToEquatableArray(),
                new LossModel("CrossEntropy", "Sum")),
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
                new ActivateModel("first.Activate", Nodes(1), new Shape(4), "LeakyReLU", 0.1, OfDense: true),
                new DenseModel("Dense2", Nodes(2), new Shape(4), 4, 4, true, "Auto", null),
                new AddModel("Add1", Nodes(3, 2, 2), new Shape(4)),
                new ActivateModel("Activate1", Nodes(4), new Shape(4), "Tanh", 0.01),
                new ReshapeModel("Reshape1", Nodes(5), new Shape(2, 2)),
                new DenseModel("Dense3", Nodes(0), new Shape(6), 2, 6, true, "Normal", 0.5),
                new ReshapeModel("Reshape2", Nodes(7), new Shape(2, 3)),
                new ConcatModel("joined", Nodes(8, 6), new Shape(2, 5), 1),
                new FlattenModel("Flatten1", Nodes(9), new Shape(10)),
            },
            network.Layers.ToArray());
        Assert.Equal(new LossModel("MeanSquaredError", "Mean"), network.Loss);
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
            [GRU(7, Bidirectional = true)]
            partial class Net;
            """);

        Assert.Equal(
            new LayerModel[]
            {
                new RecurrentModel("Recurrent1", Nodes(0), new Shape(28, 4), "Recurrent", 28, 3, 4, "Tanh", Sequence: true, Bidirectional: false, Bias: true),
                new RecurrentModel("Both", Nodes(1), new Shape(28, 10), "Recurrent", 28, 4, 5, "ReLU", Sequence: true, Bidirectional: true, Bias: true),
                new RecurrentModel("LSTM1", Nodes(2), new Shape(28, 6), "LSTM", 28, 10, 6, null, Sequence: true, Bidirectional: false, Bias: false),
                new RecurrentModel("GRU1", Nodes(3), new Shape(14), "GRU", 28, 6, 7, null, Sequence: false, Bidirectional: true, Bias: true),
            },
            network.Layers.ToArray());
        Assert.Equal(28 * 1 * 4 * (3 + 4), network.Layers[0].MultiplyAdds);
        Assert.Equal(28 * 2 * 5 * (4 + 5), network.Layers[1].MultiplyAdds);
        Assert.Equal(28 * 4 * 6 * (10 + 6), network.Layers[2].MultiplyAdds);
    }

    private static EquatableArray<int> Nodes(params int[] nodes) => nodes.ToEquatableArray();
}
