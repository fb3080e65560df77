using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>Makes a failing network smaller for as long as it still fails.</summary>
internal static class Shrinker
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    /// <summary>The smallest network found.</summary>
    /// <param name="failing">A network that fails.</param>
    /// <param name="fails">Whether a network fails.</param>
    public static NetworkDeclaration Shrink(NetworkDeclaration failing, Func<NetworkDeclaration, bool> fails)
    {
        var time = Stopwatch.StartNew();
        var tried = new HashSet<string>(StringComparer.Ordinal) { failing.ToString() };
        bool smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (NetworkDeclaration candidate in Candidates(failing).Select(Short).Where(candidate => candidate.IsValid && tried.Add(candidate.ToString())))
            {
                if (time.Elapsed > patience)
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
        network = Explicit(network);
        foreach (int index in Enumerable.Range(0, network.Layers.Length))
        {
            yield return Needed(network with { Layers = network.Layers[..(index + 1)] });
            if (From(network, index) is NetworkDeclaration rest)
            {
                yield return Needed(rest);
            }
        }

        foreach (int index in Enumerable.Range(0, network.Layers.Length))
        {
            yield return Needed(Without(network, index));
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
                yield return Needed(network with { Layers = network.Layers.SetItem(index, simpler) });
            }
        }

        yield return network with { Loss = null, Reduction = Reduction.Mean };
        yield return network with { Reduction = Reduction.Mean };
        yield return network with { Seed = 0 };
    }

    private static IEnumerable<LayerDeclaration> Simpler(LayerDeclaration layer)
    {
        foreach (int index in Enumerable.Range(0, layer.With.Length > 1 && layer is not Recurrence ? layer.With.Length : 0))
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
            case Conv conv:
                foreach (int channels in Smaller(conv.Channels))
                {
                    yield return conv with { Channels = channels };
                }

                yield return conv with { Groups = 1 };
                yield return conv with { Groups = 1, Channels = 1 };
                yield return conv with { Same = false, Causal = false };
                yield return conv with { Truncate = false };
                yield return conv with { Activation = Activation.Identity, Slope = 0.01 };
                yield return conv with { Bias = true };
                foreach ((int axis, ConvAxis written) in conv.Axes.Index())
                {
                    foreach (int kernel in Smaller(written.Kernel))
                    {
                        yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Kernel = kernel }) };
                    }

                    yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Stride = 1 }) };
                    yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Padding = 0 }) };
                    yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Dilation = 1 }) };
                }

                break;
            case ConvTranspose conv:
                foreach (int channels in Smaller(conv.Channels))
                {
                    yield return conv with { Channels = channels };
                }

                yield return conv with { Groups = 1 };
                yield return conv with { Groups = 1, Channels = 1 };
                yield return conv with { Activation = Activation.Identity, Slope = 0.01 };
                yield return conv with { Bias = true };
                foreach ((int axis, TransposedWindow written) in conv.Axes.Index())
                {
                    foreach (int kernel in Smaller(written.Kernel))
                    {
                        yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Kernel = kernel }) };
                    }

                    yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Stride = 1 }) };
                    yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Padding = 0 }) };
                    yield return conv with { Axes = conv.Axes.SetItem(axis, written with { OutputPadding = 0 }) };
                    yield return conv with { Axes = conv.Axes.SetItem(axis, written with { Dilation = 1 }) };
                }

                break;
            case Embedding embedding:
                foreach (int symbols in Smaller(embedding.Symbols))
                {
                    yield return embedding with { Symbols = symbols };
                }

                foreach (int size in Smaller(embedding.Size))
                {
                    yield return embedding with { Size = size };
                }

                break;
            case PositionalEncoding encoding:
                yield return encoding with { Learned = false };
                break;
            case Attention attention:
                yield return attention with { Heads = 1 };
                yield return attention with { Causal = false };
                yield return attention with { Bias = true };
                yield return attention with { Lengths = null };
                break;
            case Recurrence recurrence:
                foreach (int units in Smaller(recurrence.Units))
                {
                    yield return recurrence with { Units = units };
                }

                yield return recurrence with { Start = [] };
                yield return recurrence with { Lengths = null };
                yield return recurrence with { BackSteps = 0 };
                yield return recurrence with { Bidirectional = false };
                yield return recurrence with { Sequence = false };
                yield return recurrence with { Bias = true };
                yield return recurrence is Recurrent recurrent ? recurrent with { Activation = Activation.Tanh }
                    : new Recurrent(recurrence.Units) { Name = layer.Name, From = layer.From, Sequence = recurrence.Sequence, Bidirectional = recurrence.Bidirectional, Bias = recurrence.Bias, Start = [.. recurrence.Start.Take(1)], Lengths = recurrence.Lengths, BackSteps = recurrence.BackSteps };
                break;
            case Block block:
                foreach (int times in Smaller(block.Times))
                {
                    yield return block with { Times = times };
                }

                foreach (int index in Enumerable.Range(0, block.Layers.Length > 1 ? block.Layers.Length : 0))
                {
                    yield return block with { Layers = block.Layers.RemoveAt(index) };
                }

                foreach ((int index, LayerDeclaration inner) in block.Layers.Index())
                {
                    foreach (LayerDeclaration simpler in Simpler(inner))
                    {
                        yield return block with { Layers = block.Layers.SetItem(index, simpler) };
                    }
                }

                break;
            case Activate activate:
                yield return activate with { Activation = Activation.Identity, Slope = 0.01 };
                break;
            case PoolDeclaration pool:
                yield return pool with { Stride = [], Padding = [] };
                yield return pool with { Padding = [] };
                yield return pool with { Truncate = false };
                break;
            case Upsample upsample:
                yield return upsample with { Factor = 1 };
                break;
            case ZeroPad:
                yield return new ZeroPad(1, 0) { Name = layer.Name, From = layer.From };
                yield return new ZeroPad(0, 0) { Name = layer.Name, From = layer.From };
                break;
            case BatchNorm norm:
                yield return norm with { Affine = true };
                yield return norm with { Epsilon = 1e-5, Momentum = 0.1 };
                break;
            case RowNorm norm:
                yield return norm with { Axes = 1 };
                yield return norm with { Affine = true };
                yield return norm with { Epsilon = 1e-5 };
                break;
            case Dropout dropout:
                yield return dropout with { Rate = 0 };
                break;
        }
    }

    private static IEnumerable<int> Smaller(int size) => new[] { 1, 2, size / 2, size - 1 }.Where(less => less > 0 && less < size).Distinct();

    /// <summary>The network without a layer; who took it takes what it took.</summary>
    private static NetworkDeclaration Without(NetworkDeclaration network, int removed) =>
        Renamed(network with { Layers = network.Layers.RemoveAt(removed) }, network.Layers[removed].Name!, network.Layers[removed].From!);

    /// <summary>The network from a layer on, whose output becomes the input; null where it is the last.</summary>
    private static NetworkDeclaration? From(NetworkDeclaration network, int index)
    {
        if (index == network.Layers.Length - 1)
        {
            return null;
        }

        NetworkDescription start = (network with { Layers = network.Layers[..(index + 1)], Loss = null }).Describe();
        return Renamed(network with { Input = start.Shapes[^1], Layers = network.Layers[(index + 1)..] }, network.Layers[index].Name!, NetworkDeclaration.InputName);
    }

    private static NetworkDeclaration Renamed(NetworkDeclaration network, string old, string name)
    {
        string Of(string taken) => taken == old ? name : taken;
        return network with { Layers = [.. network.Layers.Select(layer => layer with { From = Of(layer.From!), With = [.. layer.With.Select(Of)] })] };
    }

    /// <summary>The network without what its last layer does not need.</summary>
    private static NetworkDeclaration Needed(NetworkDeclaration network)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (LayerDeclaration layer in network.Layers.Reverse())
        {
            if (layer == network.Layers[^1] || needed.Contains(layer.Name!))
            {
                needed.UnionWith([layer.From!, .. layer.With]);
            }
        }

        return network with { Layers = [.. network.Layers.Where(layer => layer == network.Layers[^1] || needed.Contains(layer.Name!))] };
    }

    /// <summary>The network with every <c>From</c> written out.</summary>
    private static NetworkDeclaration Explicit(NetworkDeclaration network) => network with
    {
        Layers = [.. network.Layers.Select((layer, index) => layer with { From = layer.From ?? (index == 0 ? NetworkDeclaration.InputName : network.Layers[index - 1].Name) })],
    };

    /// <summary>The network without the <c>From</c>s that say what stands above.</summary>
    private static NetworkDeclaration Short(NetworkDeclaration network) => network with
    {
        Layers =
        [
            .. network.Layers.Select((layer, index) =>
                layer.From == (index == 0 ? NetworkDeclaration.InputName : network.Layers[index - 1].Name) ? layer with { From = null } : layer),
        ],
    };
}
