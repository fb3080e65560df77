using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>Makes a valid network up from a seed: the same network from the same seed.</summary>
internal sealed partial class RandomNetwork
{
    private const int MostElements = 600;

    /// <summary>The multiply-adds of a convolution, which the reference takes one by one.</summary>
    private const int MostProducts = 6000;

    // The reference goes through time on a tape.
    private const int MostSteps = 12;
    private const int MostOfStep = 64;

    /// <summary>Higher up, the bounds of scores may reach so far that the sum of their exponentials is in doubt.</summary>
    private const int MostBelowAttention = 3;

    // Small widths come up more often: they are quick, and every remainder of a vector is among them.
    private static readonly int[] widths = [1, 1, 2, 2, 3, 3, 3, 7, 7, 7, 8, 8, 15, 15, 16, 16, 17, 17, 31, 33, 64, 100, 130];
    private static readonly int[] wide = [300, 320, 333, 400, 512];
    private static readonly int[] sides = [1, 2, 2, 3, 3, 4, 5, 7, 8];

    private static readonly Activation[] smooth =
    [
        Activation.Identity, Activation.Sigmoid, Activation.Tanh, Activation.Softplus, Activation.GELU, Activation.GELUTanh, Activation.SiLU, Activation.Mish, Activation.Softsign,
    ];

    // Twice as often smooth: in a wide network every row may lie within the bound of some corner. And often none, so that a
    // layer itself is the last.
    private static readonly Activation[] elementwise =
    [
        .. smooth, .. smooth, Activation.Identity, Activation.Identity, Activation.ReLU, Activation.LeakyReLU, Activation.ELU, Activation.SELU, Activation.HardTanh, Activation.ReLU6, Activation.HardSigmoid,
        Activation.HardSwish, Activation.HardThreshold,
    ];

    private static readonly Loss[] errors = [Loss.HalfSquaredError, Loss.MeanSquaredError, Loss.AbsoluteError, Loss.Huber];

    private static readonly Initializer[] drawn =
        [Initializer.Auto, Initializer.Normal, Initializer.LeCun, Initializer.He, Initializer.Glorot, Initializer.Scaled];

    private readonly SeededRandom random;
    private readonly string name;
    private readonly List<LayerDeclaration> layers = [];

    // What can still be continued: a name, its shape, and how many layers took it. The last is the one above.
    private readonly List<Node> nodes = [];
    private bool mayBeWide;

    private RandomNetwork(ulong seed)
    {
        random = new SeededRandom(seed);
        name = $"Random{seed}";
        mayBeWide = random.Chance(0.1);
    }

    private Node Tip => nodes[^1];

    public static NetworkDeclaration Of(ulong seed) => new RandomNetwork(seed).Make();

    private NetworkDeclaration Make()
    {
        int[] input = random.Chance(0.2) ? Parts() : Shape(rank: random.Of([1, 1, 1, 1, 1, 2, 2, 3, 4, 4]));
        if (layers.Count == 0)
        {
            nodes.Add(new Node(NetworkDeclaration.InputName, input) { IsInput = true });
        }

        input = layers.Count == 0 ? input : Tip.Shape;
        if (input.Length == 1 && input[0] <= MostSteps && random.Chance(0.4))
        {
            int size = random.Of([1, 2, 3, 4, 6, 8, 16]);
            Tip.IsSymbols = true;
            Put(new Embedding(random.Of([1, 2, 5, 17, 300]), size), [input[0], size]);
        }

        bool graph = layers.OfType<Part>().Any() || random.Chance(input.Length > 1 ? 0.8 : 0.6);
        int depth = layers.OfType<Part>().Count() + random.Between(1, 8);
        while (layers.Count < depth)
        {
            if (graph && nodes.Count > 1 && random.Chance(0.3))
            {
                Branch();
            }
            else
            {
                Continue(graph);
            }
        }

        HeadDeclaration[] heads = random.Chance(0.2) ? Heads() : [];
        if (heads.Length == 0)
        {
            Gather();
        }

        (Loss? loss, Reduction reduction) = heads.Length == 0 ? Finish() : (null, random.Chance(0.7) ? Reduction.Mean : Reduction.Sum);
        NetworkDeclaration made = layers[0] is Part ? NetworkDeclaration.OfParts(name, [.. layers]) : NetworkDeclaration.Of(name, nodes[0].Shape, [.. layers]);
        made = made with { Loss = loss, Options = loss is { } one ? Options(one, Tip.Elements) : LossOptions.None, Heads = [.. heads], Reduction = reduction, Seed = random.Chance(0.5) ? 0 : random.Next() % 1000 };
        return loss is not null || heads.Length > 0 ? made.With(Penalties(made.Describe())) : made;
    }

