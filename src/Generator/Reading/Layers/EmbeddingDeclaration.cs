namespace NetGen.Generator;

internal sealed record EmbeddingDeclaration(int Attribute, string? Name, string? From, int Symbols, int Size)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Embedding";

    public override string Title => $"Embedding({Text.Number(Symbols)}, {Text.Number(Size)})";

    public override string? ParametersType => "TableParameters";
}
