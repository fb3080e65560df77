using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// A network whose names are resolved and whose shapes fit. Node 0 is the input, node i the output of layer i
/// (counted from 1); the last layer's output is the network's, or of several losses the outputs that they judge.
/// </summary>
internal sealed record NetworkModel(TypeModel Type, ulong Seed, Shape Input, EquatableArray<LayerModel> Layers, EquatableArray<LossModel> Losses)
{
    /// <summary>Whether it also works step by step.</summary>
    public bool Streaming { get; init; }

    /// <summary>Whether it is also compiled for GPUs: whether that was asked for, and nothing speaks against it.</summary>
    public bool Gpu { get; init; }

    /// <summary>Whether that was asked for beside ILGPU, and something speaks against it.</summary>
    public bool IsWrongForGpu { get; init; }

    /// <summary>What weights cost beside the losses.</summary>
    public EquatableArray<PenaltyModel> Penalties { get; init; }

    /// <summary>What a parameter of a node costs; null where it costs nothing.</summary>
    public PenaltyModel? PenaltyOf(int node, ParameterModel parameter)
    {
        PenaltyModel? penalty = Penalties.FirstOrDefault(own => own.Node == node) ?? Penalties.FirstOrDefault(common => common.Node is null);
        return penalty?.Takes(parameter) == true ? penalty : null;
    }

    /// <summary>The shape of an output: of several one after another, a vector.</summary>
    public Shape Output => Outputs.Count() == 1 ? OutputOf(Outputs.First()) : new Shape((int)Outputs.Sum(node => OutputOf(node).Elements));

    /// <summary>The nodes whose outputs are the network's, in their order.</summary>
    public IEnumerable<int> Outputs => Losses.Count == 0 ? [Layers.Count] : Losses.Select(loss => loss.Node);

    /// <summary>The one loss; null where there is none, or several.</summary>
    public LossModel? Loss => Losses.Count == 1 ? Losses[0] : null;

    /// <summary>Whether some of the input must be whole numbers: lengths or symbols.</summary>
    public bool ReadsWhole => Layers.Any(layer => layer.ReadsWhole);

    /// <summary>The parts of the input; none where it is one.</summary>
    public IEnumerable<PartModel> InputParts => Layers.OfType<InputModel>().Select(input => new PartModel(input.Name, input.Output, input.Offset));

    /// <summary>The parts of the output; none where it is one.</summary>
    public IEnumerable<PartModel> OutputParts
    {
        get
        {
            int offset = 0;
            foreach (LossModel loss in Losses.Count > 1 ? Losses : default)
            {
                // The name by which a declaration asks for a layer and its activation is the layer's.
                LayerModel layer = Layers[loss.Node - 1] is ActivateModel { OfLayer: true } ? Layers[loss.Node - 2] : Layers[loss.Node - 1];
                yield return new PartModel(layer.Name, OutputOf(loss.Node), offset);
                offset += (int)OutputOf(loss.Node).Elements;
            }
        }
    }

    public Shape OutputOf(int node) => node == 0 ? Input : Layers[node - 1].Output;

    /// <summary>
    /// The number by which code and comments speak of a layer: that of its attribute. An activation that stands with
    /// the layer above it on one attribute has its number.
    /// </summary>
    public int NumberOf(int node) => Layers.Take(node).Count(layer => layer is not ActivateModel { OfLayer: true });
}
