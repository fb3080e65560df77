namespace NetGen.Generator;

/// <param name="Sizes">One size for all sides, or left and right, or left, right, top and bottom.</param>
internal sealed record ZeroPadDeclaration(int Attribute, string? Name, string? From, EquatableArray<int> Sizes)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "ZeroPad";

    public override string Title => $"ZeroPad({Text.List(Sizes)})";
}
