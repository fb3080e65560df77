namespace NetGen.Generator;

internal sealed record FlattenDeclaration(int Attribute, string? Name, string? From)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Flatten";

    public override string Title => "Flatten";
}
