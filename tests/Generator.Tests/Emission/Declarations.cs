using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>Networks of every kind of layer and loss, as attributes.</summary>
internal static class Declarations
{
    public const string Tiny =
        "[Input(4)] [Dense(16, Activation.Tanh)] [Dense(16, Activation.Tanh)] [Dense(2)] [Loss(Loss.MeanSquaredError)]";

    public const string Small =
        "[Input(13)] [Dense(64, Activation.Tanh)] [Dense(32, Activation.Tanh)] [Dense(3)] [Loss(Loss.MeanSquaredError)]";

    public const string Large =
        "[Input(784)] [Dense(128, Activation.ReLU)] [Dense(10, Activation.Softmax)] [Loss(Loss.CrossEntropy)]";

    public const string Graph =
        """
        [Input(6)]
        [Dense(8, Activation.LeakyReLU, Name = "first")]
        [Dropout(0.25)]
        [Dense(8, Activation.Sigmoid, Name = "second")]
        [Add("first", "second", Name = "sum")]
        [Dense(5, Name = "side", From = "first")]
        [Concat("sum", "side")]
        [Activate(Activation.Tanh)]
        [Dense(3, Activation.Softmax)]
        [Loss(Loss.CrossEntropy)]
        """;

    public const string WideGraph =
        """
        [Input(40)]
        [Dense(120, Activation.ReLU, Name = "first")]
        [Dropout(0.5)]
        [Dense(120, Name = "second", Bias = false)]
        [Add("first", "second")]
        [Reshape(4, 30, Name = "folded")]
        [Concat("folded", "folded", Axis = 1)]
        [Flatten]
        [Activate(Activation.LeakyReLU, Slope = 0.25)]
        [Loss(Loss.HalfSquaredError, Reduction = Reduction.Sum)]
        """;

    public const string Images =
        """
        [Input(1, 12, 10)]
        [Conv2D(4, 3, Activation.ReLU, Padding = 1)]
        [Conv2D(6, 2, 4, Activation.Tanh, Stride = 2, Groups = 2, Bias = false)]
        [Conv2D(6, 3, Same = true, Name = "deep")]
        [Add("deep")]
        [Flatten]
        [Dense(3, Activation.Softmax)]
        [Loss(Loss.CrossEntropy)]
        """;

    public const string Image =
        """
        [Input(2, 7, 9)]
        [ZeroPad(0, 1, 1, 0, Name = "padded")]
        [MaxPool2D(2)]
        [AveragePool2D(3, 2, Stride = 1, PaddingHeight = 1, IncludePadding = false)]
        [Upsample(2)]
        [Concat("padded", Axis = 2)]
        [GlobalAveragePool(Name = "means")]
        [Reshape(4, 8, From = "AveragePool2D1")]
        [MaxPool1D(2, Padding = 1, Truncate = true)]
        [AveragePool1D(5)]
        [Flatten]
        [Concat("means")]
        [Loss(Loss.HalfSquaredError)]
        """;

