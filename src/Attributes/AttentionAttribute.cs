using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Multi-head self-attention over a sequence [T, F] (Vaswani et al., 2017): with q, k and v the parts of
/// x·Wᵢᵀ + bᵢ, each cut into <see cref="Heads"/> heads of F/heads numbers, a head is softmax(q·kᵀ/√(F/heads))·v, and
/// y = [head₁, head₂, …]·Wₒᵀ + bₒ, [T, F].
/// </summary>
/// <remarks>
/// InputWeights Wᵢ [3·F, F], OutputWeights Wₒ [F, F], InputBias bᵢ [3·F] and OutputBias bₒ [F] are in_proj_weight,
/// out_proj.weight, in_proj_bias and out_proj.bias of PyTorch's <c>MultiheadAttention</c> and drawn as there: Wᵢ
/// uniformly from ±√(6/(4·F)) (Glorot and Bengio, 2010), Wₒ from ±1/√F, the biases are 0.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class AttentionAttribute : LearningLayerAttribute
{
    /// <summary>Declares a self-attention.</summary>
    /// <param name="heads">The number of heads, at least 1; it divides F.</param>
    public AttentionAttribute(int heads) => Heads = heads;

    /// <summary>The number of heads.</summary>
    public int Heads { get; }

    /// <summary>Whether a step attends to itself and the steps before it only.</summary>
    public bool Causal { get; set; }

    /// <summary>
    /// The name of an input [1] that says how many of its steps a sequence has, a whole number from 1 to T. No step attends
    /// to what lies behind them, as with PyTorch's <c>key_padding_mask</c>; the steps behind attend to the sequence like any
    /// other, and their outputs are computed. Default null: T.
    /// </summary>
    public string? Lengths { get; set; }

    /// <summary>Whether there are biases; true by default.</summary>
    public bool Bias { get; set; } = true;
}
