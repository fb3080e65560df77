using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>y = x where x > 0, else a·x, with one a or one of every channel.</summary>
internal sealed record PReLUModel(string Name, EquatableArray<int> Inputs, Shape Output, bool PerChannel)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => PerChannel ? "PReLU per channel" : Kind;

    public override string Kind => "PReLU";

    public override IEnumerable<object> Description => [PerChannel];

    /// <summary>How many slopes there are.</summary>
    public int Channels => PerChannel && Output.IsKnown ? Output.Sizes[0] : 1;

    /// <summary>The elements that share a slope.</summary>
    public int Pixels => (int)(Output.Elements / Channels);

    public override EquatableArray<ParameterModel> Parameters => new[] { new ParameterModel("Weights", new Shape(Channels), InPanels: false) }.ToEquatableArray();

    public override bool KeepsInput => true;

    public override bool RereadsParameters => true;

    public override bool ReadsUnpadded => true;
}