    public static readonly string[] All =
    [
        Tiny, Small, Large, Graph, WideGraph, Images, Image,
        "[Input(2, 20)] [Conv1D(3, 5, Activation.GELU, Causal = true, Dilation = 2)] [Conv1D(2, 1)] [Loss(Loss.MeanSquaredError)]",
        "[Input(4, 3, 3)] [ConvTranspose2D(6, 3, Activation.ReLU, Stride = 2, Padding = 1, OutputPaddingWidth = 1, Groups = 2)] [Reshape(6, 30)] [ConvTranspose1D(2, 4, Bias = false, Dilation = 2)] [Loss(Loss.MeanSquaredError)]",
        "[Input(3)] [Dense(2)]",
        "[Input(2, 3)] [Flatten] [Dense(4, Activation.ReLU)] [Dropout(0.1)]",
        "[Input(100)] [Dense(50, Activation.Softmax)]",
        "[Input(2)] [Dense(3, Activation.Sigmoid)] [Dense(1, Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]",
        "[Input(5)] [Activate(Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]",
        "[Input(4)] [Dense(2, Activation.Sigmoid, Name = \"a\")] [Dense(2, Activation.Sigmoid, Name = \"b\", From = \"a\")] [Concat(\"a\", \"b\")] [Loss(Loss.BinaryCrossEntropy)]",
        "[Input(28)] [Reshape(7, 4)] [GRU(5, Sequence = true, Bidirectional = true)] [Recurrent(6, Activation.ReLU, Sequence = true, Bias = false)] [Dense(5, Activation.Tanh, PerStep = true)] [LSTM(3)] [Dense(2, Activation.Softmax)] [Loss(Loss.CrossEntropy)]",
        "[Input(1, Name = \"length\")] [Input(5, Name = \"start\")] [Input(9, 3, Name = \"series\")] [LSTM(5, State = \"start\", Cell = \"start\", Lengths = \"length\", BackSteps = 4, Sequence = true)] [GRU(5, State = \"start\", Lengths = \"length\")] [Loss(Loss.MeanSquaredError)]",
        "[Input(1, Name = \"length\")] [Input(9, 6, Name = \"series\")] [Attention(2, Lengths = \"length\")] [Attention(3, Causal = true, Bias = false, Lengths = \"length\")] [Loss(Loss.MeanSquaredError)]",
        "[Input(9)] [Embedding(20, 6)] [PositionalEncoding] [Attention(2, Causal = true)] [PositionalEncoding(Learned = true)] [Attention(3, Bias = false)] [Flatten] [Dense(2, Activation.Softmax)] [Loss(Loss.CrossEntropy)]",
        "[Input(3, 20)] [PReLU] [Flatten] [Dense(9)] [PReLU(PerChannel = true)] [Dense(2)] [Loss(Loss.MeanSquaredError)]",
        "[Input(3, 20)] [LayerNorm] [RMSNorm(Axes = 2, Affine = false)] [Flatten] [Dense(2)] [Loss(Loss.MeanSquaredError)]",
        "[Input(2, 4, 5)] [BatchNorm] [Activate(Activation.ReLU)] [Flatten] [Dense(7)] [BatchNorm(Affine = false)] [Dense(2)] [Loss(Loss.MeanSquaredError)]",
        "[Input(3, 20)] [Dense(20, Activation.Sigmoid, PerStep = true, Name = \"gate\")] [Dense(20, PerStep = true, Share = \"gate\", From = \"input\")] [Multiply(\"gate\")] [Loss(Loss.MeanSquaredError)]",
        "[Input(3, Name = \"table\")] [Dense(8, Activation.ReLU, Name = \"facts\")] [Input(1, 6, 6, Name = \"image\")] [Conv2D(1, 3, Same = true, Name = \"c\")] [Conv2D(1, 3, Share = \"c\")] [Flatten] [Concat(\"facts\")] [Dense(3, Activation.Softmax, Name = \"kind\")] [Dense(4, Name = \"box\", From = \"facts\")] [Loss(Loss.CrossEntropy, From = \"kind\")] [Loss(Loss.MeanSquaredError, From = \"box\", Weight = 0.5)]",
        "[Input(7)] [Dropout(0.5, Classical = true)] [Dense(5, Activation.ReLU)] [Dropout(0.25, Classical = true)] [Dense(3)] [BatchNorm] [Loss(Loss.MeanSquaredError)] [Penalty(L2 = 0.01, Examples = 100)] [Penalty(L1 = 0.5, Biases = true, Proximal = true, From = \"BatchNorm1\")]",
        "[Input(7)] [Activate(Activation.Softmax)]",
        "[Input(3)] [Dense(5, Name = \"far\")] [Dense(5, Activation.Tanh, Name = \"near\")] [Dense(5, Activation.Softmax, Name = \"shares\")] [Loss(Loss.AbsoluteError, From = \"far\")] [Loss(Loss.Huber, From = \"near\", Delta = 0.5, Weight = 2)] [Loss(Loss.KullbackLeibler, From = \"shares\")]",
        "[Input(3)] [Dense(3, Activation.Softmax)] [Loss(Loss.CrossEntropy, ClassWeights = new double[] { 1, 4, 0.5 }, LabelSmoothing = 0.1)]",
        "[Input(3)] [Dense(2, Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy, PositiveWeights = new double[] { 3, 0.5 })]",
        "[Input(3)] [Dense(1, Activation.Sigmoid, Name = \"a\")] [Dense(1, Activation.Sigmoid)] [Concat(\"a\")] [Loss(Loss.BinaryCrossEntropy, PositiveWeights = new double[] { 3, 0.5 })]",
    ];

    public static TheoryData<string> Theory => new(All.AsEnumerable());
}
