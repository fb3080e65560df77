using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>y = x + p, with p the sinusoids of the places or the weights [T, F].</summary>
internal sealed record PositionalEncodingModel(string Name, EquatableArray<int> Inputs, Shape Output, bool Learned)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => Learned ? "PositionalEncoding, learned" : "PositionalEncoding";

    public override string Kind => "PositionalEncoding";

    public override IEnumerable<object> Description => [Learned];

    public override EquatableArray<ParameterModel> Parameters =>
        (Learned ? [new ParameterModel("Weights", Output, InPanels: false)] : Array.Empty<ParameterModel>()).ToEquatableArray();
}