    /// <summary>A penalty of all layers, of one, or of both.</summary>
    private PenaltyDeclaration[] Penalties(NetworkDescription description)
    {
        string[] weighed = [.. Enumerable.Range(1, description.Layers.Length).Where(node => description.ParametersOf(node).Any(tensor => tensor.Shape.Length > 1)).Select(node => description.Layers[node - 1].Name)];
        PenaltyDeclaration Of(string? from)
        {
            (double l1, double l2) = random.Of<(double, double)>([(0, 0.01), (0, 1), (0.02, 0), (0.3, 0.05)]);
            return new(l1, l2, from) { Biases = random.Chance(0.3), Proximal = l1 > 0 && random.Chance(0.3), Examples = random.Of([1, 1, 7, 60000]) };
        }

        return weighed.Length == 0 || random.Chance(0.7) ? []
            : random.Below(3) switch
            {
                0 => [Of(from: null)],
                1 when weighed.Length > 1 => [Of(from: null), Of(random.Of(weighed))],
                _ => [Of(random.Of(weighed))],
            };
    }

    /// <summary>One more layer on the one above.</summary>
    private void Continue(bool graph)
    {
        if (random.Chance(0.08))
        {
            Repeat();
            return;
        }

        if (random.Chance(0.2) && Share())
        {
            return;
        }

        if (graph && random.Chance(Tip.Shape.Length > 2 ? 0.8 : 0.35) && Join())
        {
            return;
        }

        if (random.Chance(Tip.Shape.Length == 2 ? 0.4 : Tip.Shape.Length == 1 && Tip.Elements <= 64 ? 0.12 : 0))
        {
            Recur();
            return;
        }

        if (Tip.Shape.Length is 2 or 3 && random.Chance(0.4))
        {
            PutConv(Tip, null);
            return;
        }

        if (Tip.Shape.Length == 1 && random.Chance(0.12))
        {
            Fold();
            return;
        }

        if (Tip.Shape.Length is 2 or 3 ? random.Chance(0.6) : Tip.Shape.Length == 1 && Tip.Elements > 3 && random.Chance(0.25))
        {
            OfChannels();
            return;
        }

        if (random.Chance(0.12))
        {
            Normalize(Tip, null);
            return;
        }

        // A tensor of several axes stays one for a while: once it is a vector, few layers give it axes again.
        switch (random.Below(Tip.Shape.Length > 1 ? 5 : 10))
        {
            case 0 or 1:
                Put(random.Chance(0.15) ? new PReLU { PerChannel = random.Chance(0.5) } : new Activate(random.Of(elementwise)) { Slope = Slope() }, Tip.Shape);
                break;
            case 2:
                Put(new Dropout(random.Of([0, 0.1, 0.25, 0.5, 0.9])) { Classical = layers.Count % 3 == 1 }, Tip.Shape);
                break;
            case 3:
                Reshape();
                break;
            default:
                Dense();
                break;
        }
    }

