namespace NetGen.Generator;

/// <summary>
/// A network whose names are resolved and whose shapes fit. Node 0 is the input, node i the output of layer i
/// (counted from 1); the last layer's output is the network's.
/// </summary>
internal sealed record NetworkModel(TypeModel Type, ulong Seed, Shape Input, EquatableArray<LayerModel> Layers, LossModel? Loss)
{
    public Shape Output => Layers[Layers.Count - 1].Output;

    public Shape ShapeOf(int node) => node == 0 ? Input : Layers[node - 1].Output;
}
