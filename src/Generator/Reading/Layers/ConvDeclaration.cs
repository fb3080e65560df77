namespace NetGen.Generator;

internal sealed record ConvDeclaration(
    int Attribute, string? Name, string? From, string Kind, int Channels, EquatableArray<WindowAxis> Axes, bool Same, bool Causal, bool Truncate,
    int Groups, EnumValue Activation, bool Bias, EnumValue Initializer, double? Scale, double? Slope)
    : WindowDeclaration(Attribute, Name, From, Kind, Axes, Truncate)
{
    public override string Title => $"{Kind}({Text.Number(Channels)}, {Kernels}{(Activation.Name == "Identity" ? "" : $", {Activation.Name}")})";

    public override string? ParametersType => "ConvParameters";
}
