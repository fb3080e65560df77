using System;
using System.Linq;
using NetGen.Comparison.Peers;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class ProblemTests
{
    /// <summary>Ratios are compared over versions, so that a network keeps its numbers.</summary>
    [Fact]
    public void A_layers_weights_and_its_biases_are_each_a_stream_of_their_own()
    {
        const ulong Seed = 7;
        Problem problem = Problems.Of(Workloads.All.Single(workload => workload.Name == "W2"), rows: 1, Seed);

        int start = 0;
        foreach ((int layer, (int inputs, int outputs)) in new[] { (13, 64), (64, 32), (32, 3) }.Index())
        {
            float W(int index) => (float)(Math.Sqrt(2.0 / inputs) * CounterRandom.Normal(Seed, layer, index));
            float b(int index) => (float)(0.1 * CounterRandom.Normal(Seed, 3 + layer, index));
            Assert.Equal(Enumerable.Range(0, inputs * outputs).Select(W), problem.Parameters[start..(start += inputs * outputs)]);
            Assert.Equal(Enumerable.Range(0, outputs).Select(b), problem.Parameters[start..(start += outputs)]);
        }

        Assert.Equal(problem.Parameters.Length, start);
    }

    [Theory]
    [InlineData("W1", false, true)]
    [InlineData("W5", true, false)]
    [InlineData("W6-8", false, false)]
    public void There_are_labels_or_targets_where_the_loss_asks_for_them(string name, bool labels, bool targets)
    {
        Workload workload = Workloads.All.Single(workload => workload.Name == name);
        Problem problem = Problems.Of(workload, rows: 1, seed: 0);

        Assert.Equal((labels ? 64 : 0, targets ? 64 * workload.Network.OutputSize : 0), (problem.Labels.Length, problem.Targets.Length));
        Assert.Equal(64 * workload.Network.InputSize, problem.Inputs.Length);
    }
}
