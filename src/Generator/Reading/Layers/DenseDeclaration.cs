namespace NetGen.Generator;

internal sealed record DenseDeclaration(
    int Attribute, string? Name, string? From, int Units, EnumValue Activation, bool Bias, bool PerStep, EnumValue Initializer, double? Scale, double? Slope)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Dense";

    public override string Title =>
        $"Dense({Text.Number(Units)}{(Activation.Name == "Identity" ? "" : $", {Activation.Name}")}{(PerStep ? ", PerStep" : "")})";

    public override string? ParametersType => "DenseParameters";
}
