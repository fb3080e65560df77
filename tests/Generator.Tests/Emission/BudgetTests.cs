using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generator.Tests;

/// <summary>
/// Beyond these numbers per method the JIT stops optimizing or inlining without a word, whatever is asked of it. They
/// are read from what the C# compiler makes of generated code in a debug build, which has more of everything.
/// </summary>
public sealed class BudgetTests(ITestOutputHelper output)
{
    private const int Instructions = 15_000;
    private const int Locals = 400;
    private const int References = 6_000;
    private const int Branches = 500;
    private const int Inlined = 24;
    private const int Room = 511;

    /// <summary>Families of networks that grow with a number.</summary>
    private static readonly Dictionary<string, Func<int, string>> families = new()
    {
        ["many inputs"] = size => $"[Input({size})] [Dense(16)] [Dense(1)] [Loss(Loss.MeanSquaredError)]",
        ["few of many inputs"] = size => $"[Input({size})] [Dense(1)]",
        ["wide and linear"] = size => $"[Input(1)] [Dense({size})] [Dense(1)]",
        ["wide outputs"] = size => $"[Input(1)] [Dense({size}, Activation.Tanh)] [Loss(Loss.MeanSquaredError)]",
        ["from two vectors"] = size => $"[Input(17)] [Dense({size})]",
        ["square"] = size => $"[Input({size})] [Dense({size}, Activation.Tanh)] [Dense({size})] [Loss(Loss.HalfSquaredError)]",
        ["wide outputs that keep their input"] = size => $"[Input(1)] [Dense({size}, Activation.GELU)] [Loss(Loss.MeanSquaredError)]",
        ["deep and narrow"] = size => $"[Input(4)] {Repeat("[Dense(4, Activation.Tanh)]", size)} [Loss(Loss.MeanSquaredError)]",
        ["deep, narrow and linear"] = size => $"[Input(1)] {Repeat("[Dense(1)]", size)}",
        ["sums"] = size => $"[Input(16)] [Dense(16, Name = \"d\")] {string.Concat(Enumerable.Range(0, size).Select(i => $"[Add(\"{(i == 0 ? "d" : $"s{i - 1}")}\", \"d\", Name = \"s{i}\")] "))}",
        ["terms"] = size => $"[Input(16)] [Dense(16, Name = \"d\")] [Add({string.Join(", ", Enumerable.Repeat("\"d\"", size + 1))})]",
        ["parts"] = size => $"[Input(16)] [Dense(3, Name = \"d\")] [Concat({string.Join(", ", Enumerable.Repeat("\"d\"", size))})]",
        ["runs"] = size => $"[Input(4)] [Dense({size}, Name = \"d\")] [Reshape({size}, 1, Name = \"r\")] [Concat(\"r\", \"r\", Axis = 1)] [Flatten]",
        ["products"] = size => $"[Input(16)] [Dense(16, Name = \"d\")] {Repeat("[Multiply(\"d\")]", size)} [Loss(Loss.MeanSquaredError)]",
        ["several inputs"] = size => $"{string.Concat(Enumerable.Range(0, size + 2).Select(i => $"[Input(3, Name = \"i{i}\")] "))} [Concat({string.Join(", ", Enumerable.Range(0, size + 1).Select(i => $"\"i{i}\""))})] [Dense(2)] [Loss(Loss.MeanSquaredError)]",
        ["several losses"] = size => $"[Input(4)] {string.Concat(Enumerable.Range(0, size + 2).Select(i => $"[Dense(4, Activation.Tanh, Name = \"h{i}\")] [Loss(Loss.MeanSquaredError, From = \"h{i}\", Weight = 0.5)] "))}",
        ["one layer's parameters"] = size => $"[Input(4)] [Dense(4, Activation.Tanh, Name = \"d\")] {Repeat("[Dense(4, Activation.Tanh, Share = \"d\")]", size)} [Loss(Loss.MeanSquaredError)]",
        ["dropouts"] = size => $"[Input(4)] [Dense(4)] {Repeat("[Dropout(0.5)]", size)}",
        ["classical dropouts"] = size => $"[Input(4)] [Dense(4)] {Repeat("[Dropout(0.5, Classical = true)]", size)}",
        ["penalties"] = size => $"[Input(1)] {Repeat("[Dense(1)]", size)} [Loss(Loss.MeanSquaredError)] [Penalty(L1 = 0.5, L2 = 0.25, Biases = true)]",
        ["activations"] = size => $"[Input(100)] {Repeat("[Activate(Activation.Sigmoid)]", size)}",
        ["binary cross-entropy"] = size => $"[Input(3)] [Dense({size}, Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]",
        ["cross-entropy"] = size => $"[Input(3)] [Dense({size}, Activation.Softmax)] [Loss(Loss.CrossEntropy)]",
        ["convolutions"] = size => $"[Input(2, 3, 3)] {Repeat("[Conv2D(2, 3, Activation.Tanh, Same = true)]", size)} [Loss(Loss.MeanSquaredError)]",
        ["transposed convolutions"] = size => $"[Input(2, 3, 3)] {Repeat("[ConvTranspose2D(2, 3, Activation.Tanh, Padding = 1)]", size)} [Loss(Loss.MeanSquaredError)]",
        ["dense behind a convolution"] = size => $"[Input(1, 2)] [Conv1D(1, 1)] [Flatten] [Dense({size}, Activation.Tanh)]",
        ["poolings"] = size => $"[Input(2, 64)] {Repeat("[MaxPool1D(3, Stride = 1, Padding = 1)]", size)} [GlobalAveragePool] [Loss(Loss.MeanSquaredError)]",
        ["images"] = size => $"[Input(2, 4, 4)] {Repeat("[Upsample(2)] [ZeroPad(1)] [AveragePool2D(2, Stride = 2)] [MaxPool2D(2, Truncate = true)]", size)} [Flatten]",
        ["recurrent layers"] = size => $"[Input(4, 3)] {Repeat("[GRU(3, Sequence = true)] [LSTM(3, Sequence = true, Bidirectional = true)] [Dense(5, Activation.ReLU, PerStep = true)]", size)} [Loss(Loss.MeanSquaredError)]",
        ["recurrent layers from states, of their own lengths"] = size => "[Input(1, Name = \"n\")] [Input(6, Name = \"h\")] [Input(4, 3, Name = \"x\")] " +
            $"{Repeat("[LSTM(3, Sequence = true, Bidirectional = true, State = \"h\", Cell = \"h\", Lengths = \"n\", BackSteps = 2)] [GRU(6, Sequence = true, State = \"h\", Lengths = \"n\")]", size)} [Loss(Loss.MeanSquaredError)]",
        ["attention"] = size => $"[Input(4)] [Embedding(5, 6)] {Repeat("[PositionalEncoding] [Attention(2)] [PositionalEncoding(Learned = true)]", size)} [Loss(Loss.MeanSquaredError)]",
        ["normalizations"] = size => $"[Input(4, 3)] {Repeat("[LayerNorm] [RMSNorm(Axes = 2)] [BatchNorm] [PReLU]", size)} [Loss(Loss.MeanSquaredError)]",
        ["log softmax"] = size => $"[Input({size})] [Activate(Activation.LogSoftmax)]",
        ["softmax"] = size => $"[Input({size})] [Activate(Activation.Softmax)]",
    };

    public static TheoryData<string> Families => new(families.Keys);

    [Theory]
    [MemberData(nameof(Families))]
    public void A_family_stays_within_the_budget_where_it_is_largest_and_written_out(string family) => Assert.All(
        new[] { 4, 8, 16 }.Select(lanes => Most(family, lanes)).Where(size => size > 0).Distinct(), size => Hold(families[family](size), $"{family} {size}"));

    [Theory]
    [InlineData("[Input(64)]", "[Dense(64, Activation.Tanh)]", 100)]
    [InlineData("[Input(64)]", "[Dense(50, Activation.ReLU)] [Dropout(0.25)]", 100)]
    [InlineData("[Input(10)]", "[Dense(10, Activation.Sigmoid)]", 300)]
    [InlineData("[Input(50)]", "[Dense(50, Activation.GELU)] [Activate(Activation.Softplus)]", 50)]
    [InlineData("[Input(50)]", "[Dense(50, Activation.Mish)] [Activate(Activation.GELUTanh)]", 50)]
    [InlineData("[Input(50)]", "[Dense(50, Activation.ELU)] [Activate(Activation.SiLU)]", 50)]
    [InlineData("[Input(50)]", "[Dense(50, Activation.HardSwish)] [Activate(Activation.Softsign)] [Activate(Activation.HardSigmoid)] [Activate(Activation.HardTanh)]", 50)]
    [InlineData("[Input(10)]", "[Dropout(0.5)]", 300)]
    [InlineData("[Input(10)]", "[Dropout(0.5, Classical = true)]", 300)]
    [InlineData("[Input(60)]", "[Activate(Activation.Sigmoid)]", 300)]
    [InlineData("[Input(12)]", "[Reshape(3, 4)] [GRU(12)]", 150)]
    [InlineData("[Input(3, 4)]", "[Attention(2)] [PositionalEncoding(Learned = true)] [PositionalEncoding]", 100)]
    [InlineData("[Input(12)]", "[LayerNorm] [RMSNorm(Affine = false)] [BatchNorm]", 100)]
    [InlineData("[Input(784)]", "[Dense(4096, Activation.Tanh)]", 3)]
    [InlineData("[Input(50)]", "[Reshape(2, 5, 5)] [Conv2D(2, 3, Activation.Tanh, Same = true)] [Flatten]", 100)]
    [InlineData("[Input(50)]", "[Reshape(2, 25)] [Conv1D(2, 3, Activation.GELU, Causal = true)] [Flatten]", 100)]
    [InlineData("[Input(50)]", "[Reshape(2, 5, 5)] [ConvTranspose2D(2, 3, Activation.GELU, Padding = 1)] [Flatten]", 100)]
    [InlineData("[Input(4, 3, 3)]", "[MaxPool2D(3, Stride = 1, Padding = 1)]", 300)]
    [InlineData("[Input(1, 3, 3)]", "[AveragePool2D(2, 2, Stride = 2, Truncate = true)] [Upsample(2)] [ZeroPad(1, 0, 1, 0)]", 150)]
    public void A_deep_network_is_cut_into_methods_within_the_budget(string input, string layer, int count) =>
        Hold($"{input} {Repeat(layer, count)} {(layer.Contains("Pool") || layer.Contains("Attention") ? "[Flatten] " : "")}[Dense(10, Activation.Softmax)] [Loss(Loss.CrossEntropy)]", $"{count} times {layer}");

    [Theory]
    [InlineData("terms", 500)]
    [InlineData("parts", 500)]
    [InlineData("sums", 200)]
    public void A_large_graph_is_cut_into_methods_within_the_budget(string family, int size) => Hold(families[family](size), $"{family} {size}");

    [Fact]
    public void Residual_blocks_and_side_branches_stay_within_the_budget() => Hold(
        "[Input(40)] [Dense(40, Name = \"r0\")] " + string.Concat(Enumerable.Range(1, 60).Select(i =>
            $"[Dense(40, Activation.Tanh, Name = \"d{i}\", From = \"r{i - 1}\")] [Add(\"d{i}\", \"r{i - 1}\", Name = \"s{i}\")] [Concat(\"s{i}\", \"d{i}\", Name = \"c{i}\")] [Dense(40, Name = \"r{i}\", From = \"c{i}\")] ")) + "[Loss(Loss.MeanSquaredError)]",
        "60 blocks");

    [Fact]
    public void Random_networks_stay_within_the_budget() => Assert.All(Enumerable.Range(0, 20), seed =>
        Hold(Emitted.Of(Programs.Random(seed)), $"random {seed}"));

    private void Hold(string attributes, string name)
    {
        var clock = Stopwatch.StartNew();
        NetworkModel model = Programs.Model(attributes);
        TimeSpan read = clock.Elapsed;
        Emitted emitted = Emitted.Of(model);
        TimeSpan written = clock.Elapsed;
        Hold(emitted, name);
        output.WriteLine($"{name}: {read.TotalMilliseconds:F0} ms to read and check, {(written - read).TotalMilliseconds:F0} ms to plan, write and parse {emitted.Text.Length:N0} characters, {(clock.Elapsed - written).TotalMilliseconds:F0} ms to compile and count");
    }

    private void Hold(Emitted emitted, string name)
    {
        CSharpCompilation compilation = Host.Compile("public partial class Net;", emitted.Text);
        IReadOnlyList<MethodSize> all = MethodSize.Of(compilation);
        output.WriteLine($"{name}: {all.Count} methods, most {all.Max(size => size.Instructions)} instructions, {all.Max(size => size.Locals)} locals, {all.Max(size => size.References)} references, {all.Max(size => size.Branches)} branches, {all.Max(size => size.Inlined)} inlined, {all.Max(size => size.Room)} variables with theirs");
        Assert.All(all, size => Assert.True(
            size is { Instructions: <= Instructions, Locals: <= Locals, References: <= References, Branches: <= Branches, Inlined: <= Inlined, Room: <= Room }, $"{name}: {size}"));
    }

    /// <summary>The largest network of a family that is written out; 0 where none is.</summary>
    private static int Most(string family, int lanes)
    {
        int most = 0;
        for (int step = 256; step > 0; step /= 2)
        {
            most += UnrollBudget.Allows(Planner.Plan(Programs.Model(families[family](most + step))).Predicting, lanes) ? step : 0;
        }

        return most;
    }

    [Fact]
    public void Nothing_is_written_out_beside_a_convolution() => Assert.All(
        new[] { "convolutions", "dense behind a convolution" }.SelectMany(family => new[] { 4, 8, 16 }.Select(lanes => Most(family, lanes))), size => Assert.Equal(0, size));

    private static string Repeat(string attribute, int count) => string.Concat(Enumerable.Repeat(attribute + " ", count));
}
