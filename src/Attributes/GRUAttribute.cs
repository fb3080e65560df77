using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Gated recurrent units (Cho et al., 2014) over a sequence [T, F]: with a = Wᵢ·xₜ + bᵢ and s = Wₛ·hₜ₋₁ + bₛ in three
/// parts each, r = σ(aᵣ + sᵣ), z = σ(a_z + s_z), n = tanh(aₙ + r·sₙ), hₜ = (1 − z)·n + z·hₜ₋₁, with h₀ = 0. Its output is the
/// last state [units], or with <see cref="Sequence"/> all of them [T, units].
/// </summary>
/// <remarks>
/// InputWeights Wᵢ [3·units, F], StateWeights Wₛ [3·units, units], InputBias bᵢ [3·units] and StateBias bₛ [3·units] are
/// PyTorch's weight_ih, weight_hh, bias_ih and bias_hh, with the gates in its order r, z, n. As there, r stands after
/// the product with the state; in the paper it stands before. All are drawn uniformly from ±1/√units, as PyTorch draws
/// them.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class GRUAttribute : LearningLayerAttribute
{
    /// <summary>Declares a layer of gated recurrent units.</summary>
    /// <param name="units">The numbers of a state, at least 1.</param>
    public GRUAttribute(int units) => Units = units;

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

    /// <inheritdoc cref="RecurrentAttribute.Lengths"/>
    public string? Lengths { get; set; }

    /// <inheritdoc cref="RecurrentAttribute.BackSteps"/>
    public int BackSteps { get; set; }
}
