using static System.FormattableString;

namespace NetGen;

/// <summary>A penalty on weights in the cost: λ/2·‖W‖² + λ₁·Σ|w|, with λ = L2/Examples and λ₁ = L1/Examples.</summary>
/// <param name="L1">λ₁ before it is divided, finite and at least 0.</param>
/// <param name="L2">λ before it is divided, finite and at least 0.</param>
/// <param name="Node">The node whose parameters are penalized; null for every one that no other penalty names.</param>
/// <param name="Biases">Whether tensors of one axis are penalized too: biases, and scales of normalizations.</param>
/// <param name="Proximal">Whether L1 is left to <see cref="Training.Proximal"/> and not in the gradient.</param>
/// <param name="Examples">What λ and λ₁ are divided by, at least 1.</param>
public sealed record PenaltyDescription(double L1, double L2, int? Node = null, bool Biases = false, bool Proximal = false, int Examples = 1)
{
    /// <summary>λ₁ as it stands in the cost.</summary>
    public double Lambda1 => L1 / Examples;

    /// <summary>λ as it stands in the cost.</summary>
    public double Lambda2 => L2 / Examples;

    /// <summary>The penalty in short: <c>L1 0.001, L2 0.0001, proximal</c>.</summary>
    public string Summary => Invariant($"L1 {L1}, L2 {L2}{(Examples == 1 ? "" : Invariant($", over {Examples} examples"))}{(Biases ? ", biases too" : "")}{(Proximal ? ", proximal" : "")}");
}
