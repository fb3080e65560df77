namespace NetGen.Generator;

/// <param name="Written">The names as they are written.</param>
internal sealed record ConcatDeclaration(int Attribute, string? Name, string? From, EquatableArray<string> With, string Written, int Axis)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Concat";

    public override string Title => $"Concat({Written})";

    public override EquatableArray<string> With { get; } = With;
}
