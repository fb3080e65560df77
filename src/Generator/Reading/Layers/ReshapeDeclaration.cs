namespace NetGen.Generator;

internal sealed record ReshapeDeclaration(int Attribute, string? Name, string? From, EquatableArray<int> Sizes)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Reshape";

    public override string Title => $"Reshape({Text.List(Sizes)})";
}
