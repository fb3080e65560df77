namespace NetGen.Generator;

internal sealed record AddModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => $"Add {Inputs.Count}";

    public override string Kind => "Add";
}
