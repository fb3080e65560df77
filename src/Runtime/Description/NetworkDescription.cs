using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using static System.FormattableString;

namespace NetGen;

/// <summary>
/// A network as data: the shape of its input, its layers in order, its loss. Node 0 is the input and node i the
/// output of layer i; the last layer's output is the network's.
/// </summary>
public sealed class NetworkDescription : IEquatable<NetworkDescription>
{
    private string? fingerprint;

    /// <summary>Describes a network and computes every shape.</summary>
    /// <param name="name">The name of the network.</param>
    /// <param name="inputShape">The shape of one example.</param>
    /// <param name="layers">The layers; each takes nodes that precede it.</param>
    /// <param name="loss">The loss, or null for a network without one.</param>
    /// <param name="reduction">How a batch's losses become one number.</param>
    /// <exception cref="ArgumentException">The layers do not make a network; the message says which and why.</exception>
    public NetworkDescription(
        string name, ImmutableArray<int> inputShape, ImmutableArray<LayerDescription> layers,
        Loss? loss = null, Reduction reduction = Reduction.Mean)
    {
        Name = name;
        Layers = layers;
        Loss = loss;
        Reduction = reduction;

        if (inputShape.IsDefaultOrEmpty || inputShape.Any(size => size < 1))
        {
            throw new ArgumentException(Invariant($"{name}: the input needs one axis or more, each of size 1 or more."), nameof(inputShape));
        }

        if (layers.IsDefaultOrEmpty)
        {
            throw new ArgumentException(Invariant($"{name} has no layers; a network needs one or more."), nameof(layers));
        }

        var names = new HashSet<string>();
        var shapes = ImmutableArray.CreateBuilder<ImmutableArray<int>>(layers.Length + 1);
        shapes.Add(inputShape);
        foreach (LayerDescription layer in layers)
        {
            if (!names.Add(layer.Name))
            {
                throw new ArgumentException(Invariant($"{name}: two layers are named {layer.Name}; names tell parameters apart."), nameof(layers));
            }

            if (!layer.Takes(layer.Inputs.Length))
            {
                throw new ArgumentException(Invariant($"{name}: {layer.Name}, {layer.Summary}, cannot take {layer.Inputs.Length} inputs."), nameof(layers));
            }

            var inputs = new List<ImmutableArray<int>>();
            foreach (int node in layer.Inputs)
            {
                if (node < 0 || node >= shapes.Count)
                {
                    throw new ArgumentException(Invariant($"Layer {shapes.Count} ({layer.Name}) takes node {node}, which does not precede it."), nameof(layers));
                }

                inputs.Add(shapes[node]);
            }

            shapes.Add(layer.OutputShape(inputs));
        }

        if (loss == NetGen.Loss.CrossEntropy && layers[^1] is not ActivateDescription { Activation: Activation.Softmax })
        {
            throw new ArgumentException(Invariant($"{name}: cross-entropy needs a softmax as the last layer, which is {layers[^1].Summary}."), nameof(loss));
        }

        Shapes = shapes.ToImmutable();
        ParameterCount = Enumerable.Range(1, layers.Length).Sum(ParameterCountOf);
        MultiplyAdds = Enumerable.Range(1, layers.Length).Sum(MultiplyAddsOf);
    }

    /// <summary>The name of the network.</summary>
    public string Name { get; }

    /// <summary>The layers, in order.</summary>
    public ImmutableArray<LayerDescription> Layers { get; }

    /// <summary>The loss, or null where the network declares none.</summary>
    public Loss? Loss { get; }

    /// <summary>How a batch's losses become one number.</summary>
    public Reduction Reduction { get; }

    /// <summary>The shape of every node: the input, then each layer's output.</summary>
    public ImmutableArray<ImmutableArray<int>> Shapes { get; }

    /// <summary>The number of elements of one example.</summary>
    public int InputSize => Elements(Shapes[0]);

    /// <summary>The number of elements of one output.</summary>
    public int OutputSize => Elements(Shapes[^1]);

    /// <summary>The number of parameters, without padding.</summary>
    public int ParameterCount { get; }

    /// <summary>The multiply-adds of predicting one row.</summary>
    public long MultiplyAdds { get; }

    /// <summary>
    /// The mathematics as a hash for files, 64 hexadecimal digits (SHA-256): parameters fit any network with the same
    /// one, in the order of <see cref="ParameterLayout.Canonical"/>.
    /// </summary>
    /// <remarks>
    /// It covers the shape of the input; each layer's kind, sizes and bias, the nodes it takes, its slope or rate; the
    /// loss and its reduction. It does not cover names and initializers. It is the same in every process, culture and
    /// version.
    /// </remarks>
    public string Fingerprint => fingerprint ??= DescriptionFingerprint.Of(this);

    /// <summary>The shapes that the layer of a node takes.</summary>
    /// <param name="node">The node, from 1.</param>
    public ImmutableArray<ImmutableArray<int>> InputShapesOf(int node) => [.. Layers[node - 1].Inputs.Select(from => Shapes[from])];

    /// <summary>The tensors that the layer of a node learns.</summary>
    /// <param name="node">The node, from 1.</param>
    public ImmutableArray<(string Name, ImmutableArray<int> Shape)> ParametersOf(int node) => Layers[node - 1].Parameters(InputShapesOf(node));

    /// <summary>The tensors that a node's layer keeps from batch to batch without learning them: running averages.</summary>
    /// <param name="node">From 1.</param>
    public ImmutableArray<(string Name, ImmutableArray<int> Shape)> StatisticsOf(int node) => Layers[node - 1].Statistics(InputShapesOf(node));

    /// <summary>Whether training couples the rows of a batch: each row's output and gradient depend on all rows.</summary>
    internal bool CouplesRows => Layers.Any(layer => layer is BatchNormDescription);

    /// <summary>The number of parameters of the layer of a node.</summary>
    /// <param name="node">The node, from 1.</param>
    public int ParameterCountOf(int node) => ParametersOf(node).Sum(tensor => Elements(tensor.Shape));

    /// <summary>The multiply-adds of the layer of a node, for one row.</summary>
    /// <param name="node">The node, from 1.</param>
    public long MultiplyAddsOf(int node) => Layers[node - 1].MultiplyAdds(InputShapesOf(node));

    /// <summary>Whether the other has the same name, input shape, layers, loss and reduction; <see cref="Fingerprint"/> compares the mathematics alone.</summary>
    /// <param name="other">Another description.</param>
    public bool Equals(NetworkDescription? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Shapes[0].AsSpan().SequenceEqual(other.Shapes[0].AsSpan())
            && Layers.AsSpan().SequenceEqual(other.Layers.AsSpan()) && Loss == other.Loss && Reduction == other.Reduction);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetworkDescription);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Sequence.Hash(Shapes[0]), Sequence.Hash(Layers), Loss, Reduction);

    /// <summary>The network as a table: every node with its output shape, parameters and multiply-adds, and the totals.</summary>
    public override string ToString() => DescriptionTable.Of(this);

    /// <summary>The number of elements of a shape.</summary>
    /// <param name="shape">The size of every axis.</param>
    public static int Elements(ImmutableArray<int> shape)
    {
        int elements = 1;
        foreach (int size in shape)
        {
            elements = checked(elements * size);
        }

        return elements;
    }
}
