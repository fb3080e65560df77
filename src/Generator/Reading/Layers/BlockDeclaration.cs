namespace NetGen.Generator;

/// <summary>Layers of another class. The checker writes them out before it looks at any layer.</summary>
/// <param name="Block">The class, as it is written.</param>
/// <param name="Target">What that class is.</param>
/// <param name="Index">Which of the blocks of the declaration it is, where it is one.</param>
/// <param name="Assembly">The assembly that it lies in, where that is another.</param>
internal sealed record BlockDeclaration(int Attribute, string? Name, string? From, string Block, int Times, BlockTarget Target, int Index, string? Assembly)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => NetworkAttributes.Block;

    public override string Title => Times == 1 ? $"Block({Block})" : $"Block({Block}, Times = {Text.Number(Times)})";

    /// <summary>What the names of its layers start with.</summary>
    public string Stem => Name ?? Block;
}

/// <summary>What [Block] names.</summary>
internal enum BlockTarget
{
    Block,
    Nothing,
    NoClass,
    OtherAssembly,
    Network,
    WithoutLayers,

    /// <summary>A class with a mistake that is said of the class itself.</summary>
    Wrong,
}
