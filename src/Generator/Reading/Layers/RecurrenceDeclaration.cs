using System.Linq;

namespace NetGen.Generator;

/// <summary>A recurrent layer of any kind.</summary>
/// <param name="Activation">Of a simple recurrent layer; null for the others.</param>
/// <param name="State">The name of the state that it starts from, or null.</param>
/// <param name="Cell">The name of the cell that it starts from, or null.</param>
/// <param name="Lengths">The name of the number of its steps, or null.</param>
internal sealed record RecurrenceDeclaration(
    int Attribute, string? Name, string? From, string Kind, int Units, EnumValue? Activation, bool Sequence, bool Bidirectional, bool Bias,
    string? State, string? Cell, string? Lengths, int BackSteps)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind { get; } = Kind;

    public override string Title =>
        Activation is null or { Name: "Tanh" } ? $"{Kind}({Text.Number(Units)})" : $"{Kind}({Text.Number(Units)}, {Activation.Name})";

    public override EquatableArray<string> With { get; } = new[] { State, Cell, Lengths }.OfType<string>().ToEquatableArray();

    public override string? ParametersType => "RecurrentParameters";
}
