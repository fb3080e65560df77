namespace NetGen.Generator;

/// <param name="Layer">The layer that it was written with, as in <c>[Dense(10, Activation.ReLU)]</c>; or null.</param>
internal sealed record ActivateDeclaration(
    int Attribute, string? Name, string? From, EnumValue Activation, double? Slope, LayerDeclaration? Layer = null)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Activate";

    public override string Title => Layer?.Title ?? $"Activate({Activation.Name})";
}
