namespace NetGen.Kernels;

/// <summary>What a normalization of each example computes: y = (x − μ)·r·γ + β in every group of its elements, r = 1/√(σ² + ε).</summary>
/// <param name="groups">The groups of an example, at least 1; they lie one after another.</param>
/// <param name="length">The elements of a group, at least 1.</param>
/// <param name="epsilon">ε, above 0.</param>
/// <param name="centered">Whether μ is the mean; otherwise it is 0, and σ² the mean of the squares.</param>
public readonly struct LayerNormSizes(int groups, int length, float epsilon, bool centered)
{
    internal readonly int Groups = groups;
    internal readonly int Length = length;
    internal readonly float Epsilon = epsilon;
    internal readonly bool Centered = centered;

    /// <summary>The elements of an example.</summary>
    internal int Elements => Groups * Length;
}
