namespace NetGen.Generator;

/// <param name="PoolKind">The attribute's name.</param>
/// <param name="Kernel">The sizes of the window as written; none where the pooling is global.</param>
/// <param name="Stride">The stride as written, or null.</param>
/// <param name="Padding">The padding as written, or null.</param>
internal sealed record PoolDeclaration(
    int Attribute, string? Name, string? From, string PoolKind, EquatableArray<int> Kernel,
    WrittenSize Stride, WrittenSize Padding, bool Truncate, bool IncludePadding)
    : LayerDeclaration(Attribute, Name, From)
{
    public override string Kind => PoolKind;

    public override string Title => Kernel.Count == 0 ? PoolKind : $"{PoolKind}({Text.List(Kernel)})";
}

/// <summary>A size of both axes, and what is written of one of them.</summary>
internal sealed record WrittenSize(int? Both, int? Height, int? Width);
