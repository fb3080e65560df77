using System;
using System.Collections.Generic;

namespace NetGen.Generator;

internal sealed record DropoutModel(string Name, EquatableArray<int> Inputs, Shape Output, double Rate, bool Classical)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Dropout {Text.Number(Rate)}{(Classical ? ", classical" : "")}";

    public override string Kind => "Dropout";

    public override IEnumerable<object> Description => [Rate, .. Classical ? [true] : Array.Empty<object>()];

    public override bool IsView(bool training) => Rate == 0 || !(training || Classical);
}
