namespace NetGen.Generator;

internal sealed record DropoutDeclaration(int Attribute, string? Name, string? From, double Rate)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Dropout";

    public override string Title => $"Dropout({Text.Number(Rate)})";
}
