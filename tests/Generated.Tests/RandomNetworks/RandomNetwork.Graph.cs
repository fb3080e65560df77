using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <content>Several inputs, several losses, and parameters that layers share.</content>
internal sealed partial class RandomNetwork
{
    /// <summary>Several inputs, of which one may be a length; the shape of the last.</summary>
    private int[] Parts()
    {
        bool counts = random.Chance(0.5);
        foreach (int _ in Enumerable.Range(0, random.Between(1, 2)))
        {
            PutPart(counts ? [1] : Shape(random.Of([1, 1, 2, 3])));
        }

        int[] last = counts && random.Chance(0.7) ? [random.Between(2, 6), random.Of([1, 2, 3, 5, 8])] : Shape(random.Of([1, 1, 2, 2, 3]));
        PutPart(last);
        return last;
    }

    private void PutPart(int[] shape) => Put(new Part(shape), shape);

    /// <summary>What nobody took becomes an output, and so does a layer or two that others read.</summary>
    private HeadDeclaration[] Heads()
    {
        List<HeadDeclaration> heads = [];
        foreach (Node loose in nodes.Where(node => node.Uses == 0 && node != Tip).Append(Tip).ToArray())
        {
            heads.Add(Head(loose));
        }

        if (heads.Count < 2 || random.Chance(0.3))
        {
            Node[] free = [.. nodes.Where(node => heads.All(head => head.From != node.Name || head.Loss is not (Loss.CrossEntropy or Loss.KullbackLeibler)))];
            heads.Add(Branched(random.Of(free)));
        }

        return [.. heads];
    }

    /// <summary>A loss of a node itself where it can be judged, or of a layer on it.</summary>
    private HeadDeclaration Head(Node node) => node.IsInput || random.Chance(0.4)
        ? Branched(node)
        : Head(random.Of(errors), node.Name, node.Elements);

    private HeadDeclaration Branched(Node node)
    {
        if (node.Shape.Length > 1)
        {
            Put(new Flatten { From = node.Name }, [node.Elements]);
            node = Tip;
        }

        (Loss loss, Activation activation) = random.Of<(Loss, Activation)>(
        [
            (random.Of([Loss.CrossEntropy, Loss.KullbackLeibler]), random.Of([.. ActivationKinds.OfVectors])), (Loss.BinaryCrossEntropy, Activation.Sigmoid), (random.Of(errors), random.Of(elementwise)),
        ]);
        PutDense(random.Of([2, 3, 5, 7, 16, 17]), node.Name, activation);
        return Head(loss, Tip.Name, Tip.Elements);
    }

    private HeadDeclaration Head(Loss loss, string from, int elements) => new(loss, from, Weight()) { Options = Options(loss, elements) };

    /// <summary>What may be set on a loss, half of the time.</summary>
    private LossOptions Options(Loss loss, int elements) => random.Chance(0.5) ? LossOptions.None : loss switch
    {
        Loss.Huber => new() { Delta = random.Of([0.1, 0.5, 3]) },
        Loss.BinaryCrossEntropy => new() { PositiveWeights = Weights(elements) },
        Loss.CrossEntropy => new() { ClassWeights = random.Chance(0.6) ? Weights(elements) : [], LabelSmoothing = random.Of([0, 0.1, 0.3]) },
        _ => LossOptions.None,
    };

    private ImmutableArray<double> Weights(int elements) => [.. Enumerable.Range(0, elements).Select(_ => random.Of([0, 0.25, 0.3, 1, 2, 3.7]))];

    private double Weight() => random.Of([1, 1, 0.5, 0.3, 2]);

    /// <summary>One more layer with the parameters of one above, wherever its shapes fit; false where none does.</summary>
    private bool Share()
    {
        LayerDeclaration[] owners = [.. layers.Where(layer => layer is not Part && layer.Share is null && Learned(layer, TakenBy(layer).Shape).Length > 0)];
        if (owners.Length == 0)
        {
            return false;
        }

        LayerDeclaration owner = random.Of(owners);
        string learned = Learned(owner, TakenBy(owner).Shape);
        Node[] fitting = [.. nodes.Where(node => (owner is not Embedding || (node.IsInput && node.IsSymbols)) && Learned(owner, node.Shape) == learned)];
        if (owner is Dense { PerStep: false } && Tip.Shape.Length == 1 && (fitting.Length == 0 || random.Chance(0.3)))
        {
            PutDense(TakenBy(owner).Elements, null);
            fitting = [Tip];
        }

        Node? from = fitting.Length == 0 ? null : random.Of(fitting);
        if (from is null || Shared(owner) is not { } shared || Output(shared, from.Shape) is not { } shape || shape.Aggregate((product, size) => product * size) > MostElements)
        {
            return false;
        }

        if (shared is Recurrence && (from.Shape[0] > MostSteps || from.Shape[1] > MostOfStep))
        {
            return false;
        }

        Put(shared with { Share = owner.Name, From = from == Tip ? null : from.Name }, shape);
        return true;
    }

    private Node TakenBy(LayerDeclaration layer) => nodes[Array.IndexOf([.. nodes.Select(node => node.Name)], layer.Name) switch
    {
        int place when layer.From is string from => nodes.FindIndex(node => node.Name == from),
        int place => place - 1,
    }];

    /// <summary>What a layer learns of an input of a shape, as text; empty where it learns nothing or cannot take it.</summary>
    private static string Learned(LayerDeclaration layer, int[] shape)
    {
        if (layer is not (Support.Dense or Conv or ConvTranspose or Recurrence or Attention or Embedding or PositionalEncoding or RowNorm or PReLU) || Output(layer, shape) is null)
        {
            return "";
        }

        return string.Join(";", Described(layer).Parameters(Inputs(layer, shape)).Select(tensor => $"{tensor.Name} {string.Join(",", tensor.Shape)}"));
    }

    /// <summary>The shape that a layer gives, or null where it refuses its input.</summary>
    private static int[]? Output(LayerDeclaration layer, int[] shape)
    {
        try
        {
            return [.. Described(layer).OutputShape(Inputs(layer, shape))];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static LayerDescription Described(LayerDeclaration layer) => layer.Describe("L", 0, 1, _ => 0).First();

    /// <summary>What a layer takes: its input, and of a recurrent layer a state to start from, and a length.</summary>
    private static ImmutableArray<int>[] Inputs(LayerDeclaration layer, int[] shape) => layer is Recurrence recurrence
        ? [[.. shape], .. recurrence.Start.Select(_ => recurrence.Output(1)[^1..].ToArray()).Select(state => (ImmutableArray<int>)[.. state]), .. recurrence.Lengths is null ? [] : (ImmutableArray<int>[])[[1]]]
        : [[.. shape]];

    /// <summary>A layer as another writes it that uses its parameters: what says nothing of their sizes may differ.</summary>
    private LayerDeclaration? Shared(LayerDeclaration owner) => owner switch
    {
        Dense dense => dense with { Initializer = Initializer.Auto, Scale = 0, Activation = random.Of(elementwise), Slope = Slope() },
        Conv conv => conv with { Activation = random.Of(elementwise), Slope = Slope(), Truncate = true },
        ConvTranspose conv => conv with { Activation = random.Of(elementwise), Slope = Slope() },
        Recurrence recurrence => recurrence with { Start = [], Lengths = null, Sequence = random.Chance(0.5), BackSteps = 0 },
        Attention attention => attention with { Causal = random.Chance(0.5) },
        Embedding or PositionalEncoding or RowNorm or PReLU => owner,
        _ => null,
    };
}
