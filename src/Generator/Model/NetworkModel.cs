using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// A network whose names are resolved and whose shapes fit. Node 0 is the input, node i the output of layer i
/// (counted from 1); the last layer's output is the network's.
/// </summary>
internal sealed record NetworkModel(TypeModel Type, ulong Seed, Shape Input, EquatableArray<LayerModel> Layers, LossModel? Loss)
{
    /// <summary>Whether it also works step by step.</summary>
    public bool Streaming { get; init; }

    public Shape Output => Layers[Layers.Count - 1].Output;

    /// <summary>
    /// The number by which code and comments speak of a layer: that of its attribute. An activation that stands with
    /// the layer above it on one attribute has its number.
    /// </summary>
    public int NumberOf(int node) => Layers.Take(node).Count(layer => layer is not ActivateModel { OfLayer: true });
}
