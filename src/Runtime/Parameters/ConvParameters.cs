using System;

namespace NetGen;

/// <summary>The parameters of a convolution of a network, or of a transposed one.</summary>
public readonly struct ConvParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterTensor weights;
    private readonly ParameterTensor? bias;

    /// <summary>Views of a layer's tensors.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="weights">W.</param>
    /// <param name="bias">b, or null for a layer without one.</param>
    public ConvParameters(AlignedBuffer<float> buffer, ParameterTensor weights, ParameterTensor? bias)
    {
        this.buffer = buffer;
        this.weights = weights;
        this.bias = bias;
    }

    /// <summary>
    /// W [filters, channels / groups, kernelHeight, kernelWidth], of a signal [filters, channels / groups, kernel]; of a
    /// transposed convolution the input's channels come first: [channels, filters / groups, …].
    /// </summary>
    public ParameterView Weights => new(buffer, weights);

    /// <summary>b [filters].</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public ParameterView Bias => new(buffer, bias ?? throw new InvalidOperationException($"{weights.Name} stands without a bias: the layer is declared with Bias = false."));
}
