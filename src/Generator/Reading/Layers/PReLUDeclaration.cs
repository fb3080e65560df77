namespace NetGen.Generator;

internal sealed record PReLUDeclaration(int Attribute, string? Name, string? From, bool PerChannel)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "PReLU";

    public override string Title => PerChannel ? "PReLU(PerChannel = true)" : Kind;

    public override string? ParametersType => "SlopeParameters";
}
