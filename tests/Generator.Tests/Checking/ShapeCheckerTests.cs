using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>One message per mistake, no message without one.</summary>
public sealed class ShapeCheckerTests
{
    [Theory]
    [InlineData("[Input(28, 28)] [Activate(Activation.Tanh)] [Dropout(0)] [Flatten] [Dense(10, Activation.Softmax)] [Loss(Loss.CrossEntropy)]")]
    [InlineData("[Input(4)] [Dense(2, Activation.Sigmoid, Name = \"a\")] [Dense(3, Activation.Sigmoid, From = \"input\")] [Concat(\"a\")] [Reshape(5, 1)] [Flatten] [Loss(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Input(4)] [Activate(Activation.Identity)] [Dense(2, Activation.Softmax)]")]
    [InlineData("[Input(4)] [Dense(4)] [Add(\"Dense1\", \"input\")]")]
    [InlineData("[Input(4)] [Dense(1, Initializer = Initializer.Constant, Scale = -1)] [Activate(Activation.LeakyReLU, Slope = 0)]")]
    [InlineData("[Input(4)] [Dense(1, Activation.ELU, Slope = 3)] [Activate(Activation.ELU)] [Dense(3, Activation.LogSoftmax)] [Loss(Loss.CrossEntropy)]")]
    [InlineData("[Input(4, Name = \"x\")] [Dense(4, From = null, Name = \"dense1\")] [Dense(4, Name = \"Dense3\")] [Dense(4, From = \"x\", Name = \"input\")] [Add(\"dense1\", \"Dense3\")]")]
    [InlineData("[Input(1, 1, 1)] [Flatten]")]
    [InlineData("[Input(1, 28, 28)] [Conv2D(6, 5, Padding = 2)] [Conv2D(16, 5)] [Flatten] [Dense(10)]")]
    [InlineData("[Input(3, 224, 224)] [Conv2D(8, 7, Stride = 2, Padding = 3)] [Conv2D(8, 1, Stride = 2)] [Conv2D(8, 3, Stride = 2, Truncate = true)]")]
    [InlineData("[Input(1, 1, 1)] [Conv2D(1, 1)] [Conv2D(2, 1, 1, Activation.LeakyReLU, Slope = 0.2, Same = true)]")]
    [InlineData("[Input(1, 3)] [Conv1D(2, 9, Causal = true, Stride = 2)] [Conv1D(2, 300, Same = true, Dilation = 7)]")]
    [InlineData("[Input(3, 8)] [Conv1D(6, 3, Groups = 3, Padding = 5)]")]
    [InlineData("[Input(7, 3)] [LSTM(4, Sequence = true, Bidirectional = true)] [Recurrent(3, Activation.ReLU)] [Dense(2)]")]
    [InlineData("[Input(1, 28, 28), Conv2D(8, 5, Activation.ReLU, Padding = 2), Conv2D(16, 4, Activation.ReLU, Stride = 4), Flatten, Dense(10, Activation.Softmax)]")]
    [InlineData("[Input(7, 3)] [LayerNorm] [RMSNorm(Axes = 2, Affine = false)] [BatchNorm(Momentum = 1)] [LayerNorm(Epsilon = 0.1)] [Flatten] [Dense(2)]")]
    [InlineData("[Input(268435456)] [Dropout(0.5)]")]
    [InlineData("[Input(2, 3)] [Reshape(3, 2)] [Concat(\"Reshape1\", \"Reshape1\", Axis = 1)]")]
    // What a window of padding reaches beyond the end is no loss, and a size of an axis comes before that of both.
    [InlineData("[Input(64, 112, 112)] [MaxPool2D(3, Stride = 2, Padding = 1)] [MaxPool2D(2, StrideHeight = 1, PaddingWidth = 1)] [GlobalAveragePool]")]
    [InlineData("[Input(2, 9)] [MaxPool1D(2, Truncate = true)] [ZeroPad(1)] [AveragePool1D(3, Stride = 1)] [Upsample(2)] [ZeroPad(0, 3)] [GlobalMaxPool]")]
    [InlineData("[Input(1, 2, 3, 4)] [GlobalMaxPool]")]
    [InlineData("[Input(1, 8, 12)] [AveragePool2D(1, StrideWidth = 4)]")] // what a stride passes over everywhere is not lost at the end
    public void What_is_right_gives_no_message(string network) =>
        Assert.Empty(Messages($"[Network] {network} partial class Net;"));

