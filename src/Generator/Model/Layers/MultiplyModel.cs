namespace NetGen.Generator;

internal sealed record MultiplyModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => "Multiply";

    public override string Kind => "Multiply";

    public override bool KeepsInput => true;
}
