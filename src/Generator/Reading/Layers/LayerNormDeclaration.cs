namespace NetGen.Generator;

/// <summary>What is written of a normalization of each example.</summary>
/// <param name="KindWritten">LayerNorm or RMSNorm.</param>
internal sealed record LayerNormDeclaration(int Attribute, string? Name, string? From, string KindWritten, int Axes, bool Affine, double Epsilon)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => KindWritten;

    public override string Title => Kind;

    public override string? ParametersType => Affine ? "NormParameters" : null;
}
