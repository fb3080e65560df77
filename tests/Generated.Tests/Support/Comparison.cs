using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Checking;

namespace NetGen.Generated.Tests.Support;

/// <summary>Holds a compiled network against what the reference says of an example, in every batch size.</summary>
internal static class Comparison
{
    /// <summary>What differs most, or null.</summary>
    public static string? Of(INetwork<float> network, Example example)
    {
        List<Misfit> misfits = [];
        foreach (Expectation expectation in example.Expectations)
        {
            misfits.AddRange(Of(network, example, expectation));
        }

        return misfits.Count == 0 ? null : $"{network.Description.Name}: {misfits.MaxBy(misfit => misfit.Excess)!.Text}";
    }

    private static IEnumerable<Misfit> Of(INetwork<float> network, Example example, Expectation expected)
    {
        int rows = expected.Rows;
        (int inputSize, int outputSize) = (network.Description.InputSize, network.Description.OutputSize);
        Workspace<float> workspace = network.CreateWorkspace(rows);
        float[] outputs = Filled(rows * outputSize);
        float[] gradient = Filled(network.Layout.Length);
        float[] inputGradient = Filled(rows * inputSize);
        List<Misfit?> misfits = [];

        network.Forward(example.Inputs.AsSpan(0, rows * inputSize), outputs);
        misfits.Add(Worst($"prediction of {rows} rows", example.Predictions, outputs));

        Array.Fill(outputs, float.NaN);
        network.Forward(example.Batch(rows), outputs, workspace);
        misfits.Add(Worst($"training forward of {rows} rows", example.Trained, outputs));

        network.Backward(example.Batch(rows), example.Upstream.AsSpan(0, rows * outputSize), gradient, workspace, inputGradient);
        misfits.AddRange(Tensors(network, $"in the backward pass of {rows} rows", expected.Backward, gradient));
        misfits.Add(Worst($"input's gradient in the backward pass of {rows} rows", expected.BackwardInput, inputGradient));

        if (expected.Cost is Bounded cost)
        {
            (gradient, inputGradient) = (Filled(gradient.Length), Filled(inputGradient.Length));
            float trained = network.Gradient(example.Batch(rows), gradient, workspace, inputGradient);
            misfits.Add(Worst($"cost of {rows} rows", [cost], [trained]));
            misfits.AddRange(Tensors(network, $"in the gradient of {rows} rows", expected.Gradient, gradient));
            misfits.Add(Worst($"input's gradient of {rows} rows", expected.InputGradient, inputGradient));
            misfits.Add(Directional(network, example, expected, gradient, inputGradient));
        }

        return misfits.OfType<Misfit>();
    }

    private static IEnumerable<Misfit?> Tensors(INetwork<float> network, string where, Bounded[] expected, float[] gradient)
    {
        int offset = 0;
        foreach (ParameterTensor tensor in network.Layout.Tensors)
        {
            yield return Worst($"{tensor.Name} {where}", expected.AsSpan(offset, tensor.Count), network.Get(gradient, tensor.Name));
            offset += tensor.Count;
        }

        var padding = new HashSet<int>(Enumerable.Range(0, gradient.Length));
        padding.ExceptWith(network.Layout.Tensors.SelectMany(tensor => Enumerable.Range(0, tensor.Count).Select(tensor.Position)));
        int dirty = padding.Order().FirstOrDefault(index => gradient[index] != 0 || float.IsNegative(gradient[index]), -1);
        yield return dirty < 0 ? null : new Misfit(double.PositiveInfinity, $"the padding at {dirty} {where} is {gradient[dirty]:R}, not 0");
    }

    /// <summary>gradient·v against the exact derivative along v; the bound is Σ|vᵢ|·errorᵢ.</summary>
    private static Misfit? Directional(INetwork<float> network, Example example, Expectation expected, float[] gradient, float[] inputGradient)
    {
        (double[] direction, double exact) = (example.Direction, expected.Derivative);
        double[] inputDirection = example.InputDirection[..inputGradient.Length];
        var canonical = new float[network.Layout.Count];
        network.Layout.CopyTo(gradient, canonical);

        double product = Dot(direction, canonical) + Dot(inputDirection, inputGradient);
        double bound = direction.Zip(expected.Gradient, (v, g) => Math.Abs(v) * g.Error).Sum()
            + inputDirection.Zip(expected.InputGradient, (v, g) => Math.Abs(v) * g.Error).Sum();
        return Math.Abs(product - exact) <= bound
            ? null
            : new Misfit(Math.Abs(product - exact) / bound, $"the derivative of {expected.Rows} rows along a direction is {exact:R} by dual numbers, {product:R} by the gradient, with a bound of {bound:G3}");
    }

    private static double Dot(double[] direction, float[] gradient) => direction.Zip(gradient, (v, g) => v * g).Sum();

    private static Misfit? Worst(string what, ReadOnlySpan<Bounded> expected, float[] actual)
    {
        Misfit? worst = null;
        for (int index = 0; index < actual.Length; index++)
        {
            double off = Math.Abs(actual[index] - expected[index].Value);
            double excess = off <= expected[index].Error ? 0 : double.IsNaN(off) ? double.PositiveInfinity : off / expected[index].Error;
            if (excess > (worst?.Excess ?? 0))
            {
                worst = new Misfit(excess, $"{what}: element {index} of {actual.Length} is {actual[index]:R}, the reference says {expected[index]}");
            }
        }

        return worst;
    }

    private static float[] Filled(int length)
    {
        var numbers = new float[length];
        Array.Fill(numbers, float.NaN);
        return numbers;
    }

    /// <summary>How many bounds an element is off, and where.</summary>
    private sealed record Misfit(double Excess, string Text);
}