    /// <summary>A normalization of any shape.</summary>
    private void Normalize(Node from, string? origin)
    {
        // The rows of a batch are on one tape then, so that only small networks couple them.
        if (layers.Count < 4 && from.Elements <= 40 && random.Chance(0.4))
        {
            Put(new BatchNorm { Affine = random.Chance(0.8), Epsilon = random.Of([1e-5, 0.001, 0.1]), Momentum = random.Of([0.1, 0.1, 0.5, 1]), From = origin }, from.Shape);
            return;
        }

        RowNorm norm = random.Chance(0.5) ? new LayerNorm() : new RMSNorm();
        Put(
            norm with { Axes = random.Between(1, from.Shape.Length), Affine = random.Chance(0.7), Epsilon = random.Of([1e-5, 1e-5, 0.001, 0.1]), From = origin },
            from.Shape);
    }

    /// <summary>A layer of images or signals; a vector becomes one first.</summary>
    private void OfChannels()
    {
        if (Tip.Shape.Length == 1)
        {
            int[] shape = Factors(Tip.Elements, axes: random.Between(2, 3));
            Put(new Reshape(shape), shape);
        }

        LayerDeclaration layer = RandomChannels.Of(random, Tip.Shape);
        Put(layer, [.. layer.Describe("L", 0, 1, _ => 0).Single().OutputShape([[.. Tip.Shape]])]);
    }

    /// <summary>A layer that continues from any node above.</summary>
    private void Branch()
    {
        Node from = random.Of(nodes);
        if (from == Tip)
        {
            Dense();
            return;
        }

        string origin = from.Name;
        switch (random.Below(4))
        {
            case 0:
                Put(new Activate(random.Of(elementwise)) { Slope = Slope(), From = origin }, from.Shape);
                break;
            case 1:
                Put(new Dropout(0.3) { From = origin }, from.Shape);
                break;
            default:
                if (from.Shape.Length is 2 or 3 && random.Chance(0.5))
                {
                    PutConv(from, origin);
                }
                else if (from.Shape.Length > 1)
                {
                    Put(new Flatten { From = origin }, [from.Elements]);
                }
                else
                {
                    PutDense(Width(), origin);
                }

                break;
        }
    }

    /// <summary>An addition, product or concatenation of the layer above and others whose shapes fit, if there are any.</summary>
    private bool Join()
    {
        if (random.Chance(0.5))
        {
            Node[] same = [.. nodes.Where(node => node.Shape.SequenceEqual(Tip.Shape) && (node != Tip || random.Chance(0.1)))];
            if (same.Length == 0)
            {
                return false;
            }

            if (random.Chance(0.3))
            {
                Node by = random.Of(same);
                by.Uses++;
                Put(new Multiply(by.Name), Tip.Shape);
                return true;
            }

            Node[] some = Some(same);
            Array.ForEach(some, node => node.Uses++);
            Put(new Add([.. some.Select(node => node.Name)]), Tip.Shape);
            return true;
        }

        int axis = random.Below(Tip.Shape.Length);
        Node[] fitting = [.. nodes.Where(node => Fits(node.Shape, Tip.Shape, axis) && (node != Tip || random.Chance(0.1)))];
        if (fitting.Length == 0)
        {
            return false;
        }

        Node[] parts = Some(fitting);
        int[] shape = [.. Tip.Shape];
        shape[axis] += parts.Sum(part => part.Shape[axis]);
        if (shape.Aggregate(1, (product, size) => product * size) > MostElements)
        {
            return false;
        }

        Array.ForEach(parts, node => node.Uses++);
        Put(new Concat([.. parts.Select(node => node.Name)]) { Axis = axis }, shape);
        return true;
    }

