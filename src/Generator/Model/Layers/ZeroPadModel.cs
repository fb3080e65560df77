using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>Zeros around every channel.</summary>
internal sealed record ZeroPadModel(string Name, EquatableArray<int> Inputs, Shape Output, Shape Input, int Left, int Right, int Top, int Bottom)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"ZeroPad {Left}, {Right}, {Top}, {Bottom}";

    public override string Kind => "ZeroPad";

    public override IEnumerable<object> Description => [Left, Right, Top, Bottom];
}
