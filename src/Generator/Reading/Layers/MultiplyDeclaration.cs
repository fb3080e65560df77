namespace NetGen.Generator;

internal sealed record MultiplyDeclaration(int Attribute, string? Name, string? From, string By)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Multiply";

    public override string Title => $"Multiply({Text.Quote(By)})";

    public override EquatableArray<string> With => new[] { By }.ToEquatableArray();
}