    /// <summary>Brings every branch that is left over into the last layer.</summary>
    private void Gather()
    {
        while (nodes.FirstOrDefault(node => node.Uses == 0 && node != Tip) is Node loose)
        {
            if (loose.Shape.SequenceEqual(Tip.Shape))
            {
                loose.Uses++;
                Put(random.Chance(0.5) ? new Add(loose.Name) : new Concat(loose.Name) { Axis = random.Below(Tip.Shape.Length) }, null);
            }
            else if (Tip.Shape.Length > 1)
            {
                Put(new Flatten(), [Tip.Elements]);
            }
            else if (loose.Shape.Length > 1)
            {
                Node vector = Tip;
                Put(new Flatten { From = loose.Name }, [loose.Elements]);
                vector.Uses++;
                Put(new Concat(vector.Name), [vector.Elements + loose.Elements]);
            }
            else if (random.Chance(0.5))
            {
                loose.Uses++;
                Put(new Concat(loose.Name), [Tip.Elements + loose.Elements]);
            }
            else
            {
                PutDense(loose.Elements, null);
            }
        }
    }

    /// <summary>The last layers, which a loss asks for.</summary>
    private (Loss?, Reduction) Finish()
    {
        Reduction reduction = random.Chance(0.7) ? Reduction.Mean : Reduction.Sum;
        int kind = random.Below(7);
        if (kind < 3 && random.Chance(0.25))
        {
            Reshape();
        }

        switch (kind)
        {
            case 0:
                return (null, Reduction.Mean);
            case 1:
            case 2:
                return (random.Of(errors), reduction);
            case 3:
                Close(Activation.Sigmoid);
                return (Loss.BinaryCrossEntropy, reduction);
            case 4:
                JoinSigmoids();
                return (Loss.BinaryCrossEntropy, reduction);
            case 5:
                Close(random.Of([.. ActivationKinds.OfVectors]));
                return (null, Reduction.Mean);
            default:
                Close(random.Of([.. ActivationKinds.OfVectors]));
                return Tip.Elements > 1 ? (random.Chance(0.7) ? Loss.CrossEntropy : Loss.KullbackLeibler, reduction) : (null, Reduction.Mean);
        }
    }

    private void Close(Activation activation)
    {
        if (Tip.Shape.Length > 1 && ActivationKinds.OfVectors.Contains(activation))
        {
            Put(new Flatten(), [Tip.Elements]);
        }

        if (Tip.Shape.Length == 1 && random.Chance(0.8))
        {
            PutDense(random.Of([1, 2, 3, 7, 10, 16, 17, 33]), null, activation);
        }
        else
        {
            Put(new Activate(activation), Tip.Shape);
        }
    }

    /// <summary>Sigmoids side by side, or in another shape: binary cross-entropy cannot be fused with one of them.</summary>
    private void JoinSigmoids()
    {
        Close(Activation.Sigmoid);
        if (Tip.Shape.Length == 1 && random.Chance(0.6))
        {
            Node first = Tip;
            Node source = random.Of([.. nodes.Where(node => node.Shape.Length == 1)]);
            PutDense(random.Of([1, 2, 3, 5, 16]), source.Name, Activation.Sigmoid);
            first.Uses++;
            Put(new Concat(first.Name), [Tip.Elements + first.Elements]);
        }
        else
        {
            Reshape();
        }
    }

    private void Dense()
    {
        if (Tip.Shape.Length == 2 && random.Chance(0.5))
        {
            int most = Math.Max(1, MostElements / Tip.Shape[0]);
            bool twice = Tip.Shape[1] <= MostOfStep && random.Chance(0.2);
            int units = twice ? Tip.Shape[1] : Math.Min(most, random.Of([1, 2, 3, 5, 8, 15, 16, 17, 33]));
            var dense = new Dense(units, random.Of(elementwise)) { Slope = Slope(), Bias = random.Chance(0.6), PerStep = true };
            Put(dense, [Tip.Shape[0], units]);
            if (twice)
            {
                Put(dense with { Share = Tip.Name }, Tip.Shape);
            }

            return;
        }

        if (Tip.Shape.Length > 1)
        {
            Put(new Flatten(), [Tip.Elements]);
        }

        PutDense(Width(), null);
    }

