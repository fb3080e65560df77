using System.Collections.Immutable;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>Networks with every layer, activation and loss among them.</summary>
internal static class Descriptions
{
    public static NetworkDescription Layer { get; } = new(
        "Layer", [64],
        [new DenseDescription("Dense1", [0], 64), new ActivateDescription("Tanh1", [1], Activation.Tanh)],
        Loss.HalfSquaredError);

    public static NetworkDescription Wide { get; } = new(
        "Wide", [64],
        [
            new DenseDescription("Dense1", [0], 64), new ActivateDescription("ReLU1", [1], Activation.ReLU),
            new DenseDescription("Dense2", [2], 64), new ActivateDescription("Tanh1", [3], Activation.Tanh),
            new DenseDescription("Dense3", [4], 10), new ActivateDescription("Softmax1", [5], Activation.Softmax),
        ],
        Loss.CrossEntropy);

    public static ImmutableArray<NetworkDescription> All { get; } =
    [
        new("Classifier", [7],
            [
                new DenseDescription("Dense1", [0], 17), new ActivateDescription("ReLU1", [1], Activation.ReLU), new DropoutDescription("Dropout1", [2], 0.2),
                new DenseDescription("Dense2", [3], 5), new ActivateDescription("Softmax1", [4], Activation.Softmax),
            ],
            Loss.CrossEntropy),
        new("Judge", [4],
            [
                new DenseDescription("Dense1", [0], 9), new ActivateDescription("Sigmoid1", [1], Activation.Sigmoid),
                new DenseDescription("Dense2", [2], 3), new ActivateDescription("Sigmoid2", [3], Activation.Sigmoid),
            ],
            Loss.BinaryCrossEntropy, Reduction.Sum),
        new("Residual", [2, 3],
            [
                new FlattenDescription("Flatten1", [0]), new DenseDescription("Dense1", [1], 6, Bias: false), new ActivateDescription("LeakyReLU1", [2], Activation.LeakyReLU, 0.1),
                new AddDescription("Add1", [3, 1]), new DropoutDescription("Dropout1", [4], 0.5), new DenseDescription("Dense2", [5], 6), new ActivateDescription("Tanh1", [6], Activation.Tanh),
                new ReshapeDescription("Reshape1", [7], [3, 2]),
            ],
            Loss.MeanSquaredError),
        new("Joined", [3],
            [
                new DenseDescription("Dense1", [0], 2), new ActivateDescription("Sigmoid1", [1], Activation.Sigmoid),
                new DenseDescription("Dense2", [0], 1), new ActivateDescription("Sigmoid2", [3], Activation.Sigmoid),
                new ConcatDescription("Concat1", [2, 4]),
            ],
            Loss.BinaryCrossEntropy),
        new("Seeing", [2, 4, 5],
            [
                new Conv2DDescription("Conv2D1", [0], 4, new SlidingWindow(3, 1, 1, 1), new SlidingWindow(2), Groups: 2), new ActivateDescription("ReLU1", [1], Activation.ReLU),
                new ReshapeDescription("Reshape1", [2], [4, 16]), new Conv1DDescription("Conv1D1", [3], 2, new SlidingWindow(3, 3, 4, 0, 2), Bias: false), new ActivateDescription("Tanh1", [4], Activation.Tanh),
                new FlattenDescription("Flatten1", [5]), new DenseDescription("Dense1", [6], 2),
            ],
            Loss.MeanSquaredError),
        new("Image", [2, 5, 7],
            [
                new ZeroPadDescription("ZeroPad1", [0], 0, 1, 1, 0), new MaxPool2DDescription("MaxPool2D1", [1], 2, 2, 2, 2),
                new AveragePool2DDescription("AveragePool2D1", [2], 3, 3, 1, 1, 1, 1, IncludePadding: false), new UpsampleDescription("Upsample1", [3], 2),
                new AddDescription("Add1", [4, 1]), new GlobalAveragePoolDescription("GlobalAveragePool1", [5]), new ReshapeDescription("Reshape1", [5], [6, 16]),
                new MaxPool1DDescription("MaxPool1D1", [7], 3, 2, 1), new AveragePool1DDescription("AveragePool1D1", [8], 3, 2, Truncate: true),
                new GlobalMaxPoolDescription("GlobalMaxPool1", [9]), new ConcatDescription("Concat1", [6, 10]), new DenseDescription("Dense1", [11], 3),
            ],
            Loss.HalfSquaredError),
        new("Growing", [4, 3, 2],
            [
                new ConvTranspose2DDescription("ConvTranspose2D1", [0], 2, new TransposedWindow(3, 2, 1, 1), new TransposedWindow(2), Groups: 2), new ActivateDescription("ReLU1", [1], Activation.ReLU),
                new ReshapeDescription("Reshape1", [2], [3, 12]), new ConvTranspose1DDescription("ConvTranspose1D1", [3], 2, new TransposedWindow(2, 1, 1, 2, 3), Bias: false), new ActivateDescription("Tanh1", [4], Activation.Tanh),
                new FlattenDescription("Flatten1", [5]), new DenseDescription("Dense1", [6], 2),
            ],
            Loss.MeanSquaredError),
        new("Parts", [5],
            [
                new InputDescription("A", [0], [3], 0), new InputDescription("B", [0], [1, 2], 3), new FlattenDescription("Flatten1", [2]), new ConcatDescription("Concat1", [1, 3]),
                new DenseDescription("Dense1", [4], 5), new ActivateDescription("Tanh1", [5], Activation.Tanh), new DenseDescription("Dense2", [6], 5) { Shares = 5 },
                new ActivateDescription("Sigmoid1", [7], Activation.Sigmoid), new MultiplyDescription("Multiply1", [6, 8]), new DenseDescription("Dense3", [9], 3),
                new ActivateDescription("Softmax1", [10], Activation.Softmax), new DenseDescription("Dense4", [9], 2),
            ],
            [new LossDescription(Loss.CrossEntropy, 11), new LossDescription(Loss.MeanSquaredError, 12, 0.5)]),
        new("Line", [1], [new DenseDescription("Dense1", [0], 1)], Loss.HalfSquaredError),
        new("Reader", [5, 3],
            [
                new GRUDescription("GRU1", [0], 4, Sequence: true, Bidirectional: true), new RecurrentDescription("Recurrent1", [1], 5, Activation.ReLU, Sequence: true, Bias: false),
                new DropoutDescription("Dropout1", [2], 0.25), new RecurrentDescription("Recurrent2", [3], 3, Sequence: true), new DenseDescription("Dense1", [4], 4, PerStep: true), new LSTMDescription("LSTM1", [5], 6), new DenseDescription("Dense2", [6], 2),
            ],
            Loss.HalfSquaredError),
        new("Varying", [19],
            [
                new InputDescription("Length", [0], [1], 0), new InputDescription("Start", [0], [8], 1), new InputDescription("Series", [0], [5, 2], 9),
                new LSTMDescription("LSTM1", [3, 2, 2, 1], 4, Sequence: true, Bidirectional: true, State: true, Lengths: true), new DenseDescription("Dense1", [2], 3),
                new GRUDescription("GRU1", [4, 5, 1], 3, State: true, Lengths: true), new DenseDescription("Dense2", [6], 2),
            ],
            Loss.HalfSquaredError),
        new("Sentence", [5],
            [
                new EmbeddingDescription("Embedding1", [0], 7, 6), new PositionalEncodingDescription("PositionalEncoding1", [1]), new AttentionDescription("Attention1", [2], 2, Causal: true),
                new AddDescription("Add1", [3, 2]), new PositionalEncodingDescription("PositionalEncoding2", [4], Learned: true), new AttentionDescription("Attention2", [5], 3, Bias: false),
                new FlattenDescription("Flatten1", [6]), new DenseDescription("Dense1", [7], 2),
            ],
            Loss.HalfSquaredError),
        new("Ragged", [13],
            [
                new InputDescription("n", [0], [1], 0), new InputDescription("x", [0], [3, 4], 1), new AttentionDescription("Attention1", [2, 1], 2, Lengths: true),
                new AttentionDescription("Attention2", [3, 1], 4, Causal: true, Bias: false, Lengths: true), new FlattenDescription("Flatten1", [4]), new DenseDescription("Dense1", [5], 2),
            ],
            Loss.HalfSquaredError),
        new("Coupled", [3, 5],
            [
                new BatchNormDescription("BatchNorm1", [0]), new ActivateDescription("Tanh1", [1], Activation.Tanh), new FlattenDescription("Flatten1", [2]), new DenseDescription("Dense1", [3], 4),
                new BatchNormDescription("BatchNorm2", [4], Affine: false, Momentum: 0.5), new DenseDescription("Dense2", [5], 2),
            ],
            Loss.HalfSquaredError),
        new("Normalized", [3, 5],
            [
                new LayerNormDescription("LayerNorm1", [0]), new ActivateDescription("Tanh1", [1], Activation.Tanh), new RMSNormDescription("RMSNorm1", [2], 2, Epsilon: 0.01),
                new LayerNormDescription("LayerNorm2", [3], 2, Affine: false), new FlattenDescription("Flatten1", [4]), new DenseDescription("Dense1", [5], 2),
            ],
            Loss.HalfSquaredError),
        new("Sloped", [3, 5],
            [
                new PReLUDescription("PReLU1", [0], PerChannel: true), new FlattenDescription("Flatten1", [1]), new DenseDescription("Dense1", [2], 4), new PReLUDescription("PReLU2", [3]),
                new DenseDescription("Dense2", [4], 2),
            ],
            Loss.HalfSquaredError),
        new("Encoder", [5], [new DenseDescription("Dense1", [0], 4), new ActivateDescription("Tanh1", [1], Activation.Tanh)]),
        new("Penalized", [4],
            [
                new DenseDescription("Dense1", [0], 9), new ActivateDescription("Tanh1", [1], Activation.Tanh), new LayerNormDescription("LayerNorm1", [2]), new DenseDescription("Dense2", [3], 3),
            ],
            Loss.HalfSquaredError, Reduction.Sum)
        {
            Penalties = [new PenaltyDescription(0.02, 0.1), new PenaltyDescription(0.1, 0, Node: 3, Biases: true, Examples: 5)],
        },
        new("Shrinking", [4],
            [
                new DenseDescription("Dense1", [0], 9), new ActivateDescription("Tanh1", [1], Activation.Tanh), new DropoutDescription("Dropout1", [2], 0.2, Classical: true), new DenseDescription("Dense2", [3], 3),
            ],
            Loss.HalfSquaredError)
        {
            Penalties = [new PenaltyDescription(0.02, 0.1, Proximal: true)],
        },
    ];
}
