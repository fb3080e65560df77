using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen.Oracle;

/// <summary>Holds a network against an oracle case: outputs, cost and every gradient.</summary>
public static class OracleCheck
{
    /// <summary>Gives the network the case's parameters, runs it forward and backward, and says what differs.</summary>
    public static List<string> Run<T>(OracleProblem problem, INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var differences = new List<string>();
        OracleCase oracle = problem.Case;
        int rows = problem.Rows;
        network.Layout.CopyFrom<T>(network.Parameters, Numbers<T>(problem.Parameters.SelectMany(name => oracle.Parameters[name].Data)));

        T[] inputs = Numbers<T>(problem.Inputs);
        T[] outputs = new T[rows * network.Description.OutputSize];
        T[] gradient = new T[network.Layout.Length];
        T[] inputGradient = new T[inputs.Length];
        Workspace<T> workspace = network.CreateWorkspace(rows);

        network.Forward(inputs, outputs);
        if (problem.Nodes.TryGetValue(network.Description.Layers.Length, out string? output) && oracle.Outputs.TryGetValue(output, out OracleTensor? values))
        {
            Compare<T>(output, outputs, values.Data, oracle, 1, differences);
        }

        if (problem.Upstream is not null)
        {
            var batch = new Batch<T>(rows, inputs, targets: default);
            network.Forward(batch, outputs, workspace);
            network.Backward(batch, Numbers<T>(problem.Upstream), gradient, workspace, inputGradient);
        }
        else
        {
            Batch<T> batch = problem.Labels is null
                ? new Batch<T>(rows, inputs, Numbers<T>(problem.Targets!))
                : new Batch<T>(inputs, problem.Labels);
            T cost = network.Gradient(batch, gradient, workspace, inputGradient);
            Compare<T>("loss", [cost], [oracle.Loss!.Value], oracle, problem.Scale, differences);
            Compare<T>("cost", [network.Cost(batch, workspace)], [oracle.Loss!.Value], oracle, problem.Scale, differences);
        }

        for (int index = 0; index < problem.Parameters.Length; index++)
        {
            ParameterTensor tensor = network.Layout.Tensors[index];
            T[] canonical = new T[tensor.Count];
            tensor.CopyTo<T>(gradient, canonical);
            Compare(problem.Parameters[index], canonical, oracle.Gradients[problem.Parameters[index]].Data, oracle, problem.Scale, differences);
        }

        if (problem.InputGradient is not null)
        {
            Compare("input", inputGradient, problem.InputGradient, oracle, problem.Scale, differences);
        }

        return differences;
    }

    /// <summary>Notes the worst element that lies outside the case's tolerance.</summary>
    public static void Compare<T>(string what, ReadOnlySpan<T> got, double[] expected, OracleCase oracle, double scale, List<string> differences)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (got.Length != expected.Length)
        {
            differences.Add($"{oracle.Id} {what}: {got.Length} numbers, expected {expected.Length}");
            return;
        }

        (double relative, double absolute) = oracle.Tolerance<T>();
        for (int index = 0; index < expected.Length; index++)
        {
            double value = double.CreateTruncating(got[index]) * scale;
            if (!(Math.Abs(value - expected[index]) <= absolute + relative * Math.Abs(expected[index])))
            {
                differences.Add($"{oracle.Id} {what}[{index}]: {value:R}, expected {expected[index]:R}");
                return;
            }
        }
    }

    /// <summary>Doubles as numbers of another type.</summary>
    public static T[] Numbers<T>(IEnumerable<double> numbers)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. numbers.Select(T.CreateTruncating)];
}
