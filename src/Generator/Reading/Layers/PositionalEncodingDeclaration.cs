namespace NetGen.Generator;

internal sealed record PositionalEncodingDeclaration(int Attribute, string? Name, string? From, bool Learned)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "PositionalEncoding";

    public override string Title => Learned ? "PositionalEncoding(Learned = true)" : "PositionalEncoding";

    public override string? ParametersType => Learned ? "TableParameters" : null;
}
