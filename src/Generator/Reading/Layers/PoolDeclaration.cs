namespace NetGen.Generator;

internal sealed record PoolDeclaration(
    int Attribute, string? Name, string? From, string Kind, EquatableArray<WindowAxis> Axes, bool Truncate, bool IncludePadding)
    : WindowDeclaration(Attribute, Name, From, Kind, Axes, Truncate)
{
    public override string Title => Axes.Count == 0 ? Kind : $"{Kind}({Kernels})";
}
