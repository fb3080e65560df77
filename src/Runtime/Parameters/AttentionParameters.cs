using System;

namespace NetGen;

/// <summary>The parameters of a self-attention of a network. Queries, keys and values lie one after another.</summary>
public readonly struct AttentionParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterLayout layout;
    private readonly int first;
    private readonly bool bias;

    /// <summary>Views of a layer's tensors.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="layout">Where its tensors lie.</param>
    /// <param name="first">The layer's first tensor, by its place among them.</param>
    /// <param name="bias">Whether the layer has biases.</param>
    public AttentionParameters(AlignedBuffer<float> buffer, ParameterLayout layout, int first, bool bias)
    {
        this.buffer = buffer;
        this.layout = layout;
        this.first = first;
        this.bias = bias;
    }

    /// <summary>Wᵢ [3·F, F].</summary>
    public ParameterView InputWeights => View(0);

    /// <summary>Wₒ [F, F].</summary>
    public ParameterView OutputWeights => View(1);

    /// <summary>bᵢ [3·F].</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public ParameterView InputBias => bias ? View(2) : throw NoBias();

    /// <summary>bₒ [F].</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public ParameterView OutputBias => bias ? View(3) : throw NoBias();

    private ParameterView View(int tensor) => new(buffer, layout.Tensors[first + tensor]);

    private InvalidOperationException NoBias() =>
        new($"{layout.Tensors[first].Name} stands without a bias: the layer is declared with Bias = false.");
}