    [Theory]
    // What follows a layer of unknown shape is not said to be wrong.
    [InlineData("[Input(4)] [Reshape(3)] [Reshape(7)] [Flatten] [Concat(\"input\", Axis = 3)] [Add(\"input\")] [Dense(2)]", "NETG108")]
    [InlineData("[Input(0)] [Flatten] [Dense(2)]", "NETG102")]
    [InlineData("[Input(4)] [Dense(0, Activation.Softmax)] [Loss(Loss.CrossEntropy)]", "NETG101")]
    [InlineData("[Input(4)] [Dense(2)] [Add(\"nobody\")] [Flatten] [Dense(2, From = \"Dense1\")]", "NETG008")]
    [InlineData("[Input(4)] [Dense(300000000, Activation.ReLU)] [Dense(300)]", "NETG301")]
    [InlineData("[Input(4)] [Dense(2, (Activation)77)] [Loss(Loss.CrossEntropy)]", "NETG016")]
    [InlineData("[Input(4)] [Dense(2, Activation.Softmax)] [Dense(2)] [Loss(Loss.CrossEntropy)]", "NETG201")]
    [InlineData("[Input(4)] [Dense(2, Activation.LogSoftmax)] [Dense(2)] [Loss(Loss.MeanSquaredError)]", "NETG201")]
    [InlineData("[Input(4)] [Dense(2, Activation.LogSoftmax)] [Loss(Loss.MeanSquaredError)]", "NETG202")]
    [InlineData("[Input(2, 4)] [Activate(Activation.LogSoftmax)]", "NETG110")]
    [InlineData("[Input(2, 9)] [MaxPool2D(0)] [ZeroPad(-1)] [AveragePool1D(2)] [Upsample(3)] [GlobalMaxPool]", "NETG111", "NETG112", "NETG112")]
    [InlineData("[Input(1, 9, 11)] [AveragePool2D(10, 2)]", "NETG113", "NETG114")]
    [InlineData("[Input(4)] [LayerNorm(Axes = 2, Epsilon = -1)] [RMSNorm(Axes = 0)] [BatchNorm(Momentum = 2)] [Dense(2)]", "NETG112", "NETG130", "NETG131", "NETG131")]
    [InlineData("[Input(2, 9)] [Upsample(200000000)]", "NETG301")]
    [InlineData("[Input(2, 9)] [ZeroPad(200000000)] [Dense(1)]", "NETG301")]
    // Mistakes that have nothing to do with each other are all said.
    [InlineData("[Input(28, 28)] [Dense(5)] [Dropout(2)] [Add(\"input\")] [Loss(Loss.CrossEntropy)]", "NETG104", "NETG105", "NETG203", "NETG206")]
    [InlineData("[Input(4)] [Dense(0, Activation.LeakyReLU, Slope = 3, Scale = 2, Name = \"a b\")]", "NETG010", "NETG101", "NETG207", "NETG208")]
    [InlineData("[Input(4)] [Dense(0)] [Dense(0)]", "NETG101", "NETG101")]
    [InlineData("[Dense(0)]", "NETG006", "NETG101")]
    [InlineData("[Input(4)] [Conv2D(2, 3, Activation.Softmax)] [Dense(2)] [Loss(Loss.CrossEntropy)]", "NETG111", "NETG201")]
    [InlineData("[Input(4)] [Conv1D(0, 3)] [Conv1D(2, 0)] [Flatten]", "NETG111", "NETG112", "NETG112")]
    [InlineData("[Input(2, 9)] [Conv1D(3, 2, Groups = 2, Slope = 0.5, Scale = 3, Stride = 2)]", "NETG018", "NETG115", "NETG208")]
    [InlineData("[Input(2, 9, 3)] [Conv2D(2, 4, Stride = 2, Same = true, Padding = 1)]", "NETG117")]
    [InlineData("[Input(2, 9)] [Conv1D(2, 3, (Activation)77)]", "NETG016")]
    [InlineData("[Input(4)] [LSTM(0)] [GRU(2)] [Dense(3)]", "NETG101", "NETG119")]
    [InlineData("[Input(4, 2)] [Recurrent(0, Activation.Sigmoid)] [Dense(3)]", "NETG101", "NETG210")]
    [InlineData("[Input(4, 2)] [GRU(2147483647, Bidirectional = true)] [Dense(3)]", "NETG301")]
    [InlineData("[Input(4, 2)] [LSTM(2147483647, Sequence = true)] [GRU(3)]", "NETG301")]
    [InlineData("[Input(4)] [Add(\"nobody\", \"none\", From = \"\")]", "NETG008", "NETG008", "NETG014")]
    public void Every_mistake_is_said_once(string network, params string[] ids) =>
        Assert.Equal(ids, Messages($"[Network] {network} partial class Net;").Select(diagnostic => diagnostic.Id).Order());

