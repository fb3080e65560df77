using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>What a user reads who steps into a network: one whole, and every kind of layer in one form.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void A_whole_network()
    {
        GeneratedSourceResult file = Assert.Single(Assert.Single(Host.Run(Host.Compile("""
            using NetGen;

            namespace Demo;

            /// <summary>Learns exclusive or.</summary>
            [Network(Seed = 42), Input(2)]
            [Dense(3, Activation.Sigmoid)]
            [Dense(1, Activation.Sigmoid)]
            [Loss(Loss.BinaryCrossEntropy)]
            public sealed partial class Xor;
            """)).Results).GeneratedSources);
        Snapshot.Match(file.SourceText.ToString(), file.HintName);
    }

    [Fact]
    public void A_step_of_a_stream() => Match("[Input(20, 1)] [GRU(8, Sequence = true)] [Dense(1, PerStep = true)] [Add(\"input\")]", ["Step"], streaming: true);

    [Fact]
    public void A_step_of_causal_convolutions() => Match("[Input(2, 20)] [Conv1D(4, 3, Activation.Tanh, Causal = true, Dilation = 2)] [Concat(\"input\")]", ["Step"], streaming: true);

    [Fact]
    public void A_dense_layer_written_out() => Match("[Input(3)] [Dense(2, Activation.Tanh)]", ["Predict"], form: "Wide");

    [Fact]
    public void A_dense_layer_of_one_row() => Match("[Input(43)] [Dense(77, Activation.ReLU)]", ["Predict"], form: "Lanes8");

    [Fact]
    public void A_dense_layer_of_one_row_in_vectors_of_any_width() => Match("[Input(20)] [Dense(33, Activation.ReLU)]", ["Predict"]);

    [Fact]
    public void A_dense_layer_of_a_batch() => Match("[Input(100)] [Dense(50, Activation.LeakyReLU, Slope = 0.125)]", ["PredictRows", "TrainBackward"]);

    [Fact]
    public void A_dense_layer_without_bias() => Match("[Input(20)] [Dense(8, Bias = false)]");

    [Fact]
    public void An_activation() => Match("[Input(20)] [Activate(Activation.Tanh)]");

    [Fact]
    public void An_activation_that_reads_its_input_again() => Match("[Input(20)] [Dense(9, Activation.GELU)]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void An_exponential_unit() => Match("[Input(20)] [Dense(9, Activation.ELU)]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void A_log_softmax() => Match("[Input(20)] [Activate(Activation.LogSoftmax)]");

    [Fact]
    public void A_softmax() => Match("[Input(20)] [Activate(Activation.Softmax)]");

    [Fact]
    public void A_dropout() => Match("[Input(20)] [Dropout(0.2)] [Activate(Activation.ReLU)]", ["TrainForward", "TrainBackward"]);

    [Fact]
    public void A_sum() => Match("[Input(20)] [Dense(20, Name = \"left\")] [Dense(20, Name = \"right\")] [Add(\"left\", \"right\")]");

    [Fact]
    public void A_concatenation() => Match("[Input(20)] [Dense(6, Name = \"left\")] [Reshape(2, 3, Name = \"first\")] [Dense(10, From = \"left\")] [Reshape(2, 5, Name = \"second\")] [Concat(\"first\", \"second\", Axis = 1)]");

    [Fact]
    public void A_convolution_of_an_image() => Match(
        "[Input(1, 8, 8)] [Conv2D(6, 3, Activation.ReLU)] [Conv2D(4, 2, 3, Activation.Tanh, Groups = 2, StrideHeight = 2, PaddingWidth = 1, Bias = false)]", ["Predict", "PredictRows", "TrainBackward"]);

    [Fact]
    public void A_convolution_of_a_signal() => Match("[Input(2, 20)] [Conv1D(3, 5, Activation.GELU, Causal = true, Dilation = 2)]", ["PredictRows", "TrainForward", "TrainBackward"]);

    [Fact]
    public void A_transposed_convolution() => Match(
        "[Input(4, 5, 4)] [ConvTranspose2D(6, 3, 2, Activation.Tanh, Stride = 2, OutputPaddingHeight = 1, PaddingWidth = 1, Groups = 2)]", ["Predict", "PredictRows", "TrainBackward"]);

    [Fact]
    public void A_pooling() => Match("[Input(2, 8, 8)] [MaxPool2D(2)] [AveragePool2D(3, Stride = 1, Padding = 1, IncludePadding = false)] [GlobalAveragePool]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void An_upsampling_and_a_padding() => Match("[Input(2, 8)] [Upsample(2)] [ZeroPad(1, 2)]", ["PredictRows", "TrainBackward"]);

    [Fact]
    public void A_dense_layer_of_every_step() => Match("[Input(20, 7)] [Dense(33, Activation.ReLU, PerStep = true)] [Dense(5, PerStep = true, Bias = false)]", ["Predict", "PredictRows", "TrainForward", "TrainBackward", "Transpose"]);

    [Fact]
    public void A_recurrent_layer() => Match("[Input(20, 7)] [GRU(33, Sequence = true)] [LSTM(5, Bidirectional = true, Bias = false)]", ["Predict", "PredictRows", "TrainForward", "TrainBackward", "Transpose"]);

    [Fact]
    public void A_recurrent_layer_that_is_given_states_and_lengths() => Match(
        "[Input(1, Name = \"length\")] [Input(5, Name = \"start\")] [Input(9, 3, Name = \"series\")] [LSTM(5, State = \"start\", Cell = \"start\", Lengths = \"length\", BackSteps = 4)]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void An_embedding() => Match("[Input(20)] [Embedding(100, 7)] [PositionalEncoding] [PositionalEncoding(Learned = true)]", ["Predict", "PredictRows", "TrainForward", "TrainBackward"]);

    [Fact]
    public void An_attention() => Match("[Input(20, 12)] [Attention(3)] [Attention(2, Causal = true, Bias = false)]", ["PredictRows", "TrainForward", "TrainBackward", "Transpose"]);

    [Fact]
    public void A_learned_slope() => Match("[Input(20, 7)] [PReLU] [PReLU(PerChannel = true)]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void A_layer_normalization() => Match("[Input(20, 7)] [LayerNorm] [RMSNorm(Axes = 2, Affine = false, Epsilon = 0.01)]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void A_batch_normalization() => Match("[Input(20, 7)] [BatchNorm] [Flatten] [BatchNorm(Affine = false, Epsilon = 0.01)]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void Several_inputs() => Match("[Input(3, Name = \"table\")] [Input(17, Name = \"series\")] [Concat(\"table\")] [Dense(2)]", ["Predict", "PredictRows", "TrainForward", "TrainBackward"]);

    [Fact]
    public void Several_losses() => Match(
        "[Input(20)] [Dense(5, Activation.Softmax, Name = \"kind\")] [Dense(2, From = \"input\", Name = \"box\")] [Loss(Loss.CrossEntropy, From = \"kind\")] [Loss(Loss.MeanSquaredError, From = \"box\", Weight = 0.5)]",
        ["PredictRows", "TrainBackward", "Gradient"]);

    [Fact]
    public void Shared_parameters() => Match("[Input(20)] [Dense(20, Activation.Tanh)] [Dense(20, Share = \"Dense1\")]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void A_classical_dropout() => Match("[Input(20)] [Dropout(0.2, Classical = true)] [Activate(Activation.ReLU)]", ["Predict", "TrainForward", "TrainBackward"]);

    [Fact]
    public void Penalties() => Snapshot.Match(
        Emitted.Of("[Input(20)] [Dense(5, Activation.Tanh)] [Dense(2)] [Loss(Loss.MeanSquaredError)] [Penalty(L2 = 0.01, Examples = 100)] [Penalty(L1 = 0.5, L2 = 0.25, Biases = true, Proximal = true, From = \"Dense2\")]").Class("Penalties").ToFullString(),
        "Net.Penalties.g.cs");

    [Fact]
    public void A_network_for_GPUs()
    {
        GeneratedSourceResult file = Host.Run(Ilgpu.Beside(Host.Compile("""
            using NetGen;

            namespace Demo;

            [Network(Gpu = true), Input(20)]
            [Dense(50, Activation.ReLU)]
            [Dense(3, Activation.Softmax)]
            [Loss(Loss.CrossEntropy)]
            public sealed partial class Small;
            """))).Results.Single().GeneratedSources.Single(source => source.HintName == "Demo.Small.Gpu.g.cs");
        Snapshot.Match(file.SourceText.ToString(), file.HintName);
    }

    [Theory]
    [InlineData("Tanh", "[Input(6)] [Dense(70, Activation.Tanh)] [Dense(40)] [Loss(Loss.HalfSquaredError)] [Penalty(L2 = 0.01)]")]
    [InlineData("Normalized", "[Input(6)] [Dense(40)] [BatchNorm] [Activate(Activation.GELU)] [Dense(5)] [LayerNorm] [PReLU] [Loss(Loss.Huber)]")]
    [InlineData("Residual", "[Input(4)] [Dense(4, Activation.SELU)] [Dropout(0.2)] [Add(\"input\")] [Dense(2, Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy, PositiveWeights = new[] { 1, 2.5 })]")]
    public void Kernels_for_GPUs(string name, string network)
    {
        string text = Host.Run(Ilgpu.Beside(Host.Compile($"using NetGen; [Network(Gpu = true)] {network} partial class Net;"))).Results.Single()
            .GeneratedSources.Single(source => source.HintName == "Net.Gpu.g.cs").SourceText.ToString();
        Snapshot.Match(text[text.IndexOf("// The kernels", System.StringComparison.Ordinal)..], $"{name}.Gpu.g.cs");
    }

    [Fact]
    public void A_product() => Match("[Input(20)] [Dense(20, Name = \"left\")] [Dense(20, Name = \"right\")] [Multiply(\"left\")]");

    [Fact]
    public void A_view_is_no_code() => Match("[Input(2, 3)] [Flatten] [Activate(Activation.ReLU)] [Reshape(3, 2)]");

    [Theory]
    [InlineData("HalfSquaredError")]
    [InlineData("MeanSquaredError")]
    [InlineData("AbsoluteError")]
    [InlineData("Huber")]
    public void A_loss(string loss) => Match($"[Input(20)] [Dense(5)] [Loss(Loss.{loss})]", ["Loss"], loss);

    [Fact]
    public void A_softmax_with_cross_entropy() => Match("[Input(20)] [Dense(5, Activation.Softmax)] [Loss(Loss.CrossEntropy)]", ["Output", "Loss", "OutputGradient"]);

    [Fact]
    public void A_softmax_with_a_divergence() => Match("[Input(20)] [Dense(5, Activation.Softmax)] [Loss(Loss.KullbackLeibler)]", ["Loss"]);

    [Fact]
    public void A_loss_of_weighted_and_smoothed_classes() => Match("[Input(20)] [Dense(3, Activation.Softmax)] [Loss(Loss.CrossEntropy, ClassWeights = new double[] { 1, 4, 0.5 }, LabelSmoothing = 0.1)]", ["Loss"]);

    [Fact]
    public void A_loss_of_weighted_positive_targets() => Match("[Input(20)] [Dense(2, Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy, PositiveWeights = new double[] { 3, 0.5 })]", ["Loss"]);

    private static void Match(string attributes, string[]? passes = null, string name = "Net", string form = "Portable", bool streaming = false, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        Emitted emitted = Emitted.Of(attributes, streaming);
        IEnumerable<string> sections = (passes ?? ["Predict", "TrainBackward"]).SelectMany(pass => emitted.Methods(form, pass)).Select(Unindented);
        Snapshot.Match(string.Join("\n\n", sections) + "\n", $"{name}.{form}.g.cs", method);
    }

    private static string Unindented(MethodDeclarationSyntax method) =>
        string.Join("\n", method.ToFullString().Trim().Split('\n').Select(line => line.StartsWith("        ", System.StringComparison.Ordinal) ? line[8..] : line));
}
