using System.Collections.Generic;

namespace NetGen.Generator;

internal sealed record ConcatModel(string Name, EquatableArray<int> Inputs, Shape Output, int Axis)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Concat {Inputs.Count} along axis {Axis}";

    public override string Kind => "Concat";

    public override IEnumerable<object> Description => [Axis];
}
