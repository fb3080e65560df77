using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>Whether a network can be declared to stream.</summary>
internal static class Streams
{
    public static bool Can(NetworkDescription network)
    {
        bool takesSymbols = network.Shapes[0].Length == 1 && network.Layers.All(layer => layer is EmbeddingDescription || !layer.Inputs.Contains(0));
        if (AxisOf(network) is not int time || !(network.Shapes[0].Length == 2 || takesSymbols))
        {
            return false;
        }

        var sequences = new List<bool> { true };
        for (int node = 1; node <= network.Layers.Length; node++)
        {
            LayerDescription layer = network.Layers[node - 1];
            ImmutableArray<bool> inputs = [.. layer.Inputs.Select(input => sequences[input])];
            bool reads = inputs.Contains(true);
            if (reads && !Steps(layer, time, inputs))
            {
                return false;
            }

            sequences.Add(reads && layer is not RecurrenceDescription { Sequence: false });
        }

        return true;
    }

    /// <summary>The axis of time, by the first layer that looks along it.</summary>
    public static int? AxisOf(NetworkDescription network) => network.Layers.Select(layer => AxisOf(network, layer)).FirstOrDefault(axis => axis is not null);

    private static int? AxisOf(NetworkDescription network, LayerDescription layer) => layer switch
    {
        EmbeddingDescription or RecurrenceDescription or DenseDescription { PerStep: true } => 0,
        WindowDescription or GlobalPoolDescription when network.Shapes[layer.Inputs[0]].Length == 2 => 1,
        _ => null,
    };

    private static bool Steps(LayerDescription layer, int time, ImmutableArray<bool> inputs) => layer switch
    {
        RecurrenceDescription recurrence => time == 0 && recurrence is { Bidirectional: false, State: false, Lengths: false },
        DenseDescription => time == 0,
        Conv1DDescription { Length: { Stride: 1, After: 0 } window } => time == 1 && window.Before == window.Extent - 1,
        EmbeddingDescription or ActivateDescription or DropoutDescription => true,
        LayerNormDescription { Axes: 1 } or RMSNormDescription { Axes: 1 } => time == 0,
        BatchNormDescription => time == 1,
        AddDescription or MultiplyDescription => inputs.All(isSequence => isSequence),
        ConcatDescription concat => concat.Axis != time && inputs.All(isSequence => isSequence),
        _ => false,
    };
}