    private void PutDense(int units, string? from, Activation? activation = null)
    {
        Initializer initializer = random.Chance(0.6) ? Initializer.Auto : random.Of(drawn);
        Put(
            new Dense(units, activation ?? random.Of(elementwise))
            {
                Slope = Slope(),
                Bias = random.Chance(0.8),
                Initializer = initializer,
                Scale = initializer switch { Initializer.Normal => 0.3, Initializer.Scaled => random.Of([0, 0.5, 1.5]), _ => 0 },
                From = from,
            },
            [units]);
    }

    /// <summary>A vector as an image or a signal, and a convolution of it.</summary>
    private void Fold()
    {
        int rank = random.Between(2, 3);
        List<int> shape = [];
        int rest = Tip.Elements;
        while (shape.Count < rank - 1)
        {
            int size = random.Of([.. Enumerable.Range(1, rest).Where(divisor => rest % divisor == 0)]);
            shape.Add(size);
            rest /= size;
        }

        shape.Add(rest);
        Put(new Reshape([.. shape]), [.. shape]);
        PutConv(Tip, null);
    }

    /// <summary>A convolution of an image or a signal.</summary>
    private void PutConv(Node from, string? origin)
    {
        if (random.Chance(0.25) && from.Elements <= 400)
        {
            PutConvTranspose(from, origin);
            return;
        }

        int inputs = from.Shape[0];
        int groups = random.Chance(0.6) ? 1 : random.Of([.. Enumerable.Range(1, inputs).Where(divisor => inputs % divisor == 0)]);
        bool causal = from.Shape.Length == 2 && random.Chance(0.3);
        bool same = !causal && random.Chance(0.25);
        bool square = random.Chance(0.4);
        ConvAxis[] axes = [.. from.Shape[1..].Select(size => Axis(size, same, causal))];
        if (square && from.Shape.Length == 3 && Fits(axes[0], from.Shape[2], same))
        {
            axes[1] = axes[0];
        }

        var conv = new Conv(groups, random.Of(elementwise), axes)
        {
            Groups = groups,
            Same = same,
            Causal = causal,
            Truncate = true,
            Slope = Slope(),
            Bias = random.Chance(0.8),
            From = origin,
        };
        var description = (ConvDescription)conv.Describe("", 0, 1, _ => 0).First();
        int positions = NetworkDescription.Elements(description.OutputShape([[.. from.Shape]])) / groups;
        long products = description.MultiplyAdds([[.. from.Shape]]) / groups;
        int most = (int)Math.Max(1, Math.Min(MostElements / (positions * groups), MostProducts / (products * groups)));
        conv = conv with { Channels = groups * random.Between(1, Math.Min(most, random.Of([1, 2, 3, 4, 17]))) };
        bool unread = from.Shape[1..].Zip(((ConvDescription)conv.Describe("", 0, 1, _ => 0).First()) switch
        {
            Conv2DDescription image => new[] { image.Height, image.Width },
            var signal => [((Conv1DDescription)signal).Length],
        }).Any(axis => axis.Second.Unread(axis.First) > 0);
        conv = conv with { Truncate = unread };
        Put(conv, [.. ((ConvDescription)conv.Describe("", 0, 1, _ => 0).First()).OutputShape([[.. from.Shape]])]);
    }

    /// <summary>A transposed convolution of an image or a signal.</summary>
    private void PutConvTranspose(Node from, string? origin)
    {
        int inputs = from.Shape[0];
        int groups = random.Chance(0.6) ? 1 : random.Of([.. Enumerable.Range(1, inputs).Where(divisor => inputs % divisor == 0)]);
        TransposedWindow[] axes = [.. from.Shape[1..].Select(Reach)];
        if (random.Chance(0.4))
        {
            axes = [.. axes.Select(axis => from.Shape[1..].All(size => axes[0].Outputs(size) > 0) ? axes[0] : axis)];
        }

        var conv = new ConvTranspose(groups, random.Of(elementwise), axes) { Groups = groups, Slope = Slope(), Bias = random.Chance(0.8), From = origin };
        var description = (ConvTransposeDescription)conv.Describe("", 0, 1, _ => 0).First();
        int positions = NetworkDescription.Elements(description.OutputShape([[.. from.Shape]])) / groups;
        long products = description.MultiplyAdds([[.. from.Shape]]);
        int most = (int)Math.Max(1, Math.Min(MostElements / (positions * groups), MostProducts / products));
        conv = conv with { Channels = groups * random.Between(1, Math.Min(most, random.Of([1, 2, 3, 4, 17]))) };
        Put(conv, [.. conv.Describe("", 0, 1, _ => 0).First().OutputShape([[.. from.Shape]])]);
    }

