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

    public override IEnumerable<object> Description => Describe(perStep: false);

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", new Shape(Units, InputSize), InPanels: true), new ParameterModel("Bias", new Shape(Units), InPanels: false) }
            .Take(Bias ? 2 : 1).ToEquatableArray();

    public override long MultiplyAdds => (long)InputSize * Units;

    public override bool KeepsInput => true;

    public override bool RereadsParameters => true;

    public override bool TransposesWeights => true;

    public override bool TakesActivation => true;

    public override bool ReadsUnpadded => true;

    /// <summary>Whether one row of it is summed as in a batch, in the order of its inputs: for a step of a sequence, whose steps are a batch.</summary>
    public bool InOrder { get; init; }

    public IEnumerable<object> Describe(bool perStep) =>
        [Units, Bias, perStep, new EnumMember("Initializer", Initializer), .. Scale is { } scale ? [scale] : Array.Empty<object>()];
}
