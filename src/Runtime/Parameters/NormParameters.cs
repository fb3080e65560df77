using System;

namespace NetGen;

/// <summary>What a normalization of a network learns.</summary>
public readonly struct NormParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterTensor weights;
    private readonly ParameterTensor? bias;

    /// <summary>Views of a layer's tensors.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="weights">γ.</param>
    /// <param name="bias">β, or null for a layer without one.</param>
    public NormParameters(AlignedBuffer<float> buffer, ParameterTensor weights, ParameterTensor? bias)
    {
        this.buffer = buffer;
        this.weights = weights;
        this.bias = bias;
    }

    /// <summary>γ, by which what is normalized is multiplied.</summary>
    public ParameterView Weights => new(buffer, weights);

    /// <summary>β, which is added then.</summary>
    /// <exception cref="InvalidOperationException">The layer is an RMSNorm, which has none.</exception>
    public ParameterView Bias => new(buffer, bias ?? throw new InvalidOperationException($"{weights.Name} stands without a bias: an RMSNorm adds nothing."));
}
