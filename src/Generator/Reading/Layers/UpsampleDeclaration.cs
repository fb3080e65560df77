namespace NetGen.Generator;

internal sealed record UpsampleDeclaration(int Attribute, string? Name, string? From, int Factor)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Upsample";

    public override string Title => $"Upsample({Text.Number(Factor)})";
}
