using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// A simple recurrent layer (Elman, 1990) over a sequence [T, F]: hₜ = ψ(Wᵢ·xₜ + bᵢ + Wₛ·hₜ₋₁ + bₛ) with h₀ = 0, where ψ
/// is tanh or ReLU. Its output is the last state [units], or with <see cref="Sequence"/> all of them [T, units].
/// </summary>
/// <remarks>
/// InputWeights Wᵢ [units, F], StateWeights Wₛ [units, units], InputBias bᵢ [units] and StateBias bₛ [units] are PyTorch's
/// weight_ih, weight_hh, bias_ih and bias_hh. All are drawn uniformly from ±1/√units, as PyTorch draws them.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class RecurrentAttribute : LearningLayerAttribute
{
    /// <summary>Declares a simple recurrent layer.</summary>
    /// <param name="units">The numbers of a state, at least 1.</param>
    /// <param name="activation">ψ: <see cref="NetGen.Activation.Tanh"/> or <see cref="NetGen.Activation.ReLU"/>.</param>
    public RecurrentAttribute(int units, Activation activation = Activation.Tanh)
    {
        Units = units;
        Activation = activation;
    }

    /// <summary>The numbers of a state.</summary>
    public int Units { get; }

    /// <summary>ψ.</summary>
    public Activation Activation { get; }

    /// <summary>Whether the output is the states of all steps [T, units] instead of the last one [units]. Default false.</summary>
    public bool Sequence { get; set; }

    /// <summary>
    /// Whether a second layer with weights of its own reads the sequence from its end (Schuster and Paliwal, 1997).
    /// Every state is then the two side by side, [2·units]; the last state is the forward one's after the last step and
    /// the backward one's after the first. Default false.
    /// </summary>
    public bool Bidirectional { get; set; }

    /// <summary>Whether the layer has the biases bᵢ and bₛ. Default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// The name of what the layer starts from instead of zero: a vector [units], or [2·units] where it is bidirectional,
    /// the forward state and behind it the backward one. Gradients go back into it. Default null: zero.
    /// </summary>
    public string? State { get; set; }

    /// <summary>
    /// The name of an input [1] that says how many of its steps a sequence has, a whole number from 1 to T. What lies behind
    /// them is not read: the last state is the one after the last of them, with <see cref="Sequence"/> the outputs behind
    /// are zero, as PyTorch's <c>pad_packed_sequence</c> leaves them, and the backward direction starts at the last of
    /// them. Default null: T.
    /// </summary>
    public string? Lengths { get; set; }

    /// <summary>
    /// How many steps gradients of the state go back at most (Williams and Peng, 1990): before every step that is a multiple
    /// of it, counted in the direction of reading, the state is taken for a constant; what is predicted stays as it is.
    /// Default 0: all steps.
    /// </summary>
    public int BackSteps { get; set; }
}
