using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000) over a sequence
/// [T, F]: with z = Wᵢ·xₜ + bᵢ + Wₛ·hₜ₋₁ + bₛ in four parts, i = σ(zᵢ), f = σ(z_f), g = tanh(z_g), o = σ(zₒ),
/// cₜ = f·cₜ₋₁ + i·g, hₜ = o·tanh(cₜ), with h₀ = c₀ = 0. Its output is the last state h [units], or with
/// <see cref="Sequence"/> all of them [T, units].
/// </summary>
/// <remarks>
/// InputWeights Wᵢ [4·units, F], StateWeights Wₛ [4·units, units], InputBias bᵢ [4·units] and StateBias bₛ [4·units] are
/// PyTorch's weight_ih, weight_hh, bias_ih and bias_hh, with the gates in its order i, f, g, o. All are drawn uniformly
/// from ±1/√units, as PyTorch draws them, those of the forget gate too.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class LSTMAttribute : LearningLayerAttribute
{
    /// <summary>Declares a layer of long short-term memory.</summary>
    /// <param name="units">The numbers of a state, at least 1.</param>
    public LSTMAttribute(int units) => Units = units;

    /// <summary>The numbers of a state.</summary>
    public int Units { get; }

    /// <inheritdoc cref="RecurrentAttribute.Sequence"/>
    public bool Sequence { get; set; }

    /// <inheritdoc cref="RecurrentAttribute.Bidirectional"/>
    public bool Bidirectional { get; set; }

    /// <inheritdoc cref="RecurrentAttribute.Bias"/>
    public bool Bias { get; set; } = true;

    /// <inheritdoc cref="RecurrentAttribute.State"/>
    public string? State { get; set; }

    /// <summary>
    /// The name of the cell c that the layer starts from, as <see cref="State"/> is that of h; one of them needs the other.
    /// Default null: zero.
    /// </summary>
    public string? Cell { get; set; }

    /// <inheritdoc cref="RecurrentAttribute.Lengths"/>
    public string? Lengths { get; set; }

    /// <inheritdoc cref="RecurrentAttribute.BackSteps"/>
    public int BackSteps { get; set; }
}
