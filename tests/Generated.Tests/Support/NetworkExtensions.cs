using System;

namespace NetGen.Generated.Tests.Support;

/// <summary>Arrays in, arrays out: what a test needs of a network, in one call each.</summary>
internal static class NetworkExtensions
{
    public static float[] Predict(this INetwork<float> network, params float[] inputs)
    {
        var outputs = new float[inputs.Length / network.Description.InputSize * network.Description.OutputSize];
        network.Forward(inputs, outputs);
        return outputs;
    }

    /// <summary>Sets a tensor by its canonical elements.</summary>
    public static void Set(this INetwork<float> network, string tensor, params float[] elements) =>
        network.Layout[tensor].CopyFrom<float>(network.Parameters, elements);

    public static float[] Get(this INetwork<float> network, string tensor) => network.Get(network.Parameters, tensor);

    /// <summary>The canonical elements of a tensor in the parameters, or in a gradient.</summary>
    public static float[] Get(this INetwork<float> network, ReadOnlySpan<float> buffer, string tensor)
    {
        var elements = new float[network.Layout[tensor].Count];
        network.Layout[tensor].CopyTo(buffer, elements);
        return elements;
    }

    public static Gradients GradientOf(this INetwork<float> network, float[] inputs, float[] targets, long step = 0)
    {
        int rows = inputs.Length / network.Description.InputSize;
        return network.GradientOf(new Batch<float>(rows, inputs, targets, step));
    }

    public static Gradients GradientOf(this INetwork<float> network, float[] inputs, int[] labels, long step = 0) =>
        network.GradientOf(new Batch<float>(inputs, labels, step));

    public static float CostOf(this INetwork<float> network, float[] inputs, float[] targets)
    {
        int rows = inputs.Length / network.Description.InputSize;
        return network.Cost(new Batch<float>(rows, inputs, targets), network.CreateWorkspace(rows));
    }

    public static float CostOf(this INetwork<float> network, float[] inputs, int[] labels) =>
        network.Cost(new Batch<float>(inputs, labels), network.CreateWorkspace(labels.Length));

    /// <summary>The training forward, then the backward pass from a gradient of the output.</summary>
    public static Gradients BackwardOf(this INetwork<float> network, float[] inputs, float[] outputGradient, long step = 0)
    {
        int rows = inputs.Length / network.Description.InputSize;
        var batch = new Batch<float>(rows, inputs, default, step);
        Workspace<float> workspace = network.CreateWorkspace(rows);
        var outputs = new float[rows * network.Description.OutputSize];
        var gradient = new float[network.Layout.Length];
        var inputGradient = new float[inputs.Length];
        network.Forward(batch, outputs, workspace);
        network.Backward(batch, outputGradient, gradient, workspace, inputGradient);
        return new Gradients(network, float.NaN, gradient, inputGradient);
    }

    private static Gradients GradientOf(this INetwork<float> network, in Batch<float> batch)
    {
        var gradient = new float[network.Layout.Length];
        var inputGradient = new float[batch.Inputs.Length];
        float cost = network.Gradient(batch, gradient, network.CreateWorkspace(batch.Rows), inputGradient);
        return new Gradients(network, cost, gradient, inputGradient);
    }
}

/// <summary>What a backward pass gives.</summary>
/// <param name="Network">The network.</param>
/// <param name="Cost">J.</param>
/// <param name="Flat">∂J/∂θ in the network's layout.</param>
/// <param name="Input">∂J/∂x.</param>
internal sealed record Gradients(INetwork<float> Network, float Cost, float[] Flat, float[] Input)
{
    /// <summary>The canonical elements of a tensor's gradient.</summary>
    public float[] this[string tensor] => Network.Get(Flat, tensor);
}
