namespace NetGen.Generator;

/// <summary>One of several inputs.</summary>
internal sealed record InputPartDeclaration(int Attribute, string? Name, EquatableArray<int> Sizes)
    : LayerDeclaration(Attribute, Name, From: null)
{
    public override string Kind => NetworkAttributes.Input;

    public override string Title => $"Input({Text.List(Sizes)})";
}
