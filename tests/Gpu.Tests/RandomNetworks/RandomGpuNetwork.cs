using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Gpu.Tests.RandomNetworks;

/// <summary>Makes up a network that GPUs can compute, from a seed: the same network from the same seed.</summary>
internal sealed class RandomGpuNetwork
{
    private static readonly int[] widths = [1, 1, 2, 3, 3, 5, 7, 8, 13, 15, 16, 17, 24, 31, 32, 33, 47, 64, 65, 80, 100];

    // Twice as often smooth: in a wide network every row may lie within the bound of some corner.
    private static readonly Activation[] smooth =
    [
        Activation.Identity, Activation.Sigmoid, Activation.Tanh, Activation.Softplus, Activation.GELU, Activation.GELUTanh, Activation.SiLU, Activation.Mish, Activation.Softsign,
    ];

    private static readonly Activation[] elementwise = [.. smooth, .. smooth, .. ActivationKinds.Elementwise.Except(smooth)];

    private readonly SeededRandom random;
    private readonly List<LayerDeclaration> layers = [];
    private readonly List<(string Name, int[] Shape)> nodes = [];
    private int norms;

    private RandomGpuNetwork(ulong seed) => random = new SeededRandom(seed);

    private int[] Tip => nodes[^1].Shape;

    private int Elements => Tip.Aggregate((product, size) => product * size);

    public static NetworkDeclaration Of(ulong seed) => new RandomGpuNetwork(seed).Make($"Random{seed}");

    private NetworkDeclaration Make(string name)
    {
        int[] input = random.Chance(0.8) ? [random.Of(widths)] : [random.Between(1, 5), random.Between(1, 6)];
        nodes.Add((NetworkDeclaration.InputName, input));
        int depth = random.Between(1, 7);
        while (layers.Count < depth)
        {
            Continue();
        }

        NetworkDeclaration made = Finish(NetworkDeclaration.Of(name, input));
        return made.Loss is null || !layers.OfType<Dense>().Any() || random.Chance(0.7) ? made : made.With(new PenaltyDeclaration(random.Of([0, 0.02]), random.Of([0.01, 1])) { Biases = random.Chance(0.3), Examples = random.Of([1, 7, 60000]) });
    }

    private void Continue()
    {
        switch (random.Below(10))
        {
            case 0:
                Put(random.Chance(0.3) ? new PReLU { PerChannel = random.Chance(0.5) } : new Activate(random.Of(elementwise)) { Slope = Slope() }, Tip);
                break;
            case 1:
                Put(new Dropout(random.Of([0, 0.1, 0.25, 0.5, 0.9])) { Classical = random.Chance(0.3) }, Tip);
                break;
            case 2 when Tip.Length == 1 && norms == 0 && Elements <= 40 && layers.Count < 4:
                // The rows of a batch are on one tape then, so that only small networks couple them.
                norms++;
                Put(new BatchNorm { Affine = random.Chance(0.8), Epsilon = random.Of([1e-5, 0.001, 0.1]), Momentum = random.Of([0.1, 0.1, 0.5, 1]) }, Tip);
                break;
            case 3:
                RowNorm norm = random.Chance(0.5) ? new LayerNorm() : new RMSNorm();
                Put(norm with { Axes = random.Between(1, Tip.Length), Affine = random.Chance(0.7), Epsilon = random.Of([1e-5, 1e-5, 0.001, 0.1]) }, Tip);
                break;
            case 4 when nodes.Count > 1:
                Join();
                break;
            case 5:
                int[] shape = random.Of([.. Enumerable.Range(1, Elements).Where(size => Elements % size == 0).Select(size => new[] { size, Elements / size })]);
                Put(new Reshape(shape), shape);
                break;
            default:
                Dense(random.Of(widths), random.Of(elementwise));
                break;
        }
    }

    /// <summary>Adds one or two layers above that have the shape of the last.</summary>
    private void Join()
    {
        (string Name, int[] Shape)[] same = [.. nodes.Where(node => node.Shape.SequenceEqual(Tip))];
        Put(new Add([.. Enumerable.Range(0, random.Between(1, 2)).Select(_ => random.Of(same).Name).Distinct()]), Tip);
    }

    private NetworkDeclaration Finish(NetworkDeclaration network)
    {
        Reduction reduction = random.Chance(0.7) ? Reduction.Mean : Reduction.Sum;
        switch (random.Below(6))
        {
            case 0:
                return network with { Layers = [.. layers] };
            case 1:
                Dense(random.Of([1, 2, 3, 10, 17, 33]), Activation.Sigmoid);
                return (network with { Layers = [.. layers] }).With(Loss.BinaryCrossEntropy, reduction, new() { PositiveWeights = random.Chance(0.5) ? [] : Weights() });
            case 2 or 3:
                Dense(random.Of([2, 3, 10, 16, 17, 33]), random.Of([.. ActivationKinds.OfVectors]));
                Loss loss = random.Chance(0.8) ? Loss.CrossEntropy : Loss.KullbackLeibler;
                return (network with { Layers = [.. layers] }).With(
                    loss, reduction, loss == Loss.CrossEntropy ? new() { ClassWeights = random.Chance(0.6) ? [] : Weights(), LabelSmoothing = random.Of([0, 0, 0.1]) } : null);
            default:
                Loss error = random.Of([Loss.HalfSquaredError, Loss.MeanSquaredError, Loss.AbsoluteError, Loss.Huber]);
                return (network with { Layers = [.. layers] }).With(error, reduction, error == Loss.Huber ? new() { Delta = random.Of([0.1, 1, 3]) } : null);
        }
    }

    private void Dense(int units, Activation activation)
    {
        if (Tip.Length > 1)
        {
            Put(new Flatten(), [Elements]);
        }

        Put(new Dense(units, activation) { Slope = Slope(), Bias = random.Chance(0.8), Initializer = Initializer.Scaled, Scale = random.Of([0.5, 1]) }, [units]);
    }

    private ImmutableArray<double> Weights() => [.. Enumerable.Range(0, Elements).Select(_ => random.Of([0, 0.25, 1, 3.7]))];

    private double? Slope() => random.Chance(0.6) ? null : random.Of([0.001, 0.1, 0.5]);

    private void Put(LayerDeclaration layer, int[] shape)
    {
        string name = $"L{layers.Count + 1}";
        layers.Add(layer with { Name = name });
        nodes.Add((name, shape));
    }
}
