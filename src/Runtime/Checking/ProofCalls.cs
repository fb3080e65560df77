using System;

namespace NetGen.Checking;

/// <summary>The calls of a network, each into fresh guarded buffers.</summary>
internal static class ProofCalls
{
    public static Guarded Predict(this INetwork<float> network, ReadOnlySpan<float> inputs)
    {
        Guarded outputs = new(inputs.Length / network.Description.InputSize * network.Description.OutputSize);
        network.Forward(inputs, outputs.Span);
        return outputs;
    }

    public static Guarded Train(this INetwork<float> network, in Batch<float> batch, Workspace<float> workspace)
    {
        Guarded outputs = new(batch.Rows * network.Description.OutputSize);
        network.Forward(batch, outputs.Span, workspace);
        return outputs;
    }

    public static GradientAnswer Learn(this INetwork<float> network, in Batch<float> batch, Workspace<float> workspace, bool withInput = true)
    {
        (Guarded gradient, Guarded input) = Buffers(network, batch, withInput);
        float cost = network.Gradient(batch, gradient.Span, workspace, input.Span);
        return new(cost, gradient, input);
    }

    /// <summary>Forward and backward from an upstream gradient; the cost is none.</summary>
    public static GradientAnswer PullBack(this INetwork<float> network, in Batch<float> batch, ReadOnlySpan<float> upstream, Workspace<float> workspace, bool withInput = true)
    {
        network.Train(batch, workspace);
        (Guarded gradient, Guarded input) = Buffers(network, batch, withInput);
        network.Backward(batch, upstream, gradient.Span, workspace, input.Span);
        return new(0, gradient, input);
    }

    private static (Guarded Gradient, Guarded Input) Buffers(INetwork<float> network, in Batch<float> batch, bool withInput) =>
        (new(network.Layout.Length), new(withInput ? batch.Rows * network.Description.InputSize : 0));
}

/// <summary>What a gradient call gave.</summary>
/// <param name="Cost">J.</param>
/// <param name="Gradient">∂J/∂θ in the network's layout.</param>
/// <param name="Input">∂J/∂x; empty where it was not asked for.</param>
internal sealed record GradientAnswer(float Cost, Guarded Gradient, Guarded Input)
{
    public bool SameBits(GradientAnswer other) =>
        BitConverter.SingleToInt32Bits(Cost) == BitConverter.SingleToInt32Bits(other.Cost) && Gradient.SameBits(other.Gradient) && Input.SameBits(other.Input);
}
