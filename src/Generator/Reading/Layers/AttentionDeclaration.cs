namespace NetGen.Generator;

internal sealed record AttentionDeclaration(int Attribute, string? Name, string? From, int Heads, bool Causal, bool Bias)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => "Attention";

    public override string Title => $"Attention({Text.Number(Heads)})";

    public override string? ParametersType => "AttentionParameters";
}
