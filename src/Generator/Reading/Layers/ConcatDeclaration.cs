namespace NetGen.Generator;

internal sealed record ConcatDeclaration(int Attribute, string? Name, string? From, EquatableArray<string> With, int Axis)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Concat";

    public override string Title => $"Concat({Text.List(With)})";

    public override EquatableArray<string> With { get; } = With;
}
