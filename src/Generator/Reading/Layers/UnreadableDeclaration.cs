namespace NetGen.Generator;

/// <summary>A layer whose attribute the compiler already rejects, or a mistake that is reported; nothing is known of it, and nothing is said.</summary>
internal sealed record UnreadableDeclaration(int Attribute, string? Name, string? From, string Kind)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind { get; } = Kind;

    public override string Title => Kind;

    /// <summary>What the names start with that it would bring, were it right; null where it brings none.</summary>
    public string? Stem { get; init; }
}
