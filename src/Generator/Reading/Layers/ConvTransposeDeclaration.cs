namespace NetGen.Generator;

/// <param name="OutputPaddings">What the output has more along every axis.</param>
internal sealed record ConvTransposeDeclaration(
    int Attribute, string? Name, string? From, string Kind, int Channels, EquatableArray<WindowAxis> Axes, EquatableArray<int> OutputPaddings,
    int Groups, EnumValue Activation, bool Bias, EnumValue Initializer, double? Scale, double? Slope)
    : WindowDeclaration(Attribute, Name, From, Kind, Axes, Truncate: false)
{
    public override string Title => $"{Kind}({Text.Number(Channels)}, {Kernels}{(Activation.Name == "Identity" ? "" : $", {Activation.Name}")})";

    public override string? ParametersType => "ConvParameters";
}
