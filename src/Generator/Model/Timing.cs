using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Where a network that reads a sequence has time: which nodes are sequences, and along which axis.</summary>
/// <param name="Axis">The axis of time: 0 for symbols, [T], and recurrent layers, [T, F]; 1 for convolutions, [C, L].</param>
/// <param name="Decisive">The node of the layer that says so: the first that looks along time.</param>
/// <param name="IsSequence">Of every node, whether it has a value at every step.</param>
internal sealed record Timing(int Axis, int Decisive, EquatableArray<bool> IsSequence)
{
    /// <summary>The timing of a network whose input is a sequence; null of any other.</summary>
    public static Timing? Of(Shape input, EquatableArray<LayerModel> layers)
    {
        int decisive = 1;
        while (decisive <= layers.Count && AxisOf(layers[decisive - 1]) is null)
        {
            decisive++;
        }

        bool takesSymbols = input.Rank == 1 && layers.All(layer => layer is EmbeddingModel || !layer.Inputs.Contains(0));
        if (decisive > layers.Count || !(input.Rank == 2 || takesSymbols))
        {
            return null;
        }

        var sequences = new List<bool> { true };
        foreach (LayerModel layer in layers)
        {
            bool reads = layer.Inputs.Any(node => node >= 0 && sequences[node]);
            sequences.Add(reads && (layer is RecurrenceModel recurrent ? recurrent.Sequence : layer.Output.Rank == 2));
        }

        return new Timing(AxisOf(layers[decisive - 1])!.Value, decisive, sequences.ToEquatableArray());
    }

    /// <summary>The axis along which a layer sees time; null where it does not look along any.</summary>
    public static int? AxisOf(LayerModel layer) => layer switch
    {
        EmbeddingModel or RecurrenceModel or PerStepDenseModel => 0,
        WindowModel<SlidingWindow> { Input.Rank: 2 } or ConvTransposeModel { Input.Rank: 2 } => 1,
        _ => null,
    };

    /// <summary>Whether a layer takes a sequence.</summary>
    public bool ReadsSequence(LayerModel layer) => layer.Inputs.Any(node => node >= 0 && IsSequence[node]);

    /// <summary>The shape that a node has at one step.</summary>
    public Shape StepOf(int node, Shape shape) => IsSequence[node] ? new Shape(shape.Rank == 1 ? 1 : shape.Sizes[1 - Axis]) : shape;
}