    private TransposedWindow Reach(int size)
    {
        (int stride, int dilation) = (random.Of([1, 1, 2, 2, 3]), random.Of([1, 1, 1, 2, 3]));
        var window = new TransposedWindow(random.Of([1, 2, 3, 3, 4]), stride, random.Of([0, 0, 0, 1, 2]), random.Below(Math.Max(stride, dilation)), dilation);
        return window.Outputs(size) > 0 ? window : window with { Padding = 0 };
    }

    private ConvAxis Axis(int size, bool same, bool causal)
    {
        int padding = same || causal ? 0 : random.Of([0, 0, 0, 1, 2]);
        var axis = new ConvAxis(random.Of([1, 2, 3, 3, 4, 5]), same ? 1 : random.Of([1, 1, 1, 2, 3]), padding, random.Of([1, 1, 1, 2, 3]));
        return Fits(axis, size, same || causal) ? axis : axis with { Kernel = Math.Min(axis.Kernel, size), Dilation = 1 };
    }

    /// <summary>Whether a kernel finds place; where the padding is made for it, it always does.</summary>
    private static bool Fits(ConvAxis axis, int size, bool padded) => padded || axis.Dilation * (axis.Kernel - 1) < size + 2 * axis.Padding;

    /// <summary>A recurrent layer on a sequence, or on a vector that becomes one.</summary>
    private void Recur()
    {
        if (Tip.Shape.Length == 1)
        {
            int steps = random.Of([.. Enumerable.Range(1, Tip.Elements).Where(divisor => Tip.Elements % divisor == 0 && divisor <= MostSteps)]);
            Put(new Reshape(steps, Tip.Elements / steps), [steps, Tip.Elements / steps]);
        }

        if (Tip.Shape[0] > MostSteps || Tip.Shape[1] > MostOfStep)
        {
            Dense();
            return;
        }

        if (random.Chance(0.2))
        {
            Put(new PositionalEncoding { Learned = random.Chance(0.5) }, Tip.Shape);
        }

        (int length, int numbers) = (Tip.Shape[0], Tip.Shape[1]);
        if (layers.Count < MostBelowAttention && length * numbers * (4 * numbers + 2 * length) <= MostProducts && random.Chance(0.5))
        {
            int[] divisors = [.. Enumerable.Range(1, numbers).Where(divisor => numbers % divisor == 0)];
            Put(new Attention(random.Of(divisors)) { Causal = random.Chance(0.4), Bias = random.Chance(0.7) }, Tip.Shape);
            return;
        }

        bool bidirectional = random.Chance(0.3);
        Node[] starts = random.Chance(0.5) ? [.. nodes.Where(node => node.Shape.Length == 1 && node.Elements <= 34 && (!bidirectional || node.Elements % 2 == 0))] : [];
        Node? start = starts.Length > 0 ? random.Of(starts) : null;
        int units = start is null ? random.Of([1, 2, 3, 3, 4, 5, 7, 8, 15, 16, 17]) : start.Elements / (bidirectional ? 2 : 1);
        Recurrence layer = random.Below(4) switch
        {
            0 => new Recurrent(units),
            1 => new Recurrent(units, Activation.ReLU),
            2 => new LSTM(units),
            _ => new GRU(units),
        };
        layer = layer with { Sequence = random.Chance(0.5), Bidirectional = bidirectional, Bias = random.Chance(0.8), BackSteps = random.Chance(0.25) ? random.Between(1, 4) : 0 };
        if (start is not null)
        {
            Node cell = random.Of([.. starts.Where(node => node.Elements == start.Elements)]);
            layer = layer with { Start = layer is LSTM ? [start.Name, cell.Name] : [start.Name] };
            start.Uses++;
            cell.Uses += layer is LSTM ? 1 : 0;
        }

        Node[] counts = [.. nodes.Where(node => node.IsInput && node.Shape is [1] && !node.IsSymbols)];
        if (counts.Length > 0 && random.Chance(0.7))
        {
            Node count = random.Of(counts);
            count.Uses++;
            layer = layer with { Lengths = count.Name };
        }

        Put(layer, layer.Output(Tip.Shape[0]));
    }

