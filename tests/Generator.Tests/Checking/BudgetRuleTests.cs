using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>Offsets are ints: what padding makes of a network is counted, and said with the arithmetic.</summary>
public sealed class BudgetRuleTests
{
    [Theory]
    [InlineData("[Input(16777215)] [Dense(1)]")]
    [InlineData("[Input(4096, 2)] [Conv1D(16383, 4, Padding = 1)]")]
    [InlineData("[Input(16777216)] [Dense(1, Bias = false)]")]
    [InlineData("[Input(1)] [Dense(16777216)]")]
    [InlineData("[Input(134217728)] [Dropout(0.5)] [Activate(Activation.Tanh)] [Activate(Activation.ReLU)]")]
    [InlineData("[Input(268435456)] [Reshape(16384, 16384)] [Flatten] [Reshape(2, 134217728)] [Dropout(0.5)]")]
    [InlineData("[Input(4096)] [Dense(4096, Name = \"d\")] [Reshape(1, 4096, Name = \"a\")] [Concat(\"a\", \"a\", \"a\", \"a\", \"a\", \"a\", \"a\", Name = \"b\")] [Concat(\"b\", \"b\", \"b\", \"b\", \"b\", \"b\", \"b\", Name = \"c\")] [Concat(\"c\", \"c\", \"c\", \"c\", \"c\", \"c\", \"c\", Name = \"e\")] [Concat(\"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\")] [Concat(\"Concat4\")] [Concat(\"Concat5\")] [Concat(\"Concat6\")]")]
    public void What_just_fits_is_planned_without_overflow(string attributes)
    {
        NetworkPlan plan = Planner.Plan(Programs.Model(attributes));
        IEnumerable<int> numbers = plan.Parameters.Tensors.Select(tensor => tensor.Offset)
            .Concat(plan.Transposes.Weights.Select(weights => weights.Offset))
            .Append(plan.Parameters.Length).Append(plan.Transposes.Length).Append(plan.PredictingBuffers.Length).Append(plan.TrainingBuffers.Length);
        Assert.All(numbers, number => Assert.True(number >= 0, $"{number}"));
        Assert.Equal(plan.Parameters.Tensors.Sum(tensor => Numbers(tensor.Parameter)), plan.Parameters.Length);
        Assert.DoesNotMatch(@"[(\[]-\d", NetworkEmitter.Emit(plan, new CompilationFacts(AllowsUnsafe: false, Optimizes: true)));
    }

    [Theory]
    [InlineData(
        "[Input(200000000)] [Dense(1)]",
        "Dense(1) needs 16 · 200,000,000 + 16 = 3,200,000,016 numbers for its parameters, with units padded to a multiple of 16, which brings those of `Net`, from the top to here, to 3,200,000,016; NetGen compiles up to 268,435,456. Use smaller layers or inputs.")]
    [InlineData(
        "[Input(16777216)] [Dense(1)]",
        "Dense(1) needs 16 · 16,777,216 + 16 = 268,435,472 numbers for its parameters, with units padded to a multiple of 16, which brings those of `Net`, from the top to here, to 268,435,472; NetGen compiles up to 268,435,456. Use smaller layers or inputs.")]
    [InlineData(
        "[Input(16777217)] [Dense(1, Bias = false)]",
        "Dense(1) needs 16 · 16,777,217 = 268,435,472 numbers for its parameters, with units padded to a multiple of 16, which brings those of `Net`, from the top to here, to 268,435,472; NetGen compiles up to 268,435,456. Use smaller layers or inputs.")]
    [InlineData(
        "[Input(1)] [Dense(16777217)]",
        "Dense(16777217) needs 16 · 16,777,217 = 268,435,472 numbers for its transposed weights, with inputs padded to a multiple of 16, which brings those of `Net`, from the top to here, to 268,435,472; NetGen compiles up to 268,435,456. Use smaller layers or inputs.")]
    [InlineData(
        "[Input(4096, 2)] [Conv1D(16384, 4, Padding = 1)]",
        "Conv1D(16384, 4) needs 16,384 · 4,096 · 4 + 16,384 = 268,451,840 numbers for its parameters padded to a multiple of 16, which brings those of `Net`, from the top to here, to 268,451,840; NetGen compiles up to 268,435,456. Use smaller layers or inputs.")]
    [InlineData(
        "[Input(3, 2)] [Conv1D(7, 268435456, Padding = 134217728, Bias = false)]",
        "Conv1D(7, 268435456) needs 7 · 3 · 268,435,456 = 5,637,144,576 numbers for its parameters padded to a multiple of 16, which brings those of `Net`, from the top to here, to 5,637,144,576; NetGen compiles up to 268,435,456. Use smaller layers or inputs.")]
    [InlineData(
        "[Input(1, 16384, 16384)] [Conv2D(2, 1)]",
        "Conv2D(2, 1) makes [2, 16384, 16384], which is 536,870,912 elements; NetGen compiles up to 268,435,456, and fewer with weights and gradients. Use smaller sizes.")]
    [InlineData(
        "[Input(134217729)] [Dropout(0.5)] [Activate(Activation.Tanh)] [Activate(Activation.ReLU)]",
        "Activate(ReLU) brings an example of `Net` and its gradients to 2 · 536,870,976 = 1,073,741,952 numbers, rows padded to a multiple of 16; NetGen compiles up to 1,073,741,824. Use smaller sizes in the input or the layers.")]
    [InlineData(
        "[Input(268435456)] [Dropout(0.5)] [Activate(Activation.Tanh)] [Activate(Activation.ReLU)]",
        "Activate(Tanh) brings an example of `Net` and its gradients to 2 · 805,306,368 = 1,610,612,736 numbers, rows padded to a multiple of 16; NetGen compiles up to 1,073,741,824. Use smaller sizes in the input or the layers.")]
    public void What_just_does_not_fit_is_said_once(string attributes, string message)
    {
        CheckedNetwork found = ShapeChecker.Check(Source.Read($"using NetGen; [Network] {attributes} partial class Net;"));
        Assert.Equal([message], found.Diagnostics.Select(diagnostic => diagnostic.At(Location.None).GetMessage()));
        Assert.Null(found.Network);
    }

    [Theory]
    [InlineData("NETG301", "[Input(16777216)]", 262, "[Activate(Activation.Tanh)]")]
    [InlineData("NETG302", "[Input(268435456)]", 1, "[Dense(1, Bias = false)]")]
    [InlineData("NETG302", "[Input(134217728)]", 1, "[Dense(2, Bias = false)]")]
    [InlineData("NETG302", "[Input(2)]", 1, "[Dense(134217728, Bias = false)]")]
    [InlineData("NETG302", "[Input(1)]", 1, "[Dense(268435456, Bias = false)]")]
    [InlineData("NETG301", "[Input(134217728)]", 8, "[Activate(Activation.ReLU)]")]
    public void Sizes_that_would_wrap_are_refused(string id, string input, int times, string layer)
    {
        string attributes = input + string.Concat(Enumerable.Repeat(layer, times));
        CheckedNetwork found = ShapeChecker.Check(Source.Read($"using NetGen; [Network] {attributes} partial class Net;"));
        Assert.Equal([id], found.Diagnostics.Select(diagnostic => diagnostic.Descriptor.Id));
        Assert.Null(found.Network);
    }

    private static long Numbers(ParameterModel parameter) => parameter.InPanels
        ? (parameter.Shape.Sizes[0] + 15L) / 16 * 16 * parameter.Shape.Sizes[1]
        : (parameter.Shape.Elements + 15) / 16 * 16;
}
