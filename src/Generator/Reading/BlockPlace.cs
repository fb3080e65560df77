namespace NetGen.Generator;

/// <summary>Where a layer stands that a block brings.</summary>
/// <param name="Block">How a message calls the attribute that brings it: <c>Block(ResidualUnit, Times = 50)</c>.</param>
/// <param name="IsNamed">Whether that attribute has a name of its own.</param>
/// <param name="Words">The place in a sentence: <c>in repetition 3 of ResidualUnit</c>.</param>
/// <param name="Origin">Which layer of which block it is; the same in every repetition.</param>
/// <param name="Inputs">The nodes that it takes; <see cref="Given"/> for the one that the attribute names in From.</param>
/// <param name="IsWrong">Whether its block has a mistake, which is said of the block alone.</param>
internal sealed record BlockPlace(string Block, bool IsNamed, string Words, string Origin, EquatableArray<int> Inputs, bool IsWrong)
{
    public const int Given = -2;

    /// <summary>The node whose parameters it uses, or null for its own.</summary>
    public int? Shares { get; init; }
}
