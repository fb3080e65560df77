using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>Makes a failing network smaller for as long as it still fails.</summary>
internal static class Shrinker
{
    /// <summary>The smallest network found.</summary>
    /// <param name="failing">A network that fails.</param>
    /// <param name="fails">Whether a network fails.</param>
    /// <param name="attempts">How many networks may be tried.</param>
    public static NetworkDeclaration Shrink(NetworkDeclaration failing, Func<NetworkDeclaration, bool> fails, int attempts = 200)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal) { failing.ToString() };
        bool smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (NetworkDeclaration candidate in Candidates(failing).Where(candidate => candidate.IsValid && tried.Add(candidate.ToString())))
            {
                if (attempts-- == 0)
                {
                    return failing;
                }

                if (fails(candidate))
                {
                    failing = candidate;
                    smaller = true;
                    break;
                }
            }
        }

        return failing;
    }

    /// <summary>Networks one step smaller, the largest steps first; not all are valid.</summary>
    private static IEnumerable<NetworkDeclaration> Candidates(NetworkDeclaration network)
    {
        foreach (int index in Enumerable.Range(0, network.Layers.Length))
        {
            yield return Without(network, index);
        }

        foreach (int axis in Enumerable.Range(0, network.Input.Length))
        {
            foreach (int size in Smaller(network.Input[axis]))
            {
                yield return network with { Input = network.Input.SetItem(axis, size) };
            }
        }

        if (network.Input.Length > 1)
        {
            yield return network with { Input = [NetworkDescription.Elements(network.Input)] };
        }

        foreach ((int index, LayerDeclaration layer) in network.Layers.Index())
        {
            foreach (LayerDeclaration simpler in Simpler(layer))
            {
                yield return network with { Layers = network.Layers.SetItem(index, simpler) };
            }
        }

        yield return network with { Loss = null, Reduction = Reduction.Mean };
        yield return network with { Reduction = Reduction.Mean };
        yield return network with { Seed = 0 };
    }

    private static IEnumerable<LayerDeclaration> Simpler(LayerDeclaration layer)
    {
        foreach (int index in Enumerable.Range(0, layer.With.Length > 1 ? layer.With.Length : 0))
        {
            yield return layer with { With = layer.With.RemoveAt(index) };
        }

        switch (layer)
        {
            case Dense dense:
                foreach (int units in Smaller(dense.Units))
                {
                    yield return dense with { Units = units };
                }

                yield return dense with { Activation = Activation.Identity, Slope = 0.01 };
                yield return dense with { Bias = true, Initializer = Initializer.Auto, Scale = 0 };
                yield return dense with { Bias = true };
                break;
            case Activate activate:
                yield return activate with { Activation = Activation.Identity, Slope = 0.01 };
                break;
            case Dropout dropout:
                yield return dropout with { Rate = 0 };
                break;
        }
    }

    private static IEnumerable<int> Smaller(int size) => new[] { 1, 2, size / 2, size - 1 }.Where(less => less > 0 && less < size).Distinct();

    /// <summary>The network without a layer; who took it takes what it took.</summary>
    private static NetworkDeclaration Without(NetworkDeclaration network, int removed)
    {
        LayerDeclaration gone = network.Layers[removed];
        string source = gone.From ?? (removed == 0 ? NetworkDeclaration.InputName : network.Layers[removed - 1].Name!);
        string Renamed(string name) => name == gone.Name ? source : name;

        ImmutableArray<LayerDeclaration> layers =
        [
            .. network.Layers.Select((layer, index) => layer with
            {
                From = layer.From is null ? (index == removed + 1 ? source : null) : Renamed(layer.From),
                With = [.. layer.With.Select(Renamed)],
            }),
        ];
        return network with { Layers = layers.RemoveAt(removed) };
    }
}
