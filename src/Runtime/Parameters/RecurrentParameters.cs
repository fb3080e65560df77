using System;

namespace NetGen;

/// <summary>The parameters of a recurrent layer of a network. Gates lie one after another: i, f, g, o of an LSTM, r, z, n of a GRU.</summary>
public readonly struct RecurrentParameters
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterLayout layout;
    private readonly int first;
    private readonly bool bias;
    private readonly bool bidirectional;

    /// <summary>Views of a layer's tensors.</summary>
    /// <param name="buffer">The parameters of the network.</param>
    /// <param name="layout">Where its tensors lie.</param>
    /// <param name="first">The layer's first tensor, by its place among them.</param>
    /// <param name="bias">Whether the layer has biases.</param>
    /// <param name="bidirectional">Whether the layer has a backward direction.</param>
    public RecurrentParameters(AlignedBuffer<float> buffer, ParameterLayout layout, int first, bool bias, bool bidirectional)
    {
        this.buffer = buffer;
        this.layout = layout;
        this.first = first;
        this.bias = bias;
        this.bidirectional = bidirectional;
    }

    /// <summary>Wᵢ [gates·units, inputs].</summary>
    public ParameterView InputWeights => View(0);

    /// <summary>Wₛ [gates·units, units].</summary>
    public ParameterView StateWeights => View(1);

    /// <summary>bᵢ [gates·units].</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public ParameterView InputBias => bias ? View(2) : throw NoBias();

    /// <summary>bₛ [gates·units].</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public ParameterView StateBias => bias ? View(3) : throw NoBias();

    /// <summary>The parameters of the direction that reads the sequence from its end.</summary>
    /// <exception cref="InvalidOperationException">The layer reads forward only.</exception>
    public RecurrentParameters Reverse => bidirectional
        ? new(buffer, layout, first + (bias ? 4 : 2), bias, bidirectional: false)
        : throw new InvalidOperationException($"{layout.Tensors[first].Name} stands without a reverse: the layer is declared without Bidirectional = true, or this is its reverse.");

    private ParameterView View(int tensor) => new(buffer, layout.Tensors[first + tensor]);

    private InvalidOperationException NoBias() =>
        new($"{layout.Tensors[first].Name} stands without a bias: the layer is declared with Bias = false.");
}
