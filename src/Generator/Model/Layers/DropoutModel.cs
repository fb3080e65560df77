using System.Collections.Generic;

namespace NetGen.Generator;

internal sealed record DropoutModel(string Name, EquatableArray<int> Inputs, Shape Output, double Rate)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Dropout {Text.Number(Rate)}";

    public override string Kind => "Dropout";

    public override IEnumerable<object> Description => [Rate];

    public override bool IsView(bool training) => !training || Rate == 0;
}
