using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>z = W·x + b.</summary>
internal sealed record DenseModel(
    string Name, EquatableArray<int> Inputs, Shape Output, int InputSize, int Units, bool Bias, string Initializer, double? Scale)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Dense {InputSize} → {Units}{(Bias ? "" : ", no bias")}";

    public override string Kind => "Dense";

    public override IEnumerable<object> Description =>
        [Units, Bias, new EnumMember("Initializer", Initializer), .. Scale is { } scale ? [scale] : Array.Empty<object>()];

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", new Shape(Units, InputSize), InPanels: true), new ParameterModel("Bias", new Shape(Units), InPanels: false) }
            .Take(Bias ? 2 : 1).ToEquatableArray();

    public override long MultiplyAdds => (long)InputSize * Units;

    public override bool TakesUnpadded => true;

    public override bool KeepsInput => true;
}
