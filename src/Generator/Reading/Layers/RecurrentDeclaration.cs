namespace NetGen.Generator;

/// <summary>A recurrent layer of any kind.</summary>
/// <param name="Activation">Of a simple recurrent layer; null for the others.</param>
internal sealed record RecurrentDeclaration(
    int Attribute, string? Name, string? From, string KindWritten, int Units, EnumValue? Activation, bool Sequence, bool Bidirectional, bool Bias)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => KindWritten;

    public override string Title =>
        Activation is null or { Name: "Tanh" } ? $"{Kind}({Text.Number(Units)})" : $"{Kind}({Text.Number(Units)}, {Activation.Name})";

    public override string? ParametersType => "RecurrentParameters";
}
