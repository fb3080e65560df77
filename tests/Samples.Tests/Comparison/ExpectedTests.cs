using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Comparison.Contestants;
using NetGen.Comparison.Contestants.Plain;
using NetGen.Comparison.Peers;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class ExpectedTests
{
    private static IEnumerable<Workload> Small => Workloads.All.Where(workload => workload.Name is not ("W3" or "W4"));

    [Fact]
    public void Who_computes_the_same_in_float_fits_whatever_the_seed() => Assert.All(Small, workload =>
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            Problem problem = Problems.Of(workload, rows: 1, seed);
            Assert.Null(Misfit(workload, problem, problem));
        }
    });

    /// <summary>One tensor at a time, all of its numbers larger by a hundredth.</summary>
    [Fact]
    public void Who_has_a_wrong_tensor_does_not_fit() => Assert.All(Small, workload =>
    {
        Problem problem = Problems.Of(workload, rows: 1, seed: 1);
        int start = 0;
        foreach (int length in problem.Tensors(workload.Network).SelectMany(layer => layer).Select(tensor => tensor.Length))
        {
            float[] parameters = [.. problem.Parameters];
            foreach (ref float parameter in parameters.AsSpan(start, length))
            {
                parameter *= 1.01f;
            }

            Assert.StartsWith("gives ", Misfit(workload, problem, problem with { Parameters = parameters }));
            start += length;
        }
    });

    [Fact]
    public void Who_has_one_wrong_weight_does_not_fit() => Assert.All(Small, workload =>
    {
        Problem problem = Problems.Of(workload, rows: 1, seed: 1);
        foreach (int place in (int[])[0, problem.Parameters.Length - 1])
        {
            float[] parameters = [.. problem.Parameters];
            parameters[place] += 0.01f;
            Assert.StartsWith("gives ", Misfit(workload, problem, problem with { Parameters = parameters }));
        }
    });

    [Fact]
    public void Who_has_the_gates_of_a_GRU_in_another_order_does_not_fit()
    {
        Workload workload = Workloads.All.Single(workload => workload.Name == "W6-8");
        Problem problem = Problems.Of(workload, rows: 1, seed: 1);
        float[] turned = [.. problem.Parameters[8..16], .. problem.Parameters[..8], .. problem.Parameters[16..]];

        Assert.StartsWith("gives ", Misfit(workload, problem, problem with { Parameters = turned }));
    }

    [Fact]
    public void Who_gives_another_number_of_outputs_does_not_fit()
    {
        Workload workload = Workloads.All[0];
        Problem problem = Problems.Of(workload, rows: 1, seed: 0);

        Assert.Equal("gives 3 numbers where 2 are expected", new Expected(workload, problem, problem.Inputs.AsSpan(0, 4)).Misfit(new float[3]));
    }

    /// <summary>How the plain loop with one problem's parameters differs from what another's are expected to give.</summary>
    private static string? Misfit(Workload workload, Problem expected, Problem computed)
    {
        ReadOnlySpan<float> row = expected.Inputs.AsSpan(0, workload.Network.InputSize);
        using IRun plain = new PlainContestant().Prepare(workload, workload.Streams ? Work.Step : Work.PredictRow, rows: 1, threads: 1, computed)!;
        return new Expected(workload, expected, row).Misfit(plain.Predict(row));
    }
}
