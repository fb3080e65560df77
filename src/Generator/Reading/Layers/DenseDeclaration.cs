namespace NetGen.Generator;

internal sealed record DenseDeclaration(
    int Attribute, string? Name, string? From, int Units, EnumValue Activation, bool Bias, EnumValue Initializer, double? Scale, double? Slope)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Dense";

    public override string Title =>
        Activation.Name == "Identity" ? $"Dense({Text.Number(Units)})" : $"Dense({Text.Number(Units)}, {Activation.Name})";

    public override string ParametersType => "DenseParameters";
}
