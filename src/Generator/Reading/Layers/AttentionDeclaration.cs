using System;

namespace NetGen.Generator;

/// <summary>A self-attention.</summary>
/// <param name="Lengths">The name of the number of its steps, or null.</param>
internal sealed record AttentionDeclaration(int Attribute, string? Name, string? From, int Heads, bool Causal, bool Bias, string? Lengths)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Attention";

    public override string Title => $"Attention({Text.Number(Heads)})";

    public override EquatableArray<string> With { get; } = (Lengths is null ? Array.Empty<string>() : [Lengths]).ToEquatableArray();

    public override string? ParametersType => "AttentionParameters";
}
