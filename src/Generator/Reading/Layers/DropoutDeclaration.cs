namespace NetGen.Generator;

internal sealed record DropoutDeclaration(int Attribute, string? Name, string? From, double Rate, bool Classical)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Dropout";

    public override string Title => $"Dropout({Text.Number(Rate)})";
}
