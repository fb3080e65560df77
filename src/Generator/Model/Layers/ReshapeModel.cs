using System.Collections.Generic;

namespace NetGen.Generator;

internal sealed record ReshapeModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Reshape {Output}";

    public override string Kind => "Reshape";

    public override IEnumerable<object> Description => [Output];

    public override bool IsView(bool training) => true;
}
