using System;
using System.Linq;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Recurrent layers in numbers worked by hand, and their gradients back through time.</summary>
public sealed class RecurrentTests
{
    private const double Precision = 1e-14;

    [Fact]
    public void ASimpleLayerCarriesItsStateFromStepToStep()
    {
        // F = 2, H = 1: z₁ = 0.5·1 − 1·2 + 0.1 + 0.2 = −1.2, z₂ = 0.5·3 − 1·1 + 0.3 + 2·h₁
        double[] parameters = [0.5, -1, 2, 0.1, 0.2], x = [1, 2, 3, 1];
        double first = Math.Tanh(-1.2), second = Math.Tanh(0.8 + 2 * first);
        Assert.Equal(second, Predict(Of(Layer(2, 2, new RecurrentDescription("R", [0], 1)), parameters), x)[0], Precision);
        Same([first, second], Predict(Of(Layer(2, 2, new RecurrentDescription("R", [0], 1, Sequence: true)), parameters), x));

        // max(0, −1.2) = 0, so z₂ = 0.8
        Same([0, 0.8], Predict(Of(Layer(2, 2, new RecurrentDescription("R", [0], 1, Activation.ReLU, Sequence: true)), parameters), x));
    }

    [Fact]
    public void AnLSTMHasItsGatesInTheOrderInputForgetCellOutput()
    {
        // F = H = 1, the gates' weights of the input 1, 2, 3, 4, of the state 0.1 to 0.4, biases 0.5 and then 0.
        double[] parameters = [1, 2, 3, 4, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0], x = [0.25, -0.5];
        (double h, double c) = Step(0.25, 0, 0);
        double first = h;
        (h, _) = Step(-0.5, h, c);
        Same([first, h], Predict(Of(Layer(2, 1, new LSTMDescription("L", [0], 1, Sequence: true)), parameters), x));
        Same([h], Predict(Of(Layer(2, 1, new LSTMDescription("L", [0], 1)), parameters), x));

        static (double H, double C) Step(double x, double h, double c)
        {
            double i = Sigmoid(x + 0.1 * h + 0.5), f = Sigmoid(2 * x + 0.2 * h + 0.5), g = Math.Tanh(3 * x + 0.3 * h + 0.5), o = Sigmoid(4 * x + 0.4 * h + 0.5);
            double next = f * c + i * g;
            return (o * Math.Tanh(next), next);
        }
    }

    [Fact]
    public void AGRUResetsWhatTheStateBringsWithItsBias()
    {
        // F = H = 1, of the input 1, 2, 3, of the state −1, 0.5, 2, biases of the input 0.1, 0.2, 0.3 and of the state 0.4, 0.5, 0.6.
        double[] parameters = [1, 2, 3, -1, 0.5, 2, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], x = [0.25, -0.5];
        double first = Step(0.25, 0), second = Step(-0.5, first);
        Same([first, second], Predict(Of(Layer(2, 1, new GRUDescription("G", [0], 1, Sequence: true)), parameters), x));

        static double Step(double x, double h)
        {
            double r = Sigmoid(x + 0.1 - h + 0.4), z = Sigmoid(2 * x + 0.2 + 0.5 * h + 0.5), n = Math.Tanh(3 * x + 0.3 + r * (2 * h + 0.6));
            return (1 - z) * n + z * h;
        }
    }

    [Fact]
    public void ABidirectionalLayerHasTheBackwardStatesBesideTheForwardOnes()
    {
        // h = tanh(x + h) forward, tanh(2x + h) backward, without biases.
        double[] parameters = [1, 1, 2, 1], x = [0.5, -0.25, 1];
        double f1 = Math.Tanh(0.5), f2 = Math.Tanh(-0.25 + f1), f3 = Math.Tanh(1 + f2);
        double b3 = Math.Tanh(2), b2 = Math.Tanh(-0.5 + b3), b1 = Math.Tanh(1 + b2);
        NetworkDescription all = Layer(3, 1, new RecurrentDescription("R", [0], 1, Sequence: true, Bidirectional: true, Bias: false));
        Assert.Equal([3, 2], all.Shapes[1].ToArray());
        Same([f1, b1, f2, b2, f3, b3], Predict(Of(all, parameters), x));

        // The last states: the forward one after the last step, the backward one after the first.
        Same([f3, b1], Predict(Of(Layer(3, 1, new RecurrentDescription("R", [0], 1, Bidirectional: true, Bias: false)), parameters), x));
    }

