namespace NetGen.Generator;

/// <param name="Written">The names as they are written.</param>
internal sealed record AddDeclaration(int Attribute, string? Name, string? From, EquatableArray<string> With, string Written)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Add";

    public override string Title => $"Add({Written})";

    public override EquatableArray<string> With { get; } = With;
}
