namespace NetGen.Generator;

internal sealed record AddDeclaration(int Attribute, string? Name, string? From, EquatableArray<string> With)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Add";

    public override string Title => $"Add({Text.List(With)})";

    public override EquatableArray<string> With { get; } = With;
}
