using System;
using System.Linq;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>The tape's gradients against backpropagation written out by hand.</summary>
public sealed class BackpropagationTests
{
    // 3 inputs, 2 hidden, 2 outputs; 3 rows.
    private static readonly double[] W1 = [0.5, -1, 0.25, 1, 0.75, -0.5];
    private static readonly double[] B1 = [0.1, -0.2];
    private static readonly double[] W2 = [1.5, -0.5, 0.3, 2];
    private static readonly double[] B2 = [0, 0.4];
    private static readonly double[] X = [1, 2, -1, 0.5, -0.25, 2, -1, 1, 1];
    private static readonly double[] Y = [1, 0, -1, 2, 0.5, 0.5];

    [Theory]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.LeakyReLU)]
    [InlineData(Activation.Softplus)]
    [InlineData(Activation.SiLU)]
    [InlineData(Activation.ELU)]
    [Trait("Mathematics", "D1")]
    [Trait("Mathematics", "D2")]
    [Trait("Mathematics", "D3")]
    public void DeltasAndParameterGradientsFollowTheirFormulas(Activation activation)
    {
        double[] dW1 = new double[6], dB1 = new double[2], dW2 = new double[4], dB2 = new double[2], dX = new double[9];
        for (int row = 0; row < 3; row++)
        {
            double[] x = X[(3 * row)..(3 * row + 3)], y = Y[(2 * row)..(2 * row + 2)];
            double[] z1 = Affine(W1, B1, x), a1 = [.. z1.Select(z => Psi(activation, z).Value)];
            double[] delta2 = [.. Affine(W2, B2, a1).Zip(y, (output, target) => output - target)];
            double[] delta1 = [.. Transposed(W2, delta2).Zip(z1, (back, z) => back * Psi(activation, z).Derivative)];
            Accumulate(dW2, dB2, delta2, a1);
            Accumulate(dW1, dB1, delta1, x);
            Transposed(W1, delta1).Select(value => value / 3).ToArray().CopyTo(dX, 3 * row);
        }

        NetworkDescription description = Chain(3, Loss.HalfSquaredError, Dense(2), Activate(activation), Dense(2));
        var (_, gradient, inputGradient) = Gradient(Of(description, [.. W1, .. B1, .. W2, .. B2]), new Batch<double>(3, X, Y));
        Same([.. dW1, .. dB1, .. dW2, .. dB2], gradient);
        Same(dX, inputGradient);
    }

    [Fact]
    [Trait("Mathematics", "D6")]
    public void TheTwoLayerDerivationHolds()
    {
        // x = (1, 2, −1): z¹ = W¹x + b¹ = (−1.65, 2.8), a¹ = (0, 2.8), ŷ = W²a¹ + b² = −1.2, δ² = ŷ − y = −2.2
        double[] x = [1, 2, -1];
        NetworkDescription description = Chain(3, Loss.HalfSquaredError, Dense(2), Activate(Activation.ReLU), Dense(1));
        double[] w2 = [1.5, -0.5];
        var (cost, gradient, inputGradient) = Gradient(Of(description, [.. W1, .. B1, .. w2, 0.2]), new Batch<double>(1, x, [1]));

        const double Delta2 = -2.2;
        Assert.Equal(Delta2 * Delta2 / 2, cost, 1e-14);
        double[] delta1 = [0, -0.5 * Delta2];
        double[] dW1 = [0, 0, 0, delta1[1] * 1, delta1[1] * 2, delta1[1] * -1];
        double[] dW2 = [0, Delta2 * 2.8];
        Same([.. dW1, .. delta1, .. dW2, Delta2], gradient);
        Same([delta1[1] * 1, delta1[1] * 0.75, delta1[1] * -0.5], inputGradient);
    }

    [Fact]
    [Trait("Mathematics", "D4")]
    public void BackwardFromAnUpstreamGradientIsTheVectorJacobianProduct()
    {
        ReferenceNetwork<double> network = Of(Chain(3, Loss.HalfSquaredError, Dense(2), Activate(Activation.Tanh), Dense(2)), [.. W1, .. B1, .. W2, .. B2]);
        var batch = new Batch<double>(3, X, Y);
        var (_, gradient, inputGradient) = Gradient(network, batch);

        // Upstream ∂J/∂ŷ = (ŷ − y)/m must give what the loss itself gives.
        Workspace<double> workspace = network.CreateWorkspace(3);
        double[] outputs = new double[6], back = new double[gradient.Length], backInput = new double[9];
        network.Forward(batch, outputs, workspace);
        Assert.Equal(Predict(network, X), outputs);
        Array.Fill(back, 7);
        network.Backward(batch, [.. outputs.Zip(Y, (output, target) => (output - target) / 3)], back, workspace, backInput);
        Same(gradient, back);
        Same(inputGradient, backInput);
    }

    [Fact]
    [Trait("Mathematics", "L1")]
    public void PoolingsGiveTheirGradientToTheFirstMaximumOrInShares()
    {
        // Windows 0–2, 2–4 over (1, 3, 3, 0, 2) with upstream (1, 10): the first 3, then the second.
        Assert.Equal([0, 1, 10, 0, 0], Back(new MaxPool1DDescription("P", [0], 3, 2), [1, 3, 3, 0, 2], [1, 10]));
        Assert.Equal([0, 0, 11, 0, 0], Back(new MaxPool1DDescription("P", [0], 3, 2), [1, 3, 4, 0, 2], [1, 10]));
        Assert.Equal([1, 1, 11, 10, 10], Back(new AveragePool1DDescription("P", [0], 3, 2), [1, 3, 4, 0, 2], [3, 30]));

        // Windows −1–1, 1–3, 3–5: divided by 3, or by 2, 3 and 2.
        Assert.Equal([1, 11, 10, 110, 100], Back(new AveragePool1DDescription("P", [0], 3, 2, 1), [0, 0, 0, 0, 0], [3, 30, 300]));
        Assert.Equal([3, 13, 10, 310, 300], Back(new AveragePool1DDescription("P", [0], 3, 2, 1, IncludePadding: false), [0, 0, 0, 0, 0], [6, 30, 600]));
        Assert.Equal([0, 7, 0, 0, 0], Back(new GlobalMaxPoolDescription("P", [0]), [1, 3, 3, 0, 2], [7]));
        Assert.Equal([2, 2, 2, 2, 2], Back(new GlobalAveragePoolDescription("P", [0]), [1, 3, 3, 0, 2], [10]));
        Assert.Equal([3, 12], Back(new UpsampleDescription("U", [0], 2), [0, 0], [1, 2, 4, 8]));
        Assert.Equal([2, 4], Back(new ZeroPadDescription("Z", [0], 1, 1), [0, 0], [1, 2, 4, 8]));

        static double[] Back(LayerDescription layer, double[] x, double[] upstream)
        {
            ReferenceNetwork<double> network = Of(new NetworkDescription("N", [1, x.Length], [layer]));
            Workspace<double> workspace = network.CreateWorkspace(1);
            var batch = new Batch<double>(1, x, default);
            double[] gradient = new double[x.Length];
            network.Forward(batch, new double[upstream.Length], workspace);
            network.Backward(batch, upstream, [], workspace, gradient);
            return gradient;
        }
    }

    /// <summary>
    /// Of (1, 3) with ε = 3 the inverse deviation is 1/2 and x̂ = (−1/2, 1/2). With upstream (4, 0) and γ = (2, 1), g = (8, 0):
    /// dx = 1/2·(g − 4 − x̂·(−4/2)), dγ = upstream ⊙ x̂, dβ = upstream. Without the mean (6, 8) with ε = 50 gives x̂ = (0.6, 0.8).
    /// </summary>
    [Fact]
    [Trait("Mathematics", "G3")]
    public void NormalizationsGiveTheirGradientThroughMeanAndDeviation()
    {
        ReferenceNetwork<double> network = Of(new NetworkDescription("N", [2], [new LayerNormDescription("N", [0], Epsilon: 3)]), [2, 1, 0, 0]);
        (double[] parameters, double[] input) = Back(network, [1, 3], [4, 0]);
        Close([-2, 0, 4, 0], parameters);
        Close([0.5 * (8 - 4 - 1), 0.5 * (0 - 4 + 1)], input);

        network = Of(new NetworkDescription("N", [2], [new RMSNormDescription("N", [0], Epsilon: 50)]), [2, 1]);
        (parameters, input) = Back(network, [6, 8], [5, 0]);
        Close([3, 0], parameters);
        Close([0.1 * (10 - (0.6 * 3)), 0.1 * (0 - (0.8 * 3))], input);

        // Of a batch of two examples, 1 and 3 of one channel go the same way.
        network = Of(new NetworkDescription("N", [1], [new BatchNormDescription("N", [0], Epsilon: 3)]), [2, 0]);
        (parameters, input) = Back(network, [1, 3], [4, 0], rows: 2);
        Close([-2, 4], parameters);
        Close([0.5 * (8 - 4 - 1), 0.5 * (0 - 4 + 1)], input);

        // Two pixels of two examples: (3, 1) and (9, −1) have the mean 3 and the variance (0 + 4 + 36 + 16)/4 = 14, so that
        // x̂ = (0, −1/2, 3/2, −1) with ε = 2, and with upstream (8, 0, 0, 0) the mean of g is 2 and that of g·x̂ is 0.
        network = Of(new NetworkDescription("N", [1, 2], [new BatchNormDescription("N", [0], Affine: false, Epsilon: 2)]), []);
        (parameters, input) = Back(network, [3, 1, 9, -1], [8, 0, 0, 0], rows: 2);
        Close([], parameters);
        Close([1.5, -0.5, -0.5, -0.5], input);

        static void Close(double[] expected, double[] actual)
        {
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
        }

        static (double[] Parameters, double[] Input) Back(ReferenceNetwork<double> network, double[] x, double[] upstream, int rows = 1)
        {
            Workspace<double> workspace = network.CreateWorkspace(rows);
            var batch = new Batch<double>(rows, x, default);
            double[] gradient = new double[network.Layout.Length], inputGradient = new double[x.Length];
            network.Forward(batch, new double[upstream.Length], workspace);
            network.Backward(batch, upstream, gradient, workspace, inputGradient);
            return (gradient, inputGradient);
        }
    }

    [Fact]
    [Trait("Mathematics", "D4")]
    public void NetworksCompose()
    {
        // Encoder and head, joined at their ends, are the whole network.
        ReferenceNetwork<double> whole = Of(Chain(3, Loss.HalfSquaredError, Dense(2), Activate(Activation.Tanh), Dense(2)), [.. W1, .. B1, .. W2, .. B2]);
        ReferenceNetwork<double> encoder = Of(Chain(3, null, Dense(2), Activate(Activation.Tanh)), [.. W1, .. B1]);
        ReferenceNetwork<double> head = Of(Chain(2, Loss.HalfSquaredError, Dense(2)), [.. W2, .. B2]);
        var (cost, gradient, _) = Gradient(whole, new Batch<double>(3, X, Y));

        double[] code = new double[6], encoderGradient = new double[8];
        Workspace<double> workspace = encoder.CreateWorkspace(3);
        var batch = new Batch<double>(3, X, default);
        encoder.Forward(batch, code, workspace);
        var (headCost, headGradient, codeGradient) = Gradient(head, new Batch<double>(3, code, Y));
        encoder.Backward(batch, codeGradient, encoderGradient, workspace);
        Assert.Equal(cost, headCost, 1e-15);
        Same(gradient, [.. encoderGradient, .. headGradient]);
    }

    [Fact]
    [Trait("Mathematics", "D4")]
    public void BackwardAsksForTheForwardPassOfItsBatch()
    {
        ReferenceNetwork<double> network = Of(Chain(1, null, Dense(1)), 2, 0);
        Workspace<double> workspace = network.CreateWorkspace(1);
        Assert.Throws<InvalidOperationException>(() => network.Backward(new Batch<double>(1, [1], default), [1], new double[2], workspace));
        network.Forward(new Batch<double>(1, [1], default, step: 3), new double[1], workspace);
        Assert.Throws<InvalidOperationException>(() => network.Backward(new Batch<double>(1, [1], default, step: 4), [1], new double[2], workspace));
        network.Backward(new Batch<double>(1, [1], default, step: 3), [1], new double[2], workspace);
    }

    [Fact]
    [Trait("Mathematics", "D5")]
    public void TheInputsGradientIsOfJAndOnRequest()
    {
        NetworkDescription description = Chain(3, Loss.HalfSquaredError, Dense(2), Activate(Activation.Sigmoid), Dense(2));
        ReferenceNetwork<double> network = Of(description, [.. W1, .. B1, .. W2, .. B2]);
        var (_, gradient, inputGradient) = Gradient(network, new Batch<double>(3, X, Y));

        // Central differences of J: error h²/6·|J‴| + ε·J/h, about 1e-10 at h = 1e-5.
        Workspace<double> workspace = network.CreateWorkspace(3);
        for (int index = 0; index < X.Length; index++)
        {
            Assert.Equal((Cost(index, 1e-5) - Cost(index, -1e-5)) / 2e-5, inputGradient[index], 1e-9);
        }

        double[] alone = new double[gradient.Length];
        network.Gradient(new Batch<double>(3, X, Y), alone, workspace);
        Assert.Equal(gradient, alone);

        double Cost(int index, double change)
        {
            double[] moved = [.. X];
            moved[index] += change;
            return network.Cost(new Batch<double>(3, moved, Y), workspace);
        }
    }

    [Fact]
    public void ALayerWithTwoConsumersGathersBothGradients()
    {
        // ŷ = tanh(a) + a with a = w·x: dŷ/dw = (2 − tanh²a)·x
        NetworkDescription description = new(
            "Residual", [1],
            [new DenseDescription("Dense1", [0], 1, Bias: false), new ActivateDescription("Activate1", [1], Activation.Tanh), new AddDescription("Add1", [1, 2])],
            Loss.HalfSquaredError);
        double output = 0.5 + Math.Tanh(0.5);
        var (_, gradient, _) = Gradient(Of(description, 0.25), new Batch<double>(1, [2], [0]));
        Assert.Equal(output * (2 - Math.Pow(Math.Tanh(0.5), 2)) * 2, gradient[0], 1e-14);
    }

    private static (double Value, double Derivative) Psi(Activation activation, double z) => activation switch
    {
        Activation.Sigmoid => (1 / (1 + Math.Exp(-z)), Math.Exp(-z) / Math.Pow(1 + Math.Exp(-z), 2)),
        Activation.Tanh => (Math.Tanh(z), 1 / Math.Pow(Math.Cosh(z), 2)),
        Activation.Softplus => (Math.Log(1 + Math.Exp(z)), 1 / (1 + Math.Exp(-z))),
        Activation.SiLU => (z / (1 + Math.Exp(-z)), (1 + Math.Exp(-z) * (1 + z)) / Math.Pow(1 + Math.Exp(-z), 2)),
        Activation.ELU => z > 0 ? (z, 1) : (Math.Exp(z) - 1, Math.Exp(z)),
        _ => z > 0 ? (z, 1) : (0.01 * z, 0.01),
    };

    private static double[] Affine(double[] w, double[] b, double[] x) =>
        [.. b.Select((bias, unit) => bias + x.Select((value, k) => w[unit * x.Length + k] * value).Sum())];

    private static double[] Transposed(double[] w, double[] delta)
    {
        int columns = w.Length / delta.Length;
        return [.. Enumerable.Range(0, columns).Select(column => delta.Select((value, unit) => w[unit * columns + column] * value).Sum())];
    }

    /// <summary>dW += δ aᵀ / m, db += δ / m with m = 3.</summary>
    private static void Accumulate(double[] dW, double[] db, double[] delta, double[] a)
    {
        for (int unit = 0; unit < delta.Length; unit++)
        {
            db[unit] += delta[unit] / 3;
            for (int k = 0; k < a.Length; k++)
            {
                dW[unit * a.Length + k] += delta[unit] * a[k] / 3;
            }
        }
    }

    /// <summary>Equal to the rounding of the few dozen operations behind each number.</summary>
    private static void Same(double[] expected, double[] got)
    {
        Assert.Equal(expected.Length, got.Length);
        Assert.All(expected.Zip(got), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }
}
