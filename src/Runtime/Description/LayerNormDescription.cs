using System.Collections.Immutable;

namespace NetGen;

/// <summary>Layer normalization: y = (x − μ)/√(σ² + ε) · γ + β.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Axes">How many axes are normalized together, the last ones.</param>
/// <param name="Affine">Whether there are γ and β.</param>
/// <param name="Epsilon">ε.</param>
public sealed record LayerNormDescription(string Name, ImmutableArray<int> Inputs, int Axes = 1, bool Affine = true, double Epsilon = 1e-5)
    : RowNormDescription(Name, Inputs, Axes, Affine, Epsilon)
{
    private protected override string Kind => "LayerNorm";

    internal override bool IsCentered => true;
}
