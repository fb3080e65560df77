using System;
using System.Collections.Immutable;
using System.Linq;
using static System.FormattableString;

namespace NetGen;

/// <summary>The layer that does what a batch normalization did.</summary>
/// <param name="Node">The layer's node.</param>
/// <param name="IsBefore">Whether it stands before the normalization, whose channels are then its outputs; otherwise they are its inputs.</param>
/// <param name="Output">Of each weight the output that it goes to.</param>
/// <param name="Channel">Of each weight the channel of the normalization.</param>
internal sealed record FoldingTarget(int Node, bool IsBefore, Func<int, int> Output, Func<int, int> Channel)
{
    /// <summary>The layer before a normalization, or the one behind it where that one cannot take it.</summary>
    public static FoldingTarget Of(NetworkDescription network, int norm)
    {
        int[] reads = new int[network.Layers.Length + 1];
        foreach (int node in network.Layers.SelectMany(layer => layer.Inputs).Concat(network.Outputs))
        {
            reads[node]++;
        }

        string before = "", behind = "";
        return Before(network, norm, reads, ref before) ?? Behind(network, norm, reads, ref behind) ?? throw new ArgumentException(
            $"{network.Layers[norm - 1].Name} of {network.Name} cannot be folded exactly: {before}, and {behind}. It needs a dense layer or a convolution of its own, directly before it, or behind it and then unpadded.", "trained");
    }

    /// <summary>Puts scales and shifts into weights and bias.</summary>
    public void Apply((double Scale, double Shift)[] channels, double[] weights, double[] bias)
    {
        for (int index = 0; index < weights.Length; index++)
        {
            (double scale, double shift) = channels[Channel(index)];
            bias[Output(index)] += IsBefore ? 0 : weights[index] * shift;
            weights[index] *= scale;
        }

        for (int output = 0; IsBefore && output < bias.Length; output++)
        {
            bias[output] = bias[output] * channels[output].Scale + channels[output].Shift;
        }
    }

    private static FoldingTarget? Before(NetworkDescription network, int norm, int[] reads, ref string why)
    {
        int node = norm;
        do
        {
            node = network.Layers[node - 1].Inputs[0];
            if (node > 0 && reads[node] > 1)
            {
                why = Invariant($"{network.Layers[node - 1].Name} before it is read {reads[node]} times");
                return null;
            }
        }
        while (node > 0 && network.Layers[node - 1] is BatchNormDescription);

        if (node == 0 || OutputOf(network, node) is not { } output)
        {
            why = node == 0 ? "the input is before it" : $"{Named(network, node)} is before it";
            return null;
        }

        why = Shared(network, node);
        return why.Length == 0 ? new(node, IsBefore: true, output, output) : null;
    }

    private static FoldingTarget? Behind(NetworkDescription network, int norm, int[] reads, ref string why)
    {
        int node = norm;
        LayerDescription layer;
        do
        {
            int read = node;
            if (reads[read] != 1 || network.Outputs.Contains(read))
            {
                why = network.Outputs.Contains(read) ? $"{network.Layers[read - 1].Name} is an output" : Invariant($"{network.Layers[read - 1].Name} is read {reads[read]} times");
                return null;
            }

            node = 1 + Enumerable.Range(0, network.Layers.Length).First(index => network.Layers[index].Inputs.Contains(read));
            layer = network.Layers[node - 1];
        }
        while (layer is FlattenDescription or ReshapeDescription or DropoutDescription { Classical: false });

        ImmutableArray<int> channels = network.Shapes[norm], taken = network.Shapes[layer.Inputs[0]];
        int pixels = NetworkDescription.Elements(channels) / channels[0];
        why = Shared(network, node);
        switch (layer)
        {
            case DenseDescription { PerStep: false } when why.Length == 0:
                return new(node, IsBefore: false, index => index / taken[0], index => index % taken[0] / pixels);
            case ConvDescription conv when why.Length == 0 && taken.SequenceEqual(channels) && conv.Windows.All(window => window.Before == 0 && window.After == 0):
                int kernel = conv.Windows.Aggregate(1, (product, window) => product * window.Kernel), inputs = taken[0] / conv.Groups;
                int Output(int index) => index / (inputs * kernel);
                return new(node, IsBefore: false, Output, index => Output(index) / (conv.Channels / conv.Groups) * inputs + index / kernel % inputs);
            default:
                why = why.Length > 0 ? why : layer is ConvDescription wide && wide.Windows.Any(window => window.Before + window.After > 0)
                    ? $"{layer.Name} behind it is padded, with zeros that were never shifted" : $"{Named(network, node)} is behind it";
                return null;
        }
    }

    /// <summary>Of each weight of a layer the output that it goes to; null for a layer whose outputs are no channels of its own.</summary>
    private static Func<int, int>? OutputOf(NetworkDescription network, int node)
    {
        LayerDescription layer = network.Layers[node - 1];
        if (layer is ConvTransposeDescription { } conv)
        {
            int kernel = conv.Windows.Aggregate(1, (product, window) => product * window.Kernel), outputs = conv.Channels / conv.Groups;
            int inputs = network.Shapes[layer.Inputs[0]][0] / conv.Groups;
            return index => index / (outputs * kernel) / inputs * outputs + index / kernel % outputs;
        }

        if (layer is DenseDescription { PerStep: false } or ConvDescription)
        {
            ImmutableArray<int> shape = network.ParametersOf(layer.Shares ?? node)[0].Shape;
            int size = NetworkDescription.Elements(shape) / shape[0];
            return index => index / size;
        }

        return null;
    }

    /// <summary>Why a layer's parameters are not its own to change; nothing where they are.</summary>
    private static string Shared(NetworkDescription network, int node) =>
        network.Layers[node - 1].Shares is { } owner ? $"{network.Layers[node - 1].Name} shares the parameters of {network.Layers[owner - 1].Name}"
        : network.Layers.FirstOrDefault(layer => layer.Shares == node) is { } other ? $"{network.Layers[node - 1].Name} shares its parameters with {other.Name}"
        : "";

    private static string Named(NetworkDescription network, int node) => $"{network.Layers[node - 1].Name} ({network.Layers[node - 1].Summary})";
}
