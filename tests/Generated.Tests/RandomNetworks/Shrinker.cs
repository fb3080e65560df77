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
        foreach (PenaltyDeclaration penalty in network.Penalties)
        {
            yield return network with { Penalties = network.Penalties.Remove(penalty) };
            yield return network with { Penalties = network.Penalties.Replace(penalty, new PenaltyDeclaration(penalty.L1, penalty.L2, penalty.From)) };
            yield return network with { Penalties = network.Penalties.Replace(penalty, penalty with { From = null }) };
        }

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

        foreach (HeadDeclaration head in network.Heads)
        {
            yield return Needed(network with { Heads = network.Heads.Remove(head) });
            yield return network with { Heads = network.Heads.Replace(head, head with { Weight = 1 }) };
            yield return network with { Heads = network.Heads.Replace(head, head with { Options = LossOptions.None }) };
            yield return network with { Heads = network.Heads.Replace(head, head with { Loss = Loss.MeanSquaredError, Options = LossOptions.None }) };
        }

        bool parts = network.Layers.Any(layer => layer is Part);
        foreach (int axis in Enumerable.Range(0, parts ? 0 : network.Input.Length))
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

                // Who shares its parameters has their sizes.
                if (network.Layers.Any(other => other.Share == layer.Name))
                {
                    yield return Needed(network with
                    {
                        Layers = [.. network.Layers.SetItem(index, simpler).Select(other => other.Share == layer.Name ? Undrawn(simpler) with { Name = other.Name, From = other.From, Share = other.Share } : other)],
                    });
                }
            }

            yield return network with { Layers = network.Layers.SetItem(index, layer with { Share = null }) };
        }

        yield return network with { Loss = null, Options = LossOptions.None, Reduction = Reduction.Mean };
        yield return network with { Options = LossOptions.None };
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
            case Part part:
                foreach (int axis in Enumerable.Range(0, part.Shape.Length))
                {
                    foreach (int size in Smaller(part.Shape[axis]))
                    {
                        yield return new Part([.. part.Shape[..axis], size, .. part.Shape[(axis + 1)..]]) { Name = part.Name };
                    }
                }

                if (part.Shape.Length > 1)
                {
                    yield return new Part(part.Elements) { Name = part.Name };
                }

                break;
            case Multiply multiply:
                yield return new Add(multiply.By) { Name = layer.Name, From = layer.From };
                break;
            case Dense dense:
                foreach (int units in Smaller(dense.Units))
                {
                    yield return dense with { Units = units };
                }

                yield return dense with { Activation = Activation.Identity, Slope = null };
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
                yield return conv with { Activation = Activation.Identity, Slope = null };
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
                yield return conv with { Activation = Activation.Identity, Slope = null };
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
                yield return activate with { Activation = Activation.Identity, Slope = null };
                break;
            case PReLU prelu:
                yield return prelu with { PerChannel = false };
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
                yield return dropout with { Classical = false };
                break;
        }
    }

    private static IEnumerable<int> Smaller(int size) => new[] { 1, 2, size / 2, size - 1 }.Where(less => less > 0 && less < size).Distinct();

    private static LayerDeclaration Undrawn(LayerDeclaration layer) => layer switch
    {
        Dense dense => dense with { Initializer = Initializer.Auto, Scale = 0 },
        Conv conv => conv with { Initializer = Initializer.Auto, Scale = 0 },
        ConvTranspose conv => conv with { Initializer = Initializer.Auto, Scale = 0 },
        _ => layer,
    };

    /// <summary>The network without a layer; who took it takes what it took.</summary>
    private static NetworkDeclaration Without(NetworkDeclaration network, int removed) => network.Layers[removed] is Part
        ? network
        : Renamed(network with { Layers = network.Layers.RemoveAt(removed) }, network.Layers[removed].Name!, network.Layers[removed].From!);

    /// <summary>The network from a layer on, whose output becomes the input; null where it is the last.</summary>
    private static NetworkDeclaration? From(NetworkDeclaration network, int index)
    {
        if (index == network.Layers.Length - 1 || network.Layers[index] is Part)
        {
            return null;
        }

        string name = network.Layers[index].Name!;
        NetworkDescription start = Placed(network with { Layers = network.Layers[..(index + 1)], Loss = null, Options = LossOptions.None, Heads = [], Penalties = [] }).Describe();
        return network.Layers.Any(layer => layer is Part)
            ? Placed(network with { Layers = network.Layers.SetItem(index, new Part([.. start.Shapes[^1]]) { Name = name }) })
            : Renamed(network with { Input = start.Shapes[^1], Layers = network.Layers[(index + 1)..] }, name, NetworkDeclaration.InputName);
    }

    private static NetworkDeclaration Renamed(NetworkDeclaration network, string old, string name)
    {
        string Of(string taken) => taken == old ? name : taken;
        return network with
        {
            Layers = [.. network.Layers.Select(layer => Taking(layer with { From = layer is Part ? null : Of(layer.From!) }, Of))],
            Heads = [.. network.Heads.Select(head => head with { From = Of(head.From) })],
        };
    }

    /// <summary>The layer, taking others by other names.</summary>
    private static LayerDeclaration Taking(LayerDeclaration layer, Func<string, string> name) => layer switch
    {
        Recurrence recurrence => recurrence with { Start = [.. recurrence.Start.Select(name)], Lengths = recurrence.Lengths is string length ? name(length) : null },
        Multiply multiply => multiply with { By = name(multiply.By) },
        _ => layer with { With = [.. layer.With.Select(name)] },
    };

    /// <summary>The network without what its outputs do not need; of several losses or inputs one that is left is the only one.</summary>
    private static NetworkDeclaration Needed(NetworkDeclaration network)
    {
        if (network.Layers.IsEmpty)
        {
            return network;
        }

        HeadDeclaration[] heads = [.. network.Heads.Where(head => network.Layers.Any(layer => layer.Name == head.From))];
        var needed = new HashSet<string>(heads.Select(head => head.From).DefaultIfEmpty(network.Layers[^1].Name!), StringComparer.Ordinal);
        foreach (LayerDeclaration layer in network.Layers.Reverse())
        {
            if (needed.Contains(layer.Name!))
            {
                needed.UnionWith([.. layer.From is null ? [] : (string[])[layer.From], .. layer.With]);
            }
        }

        // The first that is left of those that share is the one that learns.
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        List<LayerDeclaration> layers = [];
        foreach (LayerDeclaration layer in network.Layers.Where(layer => needed.Contains(layer.Name!)))
        {
            bool shares = layer.Share is string owner && (needed.Contains(owner) || !owners.TryAdd(owner, layer.Name!));
            layers.Add(layer.Share is null ? layer : layer with { Share = shares ? owners.GetValueOrDefault(layer.Share, layer.Share) : null });
        }

        return Placed(network with
        {
            Layers = [.. layers],
            Heads = heads.Length > 1 ? [.. heads] : [],
            Loss = heads.Length == 1 ? heads[0].Loss : network.Loss,
            Options = heads.Length == 1 ? heads[0].Options : network.Options,
        });
    }

    /// <summary>The network with its inputs one after another.</summary>
    private static NetworkDeclaration Placed(NetworkDeclaration network)
    {
        Part[] parts = [.. network.Layers.OfType<Part>()];
        return parts.Length switch
        {
            0 => network,
            1 when network.Layers.Length > 1 => Renamed(network with { Input = [.. parts[0].Shape], Layers = network.Layers.Remove(parts[0]) }, parts[0].Name!, NetworkDeclaration.InputName),
            _ => network with { Layers = NetworkDeclaration.OfParts(network.Name, [.. network.Layers]).Layers, Input = [parts.Sum(part => part.Elements)] },
        };
    }

    /// <summary>The network with every <c>From</c> written out.</summary>
    private static NetworkDeclaration Explicit(NetworkDeclaration network) => network with
    {
        Layers = [.. network.Layers.Select((layer, index) => layer is Part ? layer : layer with { From = layer.From ?? (index == 0 ? NetworkDeclaration.InputName : network.Layers[index - 1].Name) })],
    };

    /// <summary>The network without the <c>From</c>s that say what stands above.</summary>
    private static NetworkDeclaration Short(NetworkDeclaration network) => network with
    {
        Layers =
        [
            .. network.Layers.Select((layer, index) =>
                layer is not Part && layer.From == (index == 0 ? NetworkDeclaration.InputName : network.Layers[index - 1].Name) ? layer with { From = null } : layer),
        ],
    };
}