    [Theory]
    [InlineData("[Input(4)] [Dense]")]
    [InlineData("[Input(1, 4, 4)] [Conv2D(3)] [Flatten]")]
    [InlineData("[Input(1, 4, 4)] [Conv2D(3, 2.5)] [Flatten]")]
    [InlineData("[Input(4)] [Dense(\"ten\")] [Dense(2)] [Loss(Loss.CrossEntropy)]", "NETG203")]
    [InlineData("[Input(\"four\")] [Dense(2)]")]
    [InlineData("[Input(4)] [Dense(2)] [Loss]")]
    [InlineData("[Input(4)] [Dense(2)] [Loss(\"none\")]")]
    [InlineData("[Input(4)] [Dense(2)] [Activate(Unknown.ReLU)]")]
    [InlineData("[Input(4)] [Dense(2, Units = 3)]")]
    [InlineData("[Input(4)] [Nonsense(2)] [Dense(2)]")]
    [InlineData("[Input(2, 4, 4)] [MaxPool2D(2, 2, 2)] [ZeroPad(1, 2, 3)] [GlobalMaxPool(2)]")]
    public void What_the_compiler_rejects_is_left_to_it(string network, params string[] ids)
    {
        CSharpCompilation compilation = Host.Compile($"using NetGen; [Network] {network} partial class Net;");
        Assert.NotEmpty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(ids, Host.Analyze(compilation).Select(diagnostic => diagnostic.Id));
        Assert.Empty(Host.Run(compilation).Results.Single().Exception?.ToString() ?? "");
        Assert.Single(Host.Run(compilation).GeneratedTrees);
    }

    [Theory]
    [InlineData("[Network] partial class Net;", "[Network, Input(2), Dense(2)] partial class Net;")]
    [InlineData("[Network, Input(2), Dense(2)] partial struct Net;")]
    [InlineData("[Network, Input(2), Dense(2)] partial interface Net;")]
    [InlineData("[Network, Input(2), Dense(2)] partial class Net; partial class Net; class Net;")]
    [InlineData("[Network, Input(2), Dense(2)] partial class")]
    public void Whatever_is_written_the_generator_does_not_fail(params string[] sources)
    {
        CSharpCompilation compilation = Host.Compile([.. sources.Select(source => $"using NetGen; {source}")]);
        Assert.Null(Host.Run(compilation, ("RunAnalyzers", "false")).Results.Single().Exception);
        Assert.DoesNotContain(Host.Analyze(compilation), diagnostic => diagnostic.Id == "AD0001");
    }

    [Fact]
    public void A_stub_has_every_member_that_a_network_has()
    {
        const string Use = """
            using System;
            using NetGen;

            static class Use
            {
                public static float Train(float[] x, float[] y)
                {
                    var net = new Net(seed: 3);
                    INetwork<float> same = net;
                    Workspace<float> workspace = net.CreateWorkspace(1);
                    var gradient = new float[Net.Layout.Length + Net.ParameterCount + net.Parameters.Length];
                    net.Forward(x, y);
                    var batch = new Batch<float>(1, x, y);
                    net.Forward(batch, y, workspace);
                    net.Backward(batch, y, gradient, workspace);
                    net.Dense1.Weights.CopyTo(y);
                    net.hidden.Bias.CopyFrom(y);
                    return net.Gradient(batch, gradient, workspace) + net.Cost(batch, workspace) + Net.InputSize / Net.OutputSize
                        + Net.Description.InputSize + same.Description.OutputSize + net.Seed + net.Exchange(null!).Length;
                }
            }
            """;
        const string Network = "using NetGen; [Network, Input(2), Dense(3), Dense(2, Name = \"hidden\"), Dropout(RATE), Loss(Loss.MeanSquaredError)] partial class Net;";
        foreach (string rate in new[] { "0.5", "1.5" })
        {
            CSharpCompilation compilation = Host.Generate(Host.Compile(Network.Replace("RATE", rate), Use));
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
            Assert.Equal(rate == "1.5" ? ["NETG206"] : [], Host.Analyze(compilation).Select(diagnostic => diagnostic.Id));
        }
    }

    private static IReadOnlyList<Diagnostic> Messages(string source)
    {
        CSharpCompilation compilation = Host.Compile($"using NetGen; {source}");
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        IReadOnlyList<Diagnostic> messages = Host.Analyze(compilation);
        Assert.Equal(messages.Count == 0, ShapeChecker.Check(Source.Read($"using NetGen; {source}")).Network is not null);
        return messages;
    }
}
