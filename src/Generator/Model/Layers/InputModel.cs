using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>One of several inputs: a part of the row that goes in.</summary>
/// <param name="Offset">The elements of the row before it.</param>
internal sealed record InputModel(string Name, EquatableArray<int> Inputs, Shape Output, int Offset)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Input {Output}";

    public override string Kind => "Input";

    public override IEnumerable<object> Description => [Output, Offset];

    public override bool ReadsUnpadded => true;
}
