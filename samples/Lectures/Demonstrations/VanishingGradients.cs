using MathNet.Numerics;
using NetGen.Checking;
using NetGen.Randomness;
using NetGen.Samples.Charts;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// On its way back through a deep network the gradient is multiplied at every layer: by less than 1 it vanishes, by
/// more it explodes (S. Hochreiter, 1991). What the factor is, activation and initialization decide (X. Glorot and
/// Y. Bengio, 2010; K. He et al., 2015).
/// </summary>
internal sealed class VanishingGradients : IDemonstration
{
    private const int Rows = 32;
    private const int Inputs = 32;

    public string Id => "K4";

    public string Title => "Gradients vanish or explode with depth, by activation and initialization";

    public string ToSee => "Follow the gradient from the last of 20 layers, on the right, to the first: it shrinks by a factor for every layer with sigmoid or with small weights, and grows with large ones. It keeps its size where initialization fits activation, LeCun's with tanh and He's with ReLU.";

    public Findings Run(ulong seed)
    {
        float[] inputs = [.. Enumerable.Range(0, Rows * Inputs).Select(index => (float)CounterRandom.Normal(seed, 1000, index))];
        float[] targets = [.. Enumerable.Range(0, Rows).Select(row => 1 + (float)CounterRandom.Normal(seed, 1001, row))];
        var table = new NumberTable("20 layers of", "first layer", "last layer", "factor for each layer");
        var lines = new List<Mark>();
        foreach ((string name, INetwork<float> network) in new (string, INetwork<float>)[]
        {
            ("sigmoid, LeCun", new DeepSigmoid(seed)),
            ("tanh, N(0, 0.01²)", new DeepTanhSmall(seed)),
            ("tanh, LeCun", new DeepTanh(seed)),
            ("ReLU, LeCun", new DeepReLULeCun(seed)),
            ("ReLU, He", new DeepReLU(seed)),
            ("tanh, 16/inputs", new DeepTanhLarge(seed)),
        })
        {
            float[] gradient = new float[network.Layout.Length];
            network.Gradient(new Batch<float>(Rows, inputs, targets), gradient, network.CreateWorkspace(Rows));
            double[] norms = [.. GradientNorms.Of<float>(network, gradient).Layers.Select(layer => layer.Norm).SkipLast(1)]; // the output layer aside
            table.Add(name, norms[0], norms[^1], Math.Pow(norms[0] / norms[^1], 1.0 / (norms.Length - 1)));

            // What float has rounded to 0 has no logarithm, and no place in the picture.
            double[] shown = [.. norms.SkipWhile(norm => norm == 0)];
            lines.Add(new Line(name, Generate.LinearSpaced(shown.Length, norms.Length - shown.Length + 1, norms.Length), shown));
        }

        return new(
            new Figure(
                "Gradients in networks of 20 hidden layers of 32 units, before any training",
                new Panel("norm of the gradient of each layer", new("layer"), new("‖∂J/∂θ‖ of the layer", Logarithmic: true), [.. lines])),
            table);
    }
}

[Network, Input(32), Block(typeof(SigmoidUnits), Times = 20), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class DeepSigmoid;

[Network, Input(32), Block(typeof(SmallTanhUnits), Times = 20), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class DeepTanhSmall;

[Network, Input(32), Block(typeof(TanhUnits), Times = 20), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class DeepTanh;

[Network, Input(32), Block(typeof(ReLUUnitsByLeCun), Times = 20), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class DeepReLULeCun;

[Network, Input(32), Block(typeof(ReLUUnits), Times = 20), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class DeepReLU;

[Network, Input(32), Block(typeof(LargeTanhUnits), Times = 20), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class DeepTanhLarge;

[Layers, Dense(32, Activation.Sigmoid, Initializer = Initializer.LeCun)]
internal static class SigmoidUnits;

[Layers, Dense(32, Activation.Tanh, Initializer = Initializer.Normal, Scale = 0.01)]
internal static class SmallTanhUnits;

[Layers, Dense(32, Activation.Tanh, Initializer = Initializer.LeCun)]
internal static class TanhUnits;

[Layers, Dense(32, Activation.ReLU, Initializer = Initializer.LeCun)]
internal static class ReLUUnitsByLeCun;

[Layers, Dense(32, Activation.ReLU, Initializer = Initializer.He)]
internal static class ReLUUnits;

[Layers, Dense(32, Activation.Tanh, Initializer = Initializer.Scaled, Scale = 16)]
internal static class LargeTanhUnits;
