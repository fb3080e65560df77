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
/// <remarks>
/// Several inputs are layers that take their part of node 0. Of several losses each judges a node: the output is those
/// nodes one after another, and so is a target; the cost is J = Σ wₕ·Jₕ.
/// </remarks>
public sealed class NetworkDescription : IEquatable<NetworkDescription>
{
    private string? fingerprint;
    private readonly ImmutableArray<PenaltyDescription> penalties = [];

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
        : this(name, inputShape, layers, loss is { } one ? [new LossDescription(one, layers.IsDefault ? 0 : layers.Length)] : [], reduction)
    {
    }

    /// <summary>Describes a network of several losses and computes every shape.</summary>
    /// <param name="name">The name of the network.</param>
    /// <param name="inputShape">The shape of one example.</param>
    /// <param name="layers">The layers; each takes nodes that precede it.</param>
    /// <param name="losses">The losses, each of a node of its own; of one, the last.</param>
    /// <param name="reduction">How a batch's losses become one number.</param>
    /// <exception cref="ArgumentException">The layers do not make a network; the message says which and why.</exception>
    public NetworkDescription(
        string name, ImmutableArray<int> inputShape, ImmutableArray<LayerDescription> layers,
        ImmutableArray<LossDescription> losses, Reduction reduction = Reduction.Mean)
    {
        Name = name;
        Layers = layers;
        Losses = losses;
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

            layer.ExpectDraws();
            shapes.Add(layer.OutputShape(inputs));
            CheckShare(layer, inputs, shapes);
        }

