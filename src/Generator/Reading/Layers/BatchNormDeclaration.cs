namespace NetGen.Generator;

internal sealed record BatchNormDeclaration(int Attribute, string? Name, string? From, bool Affine, double Epsilon, double Momentum)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "BatchNorm";

    public override string Title => Kind;

    public override string? ParametersType => Affine ? "NormParameters" : null;
}
