using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>y[t] = W[x[t]], with W [symbols, size] row by row.</summary>
internal sealed record EmbeddingModel(string Name, EquatableArray<int> Inputs, Shape Output, int Steps, int Symbols, int Size)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Embedding of {Text.Count(Symbols)} symbols → {Text.Number(Size)}";

    public override string Kind => "Embedding";

    public override IEnumerable<object> Description => [Symbols, Size];

    public override EquatableArray<ParameterModel> Parameters =>
        new[] { new ParameterModel("Weights", new Shape(Symbols, Size), InPanels: false) }.ToEquatableArray();

    public override bool KeepsInput => true;

    public override bool ReadsUnpadded => true;

    public override bool ReadsWhole => true;
}
