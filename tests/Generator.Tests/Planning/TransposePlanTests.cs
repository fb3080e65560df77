using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>What is transposed ahead of the backward pass, and what the kernels transpose.</summary>
public sealed class TransposePlanTests
{
    [Fact]
    public void Dense_layers_share_room_for_the_largest()
    {
        TransposePlan plan = Plan("[Input(20)] [Dense(40, Activation.Tanh)] [Dense(100, Activation.Tanh)] [Dense(3)] [Loss(Loss.MeanSquaredError)]");
        Assert.Empty(plan.Weights);
        Assert.Equal((0, 48 * 100, 48 * 100), (plan.Room, plan.OfUse, plan.Length));
    }

    [Fact]
    public void Layers_of_every_step_are_transposed_ahead_and_lie_before_the_room()
    {
        TransposePlan plan = Plan("[Input(4, 20)] [Dense(40, PerStep = true)] [Flatten] [Dense(3)] [Loss(Loss.MeanSquaredError)]");
        TransposedWeights weights = Assert.Single(plan.Weights);
        Assert.Equal((1, 0, true), (weights.Node, weights.Offset, weights.OnRequest));
        Assert.Equal((32 * 40, 32 * 40 + 160 * 3), (plan.Room, plan.OfUse));
    }

    [Fact]
    public void A_dense_layer_that_shares_with_one_of_every_step_reads_what_was_transposed_ahead()
    {
        TransposePlan plan = Plan(
            "[Input(4, 5, Name = \"a\")] [Dense(5, PerStep = true, Name = \"D\")] [Flatten(Name = \"F\")] [Input(5, Name = \"b\")] [Dense(5, Share = \"D\")] [Concat(\"F\")] [Dense(2)] [Loss(Loss.MeanSquaredError)]");
        Assert.Equal([5 * 16], plan.Weights.Select(weights => (int)Padding.OfTransposed(weights.Parameter)));
        Assert.Equal((80, 80 + 32 * 2), (plan.Room, plan.OfUse));
    }

    private static TransposePlan Plan(string declaration) => TransposePlan.Of(Programs.Training(declaration));
}
