using System;
using System.Collections.Generic;
using System.Linq;
using static System.FormattableString;

namespace NetGen;

/// <summary>Refuses penalties that no cost can have.</summary>
internal static class PenaltyCheck
{
    public static void Of(NetworkDescription network)
    {
        ArgumentException Misfit(FormattableString why) => new($"{network.Name}: {Invariant(why)}", nameof(network.Penalties));
        var nodes = new HashSet<int>();
        foreach (PenaltyDescription penalty in network.Penalties)
        {
            if (network.Losses.IsEmpty)
            {
                throw Misfit($"there is a penalty and no loss; a penalty stands in the cost. Add a loss, or leave it out.");
            }

            if (!LossDescription.IsWeight(penalty.L1) || !LossDescription.IsWeight(penalty.L2) || penalty.Examples < 1)
            {
                throw Misfit($"a penalty has {penalty.Summary}; expected finite numbers of at least 0, over at least 1 example.");
            }

            if (!nodes.Add(penalty.Node ?? 0))
            {
                throw Misfit($"two penalties are of {(penalty.Node is { } twice ? network.Layers[twice - 1].Name : "all layers")}; expected one.");
            }

            if (penalty is { Proximal: true, L1: 0 })
            {
                throw Misfit($"a penalty is proximal and has L1 0; a proximal step takes L1 alone.");
            }

            if (penalty.Node is { } node)
            {
                CheckLayer(network, node, Misfit);
            }
        }

        foreach (PenaltyDescription idle in network.Penalties.Where(penalty => !Counts(network, penalty)))
        {
            throw Misfit($"the penalty {idle.Summary} of {(idle.Node is { } node ? network.Layers[node - 1].Name : "all layers")} penalizes nothing; expected L1 or L2 above 0, and weights that no other penalty is of.");
        }
    }

    private static void CheckLayer(NetworkDescription network, int node, Func<FormattableString, ArgumentException> misfit)
    {
        if (node < 1 || node > network.Layers.Length)
        {
            throw misfit($"a penalty is of node {node}; expected a layer, 1 to {network.Layers.Length}.");
        }

        LayerDescription layer = network.Layers[node - 1];
        if (layer.Shares is { } owner)
        {
            throw misfit($"a penalty is of {layer.Name}, which shares the parameters of {network.Layers[owner - 1].Name}; name that one.");
        }

        if (network.ParametersOf(node).IsEmpty)
        {
            throw misfit($"a penalty is of {layer.Name}, {layer.Summary}, which learns nothing; name a layer with weights.");
        }
    }

    /// <summary>Whether it penalizes a tensor, or takes a layer out of that of all.</summary>
    private static bool Counts(NetworkDescription network, PenaltyDescription penalty) => penalty is { Node: { }, L1: 0, L2: 0 }
        ? network.Penalties.Any(other => other.Node is null)
        : Enumerable.Range(1, network.Layers.Length).Any(node => network.ParametersOf(node).Any(tensor => ReferenceEquals(network.PenaltyOf(node, tensor.Shape), penalty)));
}