    private void Reshape()
    {
        int[] shape = Factors(Tip.Elements);
        Put(new Reshape(shape), shape);
    }

    /// <summary>Adds a layer to the list; it takes what <c>From</c> names, or the layer above.</summary>
    private void Put(LayerDeclaration layer, int[]? shape)
    {
        if (layer is Part)
        {
            // It takes its part of the row.
        }
        else if (layer.From is null)
        {
            Tip.Uses++;
        }
        else
        {
            nodes.Single(node => node.Name == layer.From).Uses++;
        }

        if (shape is null)
        {
            shape = [.. Tip.Shape];
            if (layer is Concat concat)
            {
                shape[concat.Axis] *= 2;
            }
        }

        string named = $"L{layers.Count + 1}";
        layers.Add(layer with { Name = named });
        nodes.Add(new Node(named, shape) { IsInput = layer is Part });
    }

    private Node[] Some(Node[] choices) => [.. Enumerable.Range(0, random.Between(1, 3)).Select(_ => random.Of(choices))];

    private double? Slope() => random.Chance(0.6) ? null : random.Of([0.001, 0.1, 0.25, 0.5]);

    private int Width()
    {
        if (mayBeWide && random.Chance(0.4))
        {
            mayBeWide = false;
            return random.Of(wide);
        }

        return random.Of(widths);
    }

    private int[] Shape(int rank)
    {
        if (rank == 1)
        {
            return [Width()];
        }

        int[] shape = [.. Enumerable.Range(0, rank).Select(_ => random.Of(sides))];
        while (shape.Aggregate(1, (product, size) => product * size) > MostElements)
        {
            shape[random.Below(rank)] = 1;
        }

        return shape;
    }

    /// <summary>A shape of up to four axes with that many elements.</summary>
    private int[] Factors(int elements) => Factors(elements, random.Below(4) + 1);

    /// <summary>A shape of some axes with that many elements.</summary>
    private int[] Factors(int elements, int axes)
    {
        List<int> shape = [];
        int rest = elements;
        for (int axis = axes - 1; axis > 0; axis--)
        {
            int[] divisors = [.. Enumerable.Range(1, rest).Where(divisor => rest % divisor == 0)];
            int size = random.Of(divisors);
            shape.Add(size);
            rest /= size;
        }

        shape.Add(rest);
        return [.. shape];
    }

    private static bool Fits(int[] shape, int[] other, int axis) =>
        shape.Length == other.Length && Enumerable.Range(0, shape.Length).All(index => index == axis || shape[index] == other[index]);

    private sealed class Node(string name, int[] shape)
    {
        public string Name { get; } = name;

        public int[] Shape { get; } = shape;

        public int Elements { get; } = shape.Aggregate(1, (product, size) => product * size);

        /// <summary>Whether it is the input or one of several.</summary>
        public bool IsInput { get; init; }

        /// <summary>Whether an embedding reads it.</summary>
        public bool IsSymbols { get; set; }

        public int Uses { get; set; }
    }
}
