namespace NetGen.Generator;

internal sealed record PoolDeclaration(
    int Attribute, string? Name, string? From, string KindWritten, EquatableArray<WindowAxis> Axes, bool Truncate, bool IncludePadding)
    : WindowDeclaration(Attribute, Name, From, KindWritten, Axes, Truncate)
{
    public override string Title => Axes.Count == 0 ? Kind : $"{Kind}({Kernels})";
}