    [Fact]
    public void TheGradientGoesBackThroughTime()
    {
        // h₁ = tanh(w·x₁ + b), h₂ = tanh(w·x₂ + u·h₁ + b), J = ½(h₂ − y)²
        const double W = 0.5, U = -0.75, B = 0.1, X1 = 1.5, X2 = -0.5, Y = 0.25;
        double h1 = Math.Tanh(W * X1 + B), h2 = Math.Tanh(W * X2 + U * h1 + B);
        double d2 = (h2 - Y) * (1 - h2 * h2), d1 = d2 * U * (1 - h1 * h1);
        NetworkDescription description = new("Net", [2, 1], [new RecurrentDescription("R", [0], 1)], Loss.HalfSquaredError);
        var (_, gradient, inputGradient) = Gradient(Of(description, W, U, B, 0), new Batch<double>(1, [X1, X2], [Y]));
        Same([d1 * X1 + d2 * X2, d2 * h1, d1 + d2, d1 + d2], gradient);
        Same([d1 * W, d2 * W], inputGradient);
    }

    public static TheoryData<LayerDescription> Layers => new()
    {
        new RecurrentDescription("R", [0], 3, Sequence: true),
        new RecurrentDescription("R", [0], 3, Bidirectional: true, Bias: false),
        new LSTMDescription("L", [0], 2, Sequence: true, Bidirectional: true),
        new LSTMDescription("L", [0], 2, Bias: false),
        new GRUDescription("G", [0], 2, Sequence: true),
        new GRUDescription("G", [0], 2, Bidirectional: true),
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void TheGradientIsThatOfDifferences(LayerDescription layer)
    {
        NetworkDescription description = new("Net", [4, 2], [layer], Loss.HalfSquaredError);
        var network = new ReferenceNetwork<double>(description, 3);
        double[] x = [.. Enumerable.Range(1, 16).Select(index => Math.Sin(index))], y = [.. Enumerable.Range(1, 2 * description.OutputSize).Select(index => Math.Cos(index))];
        var (_, gradient, inputGradient) = Gradient(network, new Batch<double>(2, x, y));

        // Central differences of J: error h²/6·|J‴| + ε·J/h, about 1e-10 at h = 1e-5.
        const double H = 1e-5;
        Workspace<double> workspace = network.CreateWorkspace(2);
        for (int index = 0; index < gradient.Length; index++)
        {
            double before = network.Parameters[index];
            double Cost(double change)
            {
                network.Parameters[index] = before + change;
                return network.Cost(new Batch<double>(2, x, y), workspace);
            }

            Assert.Equal((Cost(H) - Cost(-H)) / (2 * H), gradient[index], 1e-9);
            network.Parameters[index] = before;
        }

        for (int index = 0; index < x.Length; index++)
        {
            double Cost(double change)
            {
                double[] moved = [.. x];
                moved[index] += change;
                return network.Cost(new Batch<double>(2, moved, y), workspace);
            }

            Assert.Equal((Cost(H) - Cost(-H)) / (2 * H), inputGradient[index], 1e-9);
        }
    }

    private static NetworkDescription Layer(int steps, int inputs, LayerDescription layer) => new("Net", [steps, inputs], [layer]);

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static void Same(double[] expected, double[] got)
    {
        Assert.Equal(expected.Length, got.Length);
        Assert.All(expected.Zip(got), pair => Assert.Equal(pair.First, pair.Second, Precision));
    }
}
