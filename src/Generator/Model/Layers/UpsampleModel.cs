using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>Every element repeated along each axis of its channel.</summary>
internal sealed record UpsampleModel(string Name, EquatableArray<int> Inputs, Shape Output, Shape Input, int Factor)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Upsample {Factor}";

    public override string Kind => "Upsample";

    public override IEnumerable<object> Description => [Factor];
}
