using System;
using System.Linq;

namespace NetGen;

/// <summary>Which node of a network without batch normalization computes what one of a network with it does.</summary>
internal static class FoldingMatch
{
    /// <returns>For each node of the one with it, that of the one without; a normalization has that of its input.</returns>
    public static int[] Of(NetworkDescription trained, NetworkDescription plain)
    {
        if (!trained.Layers.Any(layer => layer is BatchNormDescription))
        {
            throw new ArgumentException($"{trained.Name} has no batch normalization, so there is nothing to fold; copy its parameters.", nameof(trained));
        }

        if (plain.Layers.FirstOrDefault(layer => layer is BatchNormDescription) is { } left)
        {
            throw Misfit($"the one without batch normalization has {left.Name}; leave it out");
        }

        if (!trained.Shapes[0].SequenceEqual(plain.Shapes[0]))
        {
            throw Misfit($"expected the input {ShapeText.Of(trained.Shapes[0])}, found {ShapeText.Of(plain.Shapes[0])}");
        }

        var nodes = new int[trained.Layers.Length + 1];
        int last = 0;
        for (int node = 1; node < nodes.Length; node++)
        {
            LayerDescription layer = trained.Layers[node - 1];
            nodes[node] = layer is BatchNormDescription ? nodes[layer.Inputs[0]] : ++last;
            if (layer is BatchNormDescription)
            {
                continue;
            }

            string expected = $"expected {layer.Summary} for {layer.Name} of {trained.Name}";
            if (last > plain.Layers.Length)
            {
                throw Misfit($"{expected}, and it has no further layer");
            }

            LayerDescription other = plain.Layers[last - 1];
            int? shares = layer.Shares is { } owner ? nodes[owner] : null;
            if (DescriptionFingerprint.Text(Biased(layer)) != DescriptionFingerprint.Text(Biased(other)) || shares != other.Shares
                || !layer.Inputs.Select(input => nodes[input]).SequenceEqual(other.Inputs))
            {
                throw Misfit($"{expected}, of the same inputs and settings, found {other.Summary}, {other.Name}");
            }

            if (HasBias(layer) && !HasBias(other))
            {
                throw Misfit($"{other.Name} has no bias, which {layer.Name} of {trained.Name} has");
            }
        }

        return last < plain.Layers.Length ? throw Misfit($"expected no layer behind those of {trained.Name}, found {plain.Layers[last].Name}")
            : !trained.Outputs.Select(node => nodes[node]).SequenceEqual(plain.Outputs) ? throw Misfit($"expected the outputs of {trained.Name}")
            : nodes;

        ArgumentException Misfit(string why) => new($"{trained.Name} cannot be folded into {plain.Name}: {why}.", "into");
    }

    private static LayerDescription Biased(LayerDescription layer) => layer switch
    {
        DenseDescription dense => dense with { Bias = true },
        ConvDescription conv => conv with { Bias = true },
        ConvTransposeDescription conv => conv with { Bias = true },
        _ => layer,
    };

    private static bool HasBias(LayerDescription layer) => layer is DenseDescription { Bias: true } or ConvDescription { Bias: true } or ConvTransposeDescription { Bias: true };
}
