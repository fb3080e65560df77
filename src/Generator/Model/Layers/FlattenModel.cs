namespace NetGen.Generator;

internal sealed record FlattenModel(string Name, EquatableArray<int> Inputs, Shape Output)
    : LayerModel(Name, Inputs, Output)
{
    public override string Title => "Flatten";

    public override string Kind => "Flatten";

    public override bool IsView(bool training) => true;
}
