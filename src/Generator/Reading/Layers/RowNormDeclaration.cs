namespace NetGen.Generator;

/// <summary>What is written of a normalization of each example.</summary>
/// <param name="Kind">LayerNorm or RMSNorm.</param>
internal sealed record RowNormDeclaration(int Attribute, string? Name, string? From, string Kind, int Axes, bool Affine, double Epsilon)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind { get; } = Kind;

    public override string Title => Kind;

    public override string? ParametersType => Affine ? "NormParameters" : null;
}