        CheckParts(inputShape, layers);
        Shapes = shapes.ToImmutable();
        CheckLosses();
        Outputs = losses.IsEmpty ? [layers.Length] : [.. losses.Select(loss => loss.Node)];
        OutputSize = Outputs.Sum(node => Elements(Shapes[node]));
        Domain = InputDomain.Of(this);
        ParameterCount = Enumerable.Range(1, layers.Length).Sum(ParameterCountOf);
        MultiplyAdds = Enumerable.Range(1, layers.Length).Sum(MultiplyAddsOf);
    }

    /// <summary>The name of the network.</summary>
    public string Name { get; }

    /// <summary>The layers, in order.</summary>
    public ImmutableArray<LayerDescription> Layers { get; }

    /// <summary>The losses; none where the network declares none.</summary>
    public ImmutableArray<LossDescription> Losses { get; }

    /// <summary>The one loss; null where the network declares none, or several.</summary>
    public Loss? Loss => Losses.Length == 1 ? Losses[0].Loss : null;

    /// <summary>The nodes whose outputs, one after another, are the network's: the last, or those that several losses judge.</summary>
    public ImmutableArray<int> Outputs { get; }

    /// <summary>How a batch's losses become one number.</summary>
    public Reduction Reduction { get; }

    /// <summary>What weights cost beside the losses; nothing by default.</summary>
    /// <exception cref="ArgumentException">A penalty has no loss beside it or nothing to penalize, or a number is out of its range; the message says which and why.</exception>
    public ImmutableArray<PenaltyDescription> Penalties
    {
        get => penalties;
        init
        {
            penalties = value.IsDefault ? [] : value;
            PenaltyCheck.Of(this);
        }
    }

    /// <summary>The shape of every node: the input, then each layer's output.</summary>
    public ImmutableArray<ImmutableArray<int>> Shapes { get; }

    /// <summary>Which elements of an input row are whole numbers, as symbols are.</summary>
    public InputDomain Domain { get; }

    /// <summary>The first batch normalization of vectors, which needs several rows to train on, and its channels; null where there is none.</summary>
    internal (string Name, int Channels)? NormOfVectors
    {
        get
        {
            for (int node = 1; node <= Layers.Length; node++)
            {
                if (Layers[node - 1] is BatchNormDescription layer && Elements(Shapes[node]) == Shapes[node][0])
                {
                    return (layer.Name, Shapes[node][0]);
                }
            }

            return null;
        }
    }

    /// <summary>The number of elements of one example.</summary>
    public int InputSize => Elements(Shapes[0]);

    /// <summary>The number of elements of one output.</summary>
    public int OutputSize { get; }

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
    /// loss with its options and its reduction; the penalties. It does not cover names and initializers. It is the same in every process, culture and
    /// version.
    /// </remarks>
    public string Fingerprint => fingerprint ??= DescriptionFingerprint.Of(this);

    /// <summary>The shapes that the layer of a node takes.</summary>
    /// <param name="node">The node, from 1.</param>
    public ImmutableArray<ImmutableArray<int>> InputShapesOf(int node) => [.. Layers[node - 1].Inputs.Select(from => Shapes[from])];

    /// <summary>The tensors that the layer of a node learns; none where it shares those of another.</summary>
    /// <param name="node">The node, from 1.</param>
    public ImmutableArray<(string Name, ImmutableArray<int> Shape)> ParametersOf(int node) =>
        Layers[node - 1].Shares is null ? Layers[node - 1].Parameters(InputShapesOf(node)) : [];

    /// <summary>The tensors that a node's layer keeps from batch to batch without learning them: running averages.</summary>
    /// <param name="node">From 1.</param>
    public ImmutableArray<(string Name, ImmutableArray<int> Shape)> StatisticsOf(int node) => Layers[node - 1].Statistics(InputShapesOf(node));

    /// <summary>Whether training couples the rows of a batch: each row's output and gradient depend on all rows.</summary>
    internal bool CouplesRows => Layers.Any(layer => layer is BatchNormDescription);

    /// <summary>The number of parameters of the layer of a node.</summary>
    /// <param name="node">The node, from 1.</param>
    public int ParameterCountOf(int node) => ParametersOf(node).Sum(tensor => Elements(tensor.Shape));

    /// <summary>What penalizes a tensor of a node; null where nothing does.</summary>
    /// <param name="node">The node that has it, from 1.</param>
    /// <param name="shape">Its shape: of one axis it is a bias, of more a weight.</param>
    public PenaltyDescription? PenaltyOf(int node, ImmutableArray<int> shape)
    {
        PenaltyDescription? found = null;
        foreach (PenaltyDescription penalty in Penalties)
        {
            found = penalty.Node == node || (penalty.Node is null && found is null) ? penalty : found;
        }

        return found is { Lambda1: 0, Lambda2: 0 } || (shape.Length == 1 && found is { Biases: false }) ? null : found;
    }

    /// <summary>The multiply-adds of the layer of a node, for one row.</summary>
    /// <param name="node">The node, from 1.</param>
    public long MultiplyAddsOf(int node) => Layers[node - 1].MultiplyAdds(InputShapesOf(node));

    /// <summary>Whether the other has the same name, input shape, layers, losses, reduction and penalties; <see cref="Fingerprint"/> compares the mathematics alone.</summary>
    /// <param name="other">Another description.</param>
    public bool Equals(NetworkDescription? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Shapes[0].AsSpan().SequenceEqual(other.Shapes[0].AsSpan())
            && Layers.AsSpan().SequenceEqual(other.Layers.AsSpan()) && Losses.AsSpan().SequenceEqual(other.Losses.AsSpan()) && Reduction == other.Reduction
            && Penalties.AsSpan().SequenceEqual(other.Penalties.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetworkDescription);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, ListHash.Of(Shapes[0]), ListHash.Of(Layers), ListHash.Of(Losses), Reduction, ListHash.Of(Penalties));

    /// <summary>The network as a table: every node with its output shape, parameters and multiply-adds, and the totals.</summary>
    public override string ToString() => DescriptionTable.Of(this);

    /// <summary>A layer shares the parameters of one before it, of the same kind and sizes.</summary>
    private void CheckShare(LayerDescription layer, IReadOnlyList<ImmutableArray<int>> inputs, IReadOnlyList<ImmutableArray<int>> shapes)
    {
        if (layer.Shares is not { } node)
        {
            return;
        }

        static string Written(IEnumerable<(string Name, ImmutableArray<int> Shape)> tensors) =>
            string.Join(" and ", tensors.Select(tensor => $"{tensor.Name} {ShapeText.Of(tensor.Shape)}").DefaultIfEmpty("nothing"));

        if (node < 1 || node >= shapes.Count - 1)
        {
            throw new ArgumentException(Invariant($"{Name}: {layer.Name} shares the parameters of node {node}; expected a layer before it, 1 to {shapes.Count - 2}."), "layers");
        }

        LayerDescription owner = Layers[node - 1];
        string own = Written(layer.Parameters(inputs));
        string others = Written(owner.Parameters([.. owner.Inputs.Select(from => shapes[from])]));
        if (owner.GetType() != layer.GetType() || owner.Shares is not null || own != others || own == "nothing")
        {
            throw new ArgumentException(Invariant($"{Name}: {layer.Name}, {layer.Summary}, learns {own}, and shares the parameters of {owner.Name}, {owner.Summary}, which learns {(owner.Shares is null ? others : "none of its own")}; expected the same kind and sizes."), "layers");
        }
    }

    /// <summary>Every loss judges a layer of its own, one of distributions a softmax, and its options fit.</summary>
    private void CheckLosses()
    {
        ArgumentException Misfit(FormattableString why) => new($"{Name}: {Invariant(why)}", "losses");
        var judged = new HashSet<int>();
        foreach (LossDescription loss in Losses)
        {
            if (loss.Node < 1 || loss.Node > Layers.Length)
            {
                throw Misfit($"{loss.Loss} judges node {loss.Node}; expected a layer, 1 to {Layers.Length}.");
            }

            LayerDescription layer = Layers[loss.Node - 1];
            if (!judged.Add(loss.Node))
            {
                throw Misfit($"two losses judge {layer.Name}; expected one for each layer.");
            }

            if (loss.Mistake(Elements(Shapes[loss.Node])) is { } mistake)
            {
                throw Misfit($"{loss.Loss} {mistake}.");
            }

            bool isOfSoftmax = loss.Loss is NetGen.Loss.CrossEntropy or NetGen.Loss.KullbackLeibler;
            if (isOfSoftmax && layer is not ActivateDescription { IsSoftmax: true })
            {
                throw Misfit($"{loss.Loss} needs a softmax {(Losses.Length == 1 ? "as the last layer, which" : $"where it judges {layer.Name}, which")} is {layer.Summary}.");
            }

            if (isOfSoftmax && Layers.FirstOrDefault(other => other.Inputs.Contains(loss.Node)) is { } taker)
            {
                throw Misfit($"{taker.Name} takes the softmax {layer.Name}, which {loss.Loss} judges; expected nothing behind it.");
            }
        }

        if (Losses.Length == 1 && Losses[0].Node != Layers.Length)
        {
            throw Misfit($"the one loss judges {Layers[Losses[0].Node - 1].Name}; expected the last layer, {Layers[^1].Name}.");
        }
    }

    /// <summary>Several inputs are the row, one after another; what is no part of it has no place in a gradient.</summary>
    private void CheckParts(ImmutableArray<int> inputShape, ImmutableArray<LayerDescription> layers)
    {
        InputDescription[] parts = [.. layers.OfType<InputDescription>()];
        if (parts.Length == 0)
        {
            return;
        }

        int end = 0;
        foreach (InputDescription part in parts)
        {
            if (part.Offset != end)
            {
                throw new ArgumentException(Invariant($"{Name}: the input {part.Name} starts at {part.Offset} of the row; expected {end}, where the one above it ends."), nameof(layers));
            }

            end += Elements(part.Shape);
        }

        if (end != inputShape[0])
        {
            throw new ArgumentException(Invariant($"{Name}: the inputs are {end} elements of a row of {inputShape[0]}; expected all of it."), nameof(layers));
        }

        if (layers.FirstOrDefault(layer => layer is not InputDescription && layer.Inputs.Contains(0)) is { } reader)
        {
            throw new ArgumentException(Invariant($"{Name}: {reader.Name} takes node 0, the row of several inputs; expected one of the inputs."), nameof(layers));
        }
    }

    /// <summary>The number of elements of a shape.</summary>
    /// <param name="shape">The size of every axis.</param>
    /// <exception cref="ArgumentException">There are more than an int counts.</exception>
    public static int Elements(ImmutableArray<int> shape)
    {
        int elements = 1;
        foreach (int size in shape)
        {
            long product = (long)elements * size;
            elements = product == (int)product
                ? (int)product
                : throw new ArgumentException(Invariant($"The sizes {ShapeText.Of(shape)} have a product that no memory holds; expected at most {int.MaxValue} elements."), nameof(shape));
        }

        return elements;
    }
}
