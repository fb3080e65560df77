using System.Linq;
using Xunit;

namespace NetGen.Runtime.Tests.Description;

public sealed class EqualityTests
{
    private static NetworkDescription Network => new(
        "Graph", [2, 6],
        [
            new ReshapeDescription("Reshape1", [0], [3, 4]),
            new FlattenDescription("Flatten1", [1]),
            new DenseDescription("Dense1", [2], 12, Initializer: Initializer.Normal, Scale: 0.5),
            new ActivateDescription("Activate1", [3], Activation.LeakyReLU, 0.1),
            new DropoutDescription("Dropout1", [4], 0.2),
            new AddDescription("Add1", [5, 2]),
            new ConcatDescription("Concat1", [6, 5]),
            new ReshapeDescription("Reshape2", [7], [2, 3, 4]),
            new Conv2DDescription("Conv2D1", [8], 4, new SlidingWindow(3), new SlidingWindow(2, 2), Groups: 2, Initializer: Initializer.Normal, Scale: 0.5),
            new ReshapeDescription("Reshape3", [9], [4, 2]),
            new Conv1DDescription("Conv1D1", [10], 4, new SlidingWindow(2, 1, 1, 0)),
            new ReshapeDescription("Reshape4", [11], [2, 4]),
            new RecurrentDescription("Recurrent1", [12], 5, Sequence: true),
            new GRUDescription("GRU1", [13], 5, Sequence: true),
            new DenseDescription("Dense2", [14], 6, PerStep: true),
            new LSTMDescription("LSTM1", [15], 5),
        ],
        Loss.MeanSquaredError);

    [Fact]
    public void DescriptionsOfTheSameElementsAreEqual()
    {
        (NetworkDescription one, NetworkDescription other) = (Network, Network);
        Assert.NotSame(one, other);
        Assert.Equal(one.Layers.AsEnumerable(), other.Layers.AsEnumerable());
        Assert.All(one.Layers.Zip(other.Layers), pair => Assert.Equal(pair.First.GetHashCode(), pair.Second.GetHashCode()));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    public static TheoryData<int, LayerDescription> Changes => new()
    {
        { 0, new ReshapeDescription("Reshape1", [0], [4, 3]) },
        { 1, new FlattenDescription("Flatten2", [1]) },
        { 2, new DenseDescription("Dense1", [2], 12, Bias: false, Initializer: Initializer.Normal, Scale: 0.5) },
        { 2, new DenseDescription("Dense1", [2], 12, Initializer: Initializer.LeCun, Scale: 0.5) },
        { 2, new DenseDescription("Dense1", [2], 12, Initializer: Initializer.Normal, Scale: 0.25) },
        { 3, new ActivateDescription("Activate1", [3], Activation.LeakyReLU, 0.2) },
        { 3, new ActivateDescription("Activate1", [2], Activation.LeakyReLU, 0.1) },
        { 4, new DropoutDescription("Dropout1", [4], 0.3) },
        { 4, new DropoutDescription("Dropout1", [4], 0.2, Classical: true) },
        { 5, new AddDescription("Add1", [2, 5]) },
        { 5, new MultiplyDescription("Add1", [5, 2]) },
        { 6, new ConcatDescription("Concat1", [6, 4]) },
        { 8, new Conv2DDescription("Conv2D1", [8], 4, new SlidingWindow(3), new SlidingWindow(2, 2), Groups: 1, Initializer: Initializer.Normal, Scale: 0.5) },
        { 8, new Conv2DDescription("Conv2D1", [8], 4, new SlidingWindow(3), new SlidingWindow(1, 3), Groups: 2, Initializer: Initializer.Normal, Scale: 0.5) },
        { 8, new Conv2DDescription("Conv2D1", [8], 4, new SlidingWindow(3), new SlidingWindow(2, 2), Groups: 2, Initializer: Initializer.Normal, Scale: 0.25) },
        { 8, new Conv2DDescription("Conv2D1", [8], 4, new SlidingWindow(3), new SlidingWindow(2, 2), Groups: 2, Truncate: true, Initializer: Initializer.Normal, Scale: 0.5) },
        { 10, new Conv1DDescription("Conv1D1", [10], 4, new SlidingWindow(2, 1, 0, 1)) },
        { 12, new RecurrentDescription("Recurrent1", [12], 5, Activation.ReLU, Sequence: true) },
        { 12, new RecurrentDescription("Recurrent1", [12], 6, Sequence: true) },
        { 13, new GRUDescription("GRU1", [13], 5, Sequence: true, Bias: false) },
        { 13, new LSTMDescription("GRU1", [13], 5, Sequence: true) },
        { 15, new LSTMDescription("LSTM1", [15], 5, Sequence: true) },
        { 15, new LSTMDescription("LSTM1", [15], 5, Bidirectional: true) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void AnyElementThatDiffersMakesThemUnequal(int place, LayerDescription layer)
    {
        NetworkDescription one = Network, changed = new("Graph", [2, 6], one.Layers.SetItem(place, layer), Loss.MeanSquaredError);
        Assert.NotEqual(one.Layers[place], layer);
        Assert.False(one.Equals(changed));
    }

    [Fact]
    public void EverySettingOfALayerCountsAndIsPrinted()
    {
        LayerDescription[] all =
        [
            new MaxPool2DDescription("L", [0], 1, 2, 3, 4, 5, 6), new MaxPool2DDescription("L", [0], 2, 2, 3, 4, 5, 6), new MaxPool2DDescription("L", [0], 1, 3, 3, 4, 5, 6),
            new MaxPool2DDescription("L", [0], 1, 2, 4, 4, 5, 6), new MaxPool2DDescription("L", [0], 1, 2, 3, 5, 5, 6), new MaxPool2DDescription("L", [0], 1, 2, 3, 4, 6, 6),
            new MaxPool2DDescription("L", [0], 1, 2, 3, 4, 5, 7), new MaxPool2DDescription("L", [0], 1, 2, 3, 4, 5, 6, Truncate: true),
            new AveragePool2DDescription("L", [0], 1, 2, 3, 4, 5, 6), new AveragePool2DDescription("L", [0], 1, 2, 3, 4, 5, 6, IncludePadding: false),
            new MaxPool1DDescription("L", [0], 1, 2, 3), new MaxPool1DDescription("L", [0], 2, 2, 3), new MaxPool1DDescription("L", [0], 1, 3, 3), new MaxPool1DDescription("L", [0], 1, 2, 4),
            new MaxPool1DDescription("L", [0], 1, 2, 3, Truncate: true), new AveragePool1DDescription("L", [0], 1, 2, 3), new AveragePool1DDescription("L", [0], 1, 2, 3, IncludePadding: false),
            new GlobalMaxPoolDescription("L", [0]), new GlobalAveragePoolDescription("L", [0]),
            new UpsampleDescription("L", [0], 2), new UpsampleDescription("L", [0], 3),
            new ZeroPadDescription("L", [0], 1, 2, 3, 4), new ZeroPadDescription("L", [0], 2, 2, 3, 4), new ZeroPadDescription("L", [0], 1, 3, 3, 4),
            new ZeroPadDescription("L", [0], 1, 2, 4, 4), new ZeroPadDescription("L", [0], 1, 2, 3, 5),
            new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 3, 5), new(2)), new ConvTranspose2DDescription("L", [0], 2, new(3, 4, 2, 3, 5), new(2)), new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 3, 5), new(1)),
            new ConvTranspose2DDescription("L", [0], 4, new(4, 4, 2, 3, 5), new(2)), new ConvTranspose2DDescription("L", [0], 4, new(3, 5, 2, 3, 5), new(2)), new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 3, 3, 5), new(2)),
            new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 1, 5), new(2)), new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 3, 6), new(2)), new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 3, 5), new(2), Groups: 2),
            new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 3, 5), new(2), Bias: false), new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 3, 5), new(2), Initializer: Initializer.He),
            new ConvTranspose2DDescription("L", [0], 4, new(3, 4, 2, 3, 5), new(2), Scale: 2), new ConvTranspose1DDescription("L", [0], 4, new(3)), new ConvTranspose1DDescription("L", [0], 4, new(2)),
            new LayerNormDescription("L", [0]), new LayerNormDescription("L", [0], 2), new LayerNormDescription("L", [0], Affine: false), new LayerNormDescription("L", [0], Epsilon: 0.1),
            new RMSNormDescription("L", [0]), new RMSNormDescription("L", [0], 2), new RMSNormDescription("L", [0], Affine: false), new RMSNormDescription("L", [0], Epsilon: 0.1),
            new PReLUDescription("L", [0]), new PReLUDescription("L", [0], PerChannel: true), new BatchNormDescription("L", [0]), new BatchNormDescription("L", [0], Affine: false), new BatchNormDescription("L", [0], Epsilon: 0.1), new BatchNormDescription("L", [0], Momentum: 0.5),
            new GRUDescription("L", [0], 4), new GRUDescription("L", [0], 4, State: true), new GRUDescription("L", [0], 4, Lengths: true), new GRUDescription("L", [0], 4, BackSteps: 3),
            new LSTMDescription("L", [0], 4), new LSTMDescription("L", [0], 4, State: true), new LSTMDescription("L", [0], 4, Lengths: true), new LSTMDescription("L", [0], 4, BackSteps: 3),
            new RecurrentDescription("L", [0], 4), new RecurrentDescription("L", [0], 4, State: true), new RecurrentDescription("L", [0], 4, Lengths: true), new RecurrentDescription("L", [0], 4, BackSteps: 3),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(all.Length, all.Select(layer => layer.ToString()).Distinct().Count());
        Assert.All(all, layer => Assert.Equal(layer, layer with { Inputs = [0] }));
    }

    [Fact]
    public void EveryOptionOfALossCountsAndIsPrinted()
    {
        LossDescription[] all =
        [
            new(Loss.CrossEntropy, 1), new(Loss.KullbackLeibler, 1), new(Loss.CrossEntropy, 2), new(Loss.CrossEntropy, 1, 2), new(Loss.CrossEntropy, 1) { ClassWeights = [1, 2] },
            new(Loss.CrossEntropy, 1) { ClassWeights = [1, 3] }, new(Loss.CrossEntropy, 1) { PositiveWeights = [1, 2] }, new(Loss.CrossEntropy, 1) { LabelSmoothing = 0.1 },
            new(Loss.Huber, 1), new(Loss.Huber, 1) { Delta = 2 },
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(all.Length, all.Select(loss => loss.ToString()).Distinct().Count());
        Assert.All(all, loss => Assert.Equal(loss, loss with { ClassWeights = [.. loss.ClassWeights], PositiveWeights = [.. loss.PositiveWeights] }));
        Assert.All(all, loss => Assert.Equal(loss.GetHashCode(), (loss with { ClassWeights = [.. loss.ClassWeights] }).GetHashCode()));
    }

    [Fact]
    public void NameShapeLossAndReductionCount()
    {
        NetworkDescription one = Network;
        Assert.False(one.Equals(new NetworkDescription("Other", [2, 6], one.Layers, Loss.MeanSquaredError)));
        Assert.False(one.Equals(new NetworkDescription("Graph", [3, 4], one.Layers, Loss.MeanSquaredError)));
        Assert.False(one.Equals(new NetworkDescription("Graph", [2, 6], one.Layers, Loss.HalfSquaredError)));
        Assert.False(one.Equals(new NetworkDescription("Graph", [2, 6], one.Layers)));
        Assert.False(one.Equals(new NetworkDescription("Graph", [2, 6], one.Layers, Loss.MeanSquaredError, Reduction.Sum)));
        Assert.False(one.Equals(null));
    }
}
