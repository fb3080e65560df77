using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

public sealed class ForwardTests
{
    [Fact]
    [Trait("Mathematics", "A1")]
    public void ANeuronWeighsItsInputsAddsItsBiasAndActivates()
    {
        // z = 0.5·2 − 1·3 + 0.25·4 + 1.5 = 0.5
        Assert.Equal([0.5], Predict(Of(Chain(3, null, Dense(1)), 0.5, -1, 0.25, 1.5), 2, 3, 4));
        Assert.Equal(
            [1 / (1 + Math.Exp(-0.5))],
            Predict(Of(Chain(3, null, Dense(1), Activate(Activation.Sigmoid)), 0.5, -1, 0.25, 1.5), 2, 3, 4));
    }

    [Fact]
    public void AnEmbeddingLooksSymbolsUp()
    {
        NetworkDescription description = new("Net", [3], [new EmbeddingDescription("E", [0], 3, 2)]);
        Assert.Equal([5, 6, 1, 2, 5, 6], Predict(Of(description, 1, 2, 3, 4, 5, 6), 2, 0, 2));
    }

    [Fact]
    public void PlacesAreSinusoidsOfFallingFrequency()
    {
        // F = 4: frequencies 1 and 10000^(−2/4) = 1/100.
        NetworkDescription description = new("Net", [3, 4], [new PositionalEncodingDescription("P", [0])]);
        double[] expected = [0, 1, 0, 1, Math.Sin(1), Math.Cos(1), Math.Sin(0.01), Math.Cos(0.01), 10 + Math.Sin(2), Math.Cos(2), Math.Sin(0.02), Math.Cos(0.02)];
        double[] actual = Predict(Of(description), 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    public void AttentionWeighsValuesByTheSoftmaxOfItsScores()
    {
        // F = 1, q = x, k = 2x, v = 3x, output weight 1: scores q·k/√1 of x = (0, 1) are (0, 0) and (0, 2).
        NetworkDescription all = new("Net", [2, 1], [new AttentionDescription("A", [0], 1, Bias: false)]);
        double weight = Math.Exp(2) / (1 + Math.Exp(2));
        double[] actual = Predict(Of(all, 1, 2, 3, 1), 0, 1);
        Assert.Equal(1.5, actual[0], 1e-15);
        Assert.Equal(3 * weight, actual[1], 1e-14);

        // Masked, the first step sees itself alone; large scores do not overflow.
        NetworkDescription causal = new("Net", [2, 1], [new AttentionDescription("A", [0], 1, Causal: true, Bias: false)]);
        actual = Predict(Of(causal, 1, 2, 3, 1), 0, 1);
        Assert.Equal(0, actual[0]);
        Assert.Equal(3 * weight, actual[1], 1e-14);
        Assert.Equal([3, 3e4], Predict(Of(causal, 1, 2, 3, 1), 1, 1e4));

        // Of one step, both see the first alone; what lies behind it is not read.
        NetworkDescription one = new(
            "Net", [3], [new InputDescription("n", [0], [1], 0), new InputDescription("x", [0], [2, 1], 1), new AttentionDescription("A", [2, 1], 1, Bias: false, Lengths: true)]);
        Assert.Equal([6, 6], Predict(Of(one, 1, 2, 3, 1), 1, 2, 9));
        actual = Predict(Of(one, 1, 2, 3, 1), 2, 0, 1);
        Assert.Equal(1.5, actual[0], 1e-15);
        Assert.Equal(3 * weight, actual[1], 1e-14);
        Assert.Equal(6, Predict(Of(one, 1, 2, 3, 1), 1, 2, double.NaN)[0]);
    }

    [Fact]
    [Trait("Mathematics", "A2")]
    public void ADenseLayerTakesAWholeBatchWithItsBiasForEveryRow()
    {
        // W [3, 2], b [3], X [4, 2]: Z = X Wᵀ + b
        double[] w = [1, 2, 3, 4, 5, 6], b = [10, 20, 30], x = [1, 0, 0, 1, 1, 1, -1, 2];
        Assert.Equal(
            [11, 23, 35, 12, 24, 36, 13, 27, 41, 13, 25, 37],
            Predict(Of(Chain(2, null, Dense(3)), [.. w, .. b]), x));
    }

    [Fact]
    [Trait("Mathematics", "A3")]
    public void APerceptronOfThreeLayersHasAnActivationPerLayer()
    {
        NetworkDescription description = Chain(
            2, null, Dense(2), Activate(Activation.ReLU), Dense(2), Activate(Activation.Tanh), Dense(1), Activate(Activation.Sigmoid));
        double[] parameters = [1, -1, 2, 1, 0, -1, 0.5, 1, -1, 0.25, 0.1, 0.2, 1, -2, 0.3];

        // z₁ = (1 − 3, 2 + 3 − 1) = (−2, 4); a₁ = (0, 4); z₂ = (4.1, 1.2); a₂ = tanh z₂; z₃ = a₂₁ − 2 a₂₂ + 0.3
        double z3 = Math.Tanh(4.1) - 2 * Math.Tanh(1.2) + 0.3;
        Real<double>[][] nodes = ReferencePass.Forward<Real<double>>(description, [.. parameters.Select(Real<double>.From)], [1, 3], training: null);
        Assert.Equal([1, 3], Numbers(nodes[0]));
        Assert.Equal([-2, 4], Numbers(nodes[1]));
        Assert.Equal([0, 4], Numbers(nodes[2]));
        Assert.Equal([4.1, 1.2], Numbers(nodes[3]));
        Assert.Equal([Math.Tanh(4.1), Math.Tanh(1.2)], Numbers(nodes[4]));
        Assert.Equal(z3, Numbers(nodes[5])[0], 1e-15);
        Assert.Equal(1 / (1 + Math.Exp(-z3)), Numbers(nodes[6])[0], 1e-15);
    }

    [Fact]
    [Trait("Mathematics", "A5")]
    public void TheToyLayerGivesItsNumbers()
    {
        double[] parameters = [1, 0.5, 0.5, 1, -2, 0.5], x = [1, 2, -1, 2];
        Assert.Equal([0, 3, -2, 2], Predict(Of(Chain(2, null, Dense(2)), parameters), x));
        Assert.Equal([0, 3, 0, 2], Predict(Of(Chain(2, null, Dense(2), Activate(Activation.ReLU)), parameters), x));
    }

    [Fact]
    [Trait("Mathematics", "A5")]
    public void ARectangularToyLayerTellsRowsFromColumns()
    {
        // W [2, 3]: z = (1·1 + 2·0 + 3·(−1), 4·1 + 5·0 + 6·(−1)) + b
        Assert.Equal([-1.5, -3], Predict(Of(Chain(3, null, Dense(2)), 1, 2, 3, 4, 5, 6, 0.5, -1), 1, 0, -1));
    }

    [Fact]
    [Trait("Mathematics", "A7")]
    public void LogisticAndSoftmaxRegressionLearnFromZeros()
    {
        double[] x = [0, 0, 1, 0, 0, 1, 2, 2];
        ReferenceNetwork<double> logistic = Of(Chain(2, Loss.BinaryCrossEntropy, Dense(1, initializer: Initializer.Zeros), Activate(Activation.Sigmoid)));
        Assert.Equal([0.5, 0.5, 0.5, 0.5], Predict(logistic, x));
        Descend(logistic, 2000, () => new Batch<double>(4, x, [0, 0, 0, 1]));
        Assert.Equal([0, 0, 0, 1], Predict(logistic, x).Select(value => Math.Round(value)));

        ReferenceNetwork<double> softmax = Of(Chain(2, Loss.CrossEntropy, Dense(3, initializer: Initializer.Zeros), Activate(Activation.Softmax)));
        Assert.All(Predict(softmax, x), probability => Assert.Equal(1.0 / 3, probability, 1e-15));
        Descend(softmax, 2000, () => new Batch<double>(x, [0, 1, 2, 2]));
        double[] learned = Predict(softmax, x);
        Assert.Equal([0, 1, 2, 2], learned.Chunk(3).Select(row => Array.IndexOf(row, row.Max())));
    }

    [Fact]
    [Trait("Mathematics", "A8")]
    public void TwoLinearLayersAreOne()
    {
        double[] w1 = [1, 2, 3, 4, 5, 6], b1 = [1, -1], w2 = [2, -1, 0.5, 3], b2 = [0.25, -2];

        // W = W₂W₁ [2, 3], b = W₂b₁ + b₂
        double[] w = [2 - 4, 4 - 5, 6 - 6, 0.5 + 12, 1 + 15, 1.5 + 18], b = [2 + 1 + 0.25, 0.5 - 3 - 2];
        double[] x = [1, 2, 3, -1, 0.5, 4];
        double[] two = Predict(Of(Chain(3, null, Dense(2), Activate(Activation.Identity), Dense(2), Activate(Activation.Identity)), [.. w1, .. b1, .. w2, .. b2]), x);
        Assert.Equal(Predict(Of(Chain(3, null, Dense(2)), [.. w, .. b]), x), two);
    }

    [Fact]
    [Trait("Mathematics", "A9")]
    public void AnImageOf64By64By3Has12288Features()
    {
        NetworkDescription description = new("Image", [64, 64, 3], [new FlattenDescription("Flatten1", [0]), new DenseDescription("Dense1", [1], 1, Bias: false)]);
        Assert.Equal([12288], description.Shapes[1].ToArray());

        // Row-major: the weight of feature (row·64 + column)·3 + channel meets that pixel.
        ReferenceNetwork<double> network = Of(description);
        network.Parameters.Clear();
        network.Parameters[(5 * 64 + 7) * 3 + 2] = 1;
        double[] image = [.. Enumerable.Range(0, 12288).Select(index => (double)index)];
        Assert.Equal([(5 * 64 + 7) * 3 + 2], Predict(network, image));
    }

    [Fact]
    public void ConcatJoinsAlongAnyAxis()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        Assert.Equal([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6], Predict(Of(Joined(0)), x));
        Assert.Equal([1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6], Predict(Of(Joined(1)), x));
        Assert.Equal([4, 3], Joined(0).Shapes[1].ToArray());
        Assert.Equal([2, 6], Joined(1).Shapes[1].ToArray());

        NetworkDescription Joined(int axis) => new("Joined", [2, 3], [new ConcatDescription("Concat1", [0, 0], axis)]);
    }

    [Fact]
    public void AddSumsAndReshapeKeepsTheOrder()
    {
        NetworkDescription description = new(
            "Graph", [2, 3],
            [new ReshapeDescription("Reshape1", [0], [3, 2]), new AddDescription("Add1", [1, 1, 1])]);
        Assert.Equal([3, 6, 9, 12, 15, 18], Predict(Of(description), 1, 2, 3, 4, 5, 6));
        Assert.Equal([3, 2], description.Shapes[^1].ToArray());
    }

    [Fact]
    [Trait("Mathematics", "L1")]
    public void PoolingsTakeMaximaAndMeansOfWindows()
    {
        // 1 2 3 4 / 5 6 7 8 / 9 10 11 12 and its negative
        double[] x = [.. Enumerable.Range(1, 12).Select(number => (double)number), .. Enumerable.Range(1, 12).Select(number => (double)-number)];
        Assert.Equal([6, 8, -1, -3], Pool(new MaxPool2DDescription("P", [0], 2, 2, 2, 2, Truncate: true)));
        Assert.Equal([3.5, 5.5, -3.5, -5.5], Pool(new AveragePool2DDescription("P", [0], 2, 2, 2, 2, Truncate: true)));
        Assert.Equal([11, 12, -1, -2], Pool(new MaxPool2DDescription("P", [0], 3, 3, 1, 1)));

        // Rows −1 to 1 and 1 to 3, of which 0 and 1, and 1 and 2 exist; padding is no maximum, but counts in a mean or not.
        Assert.Equal([6, 8, 10, 12, -1, -3, -5, -7], Pool(new MaxPool2DDescription("P", [0], 3, 2, 2, 2, PaddingHeight: 1)));
        Assert.Equal([14 / 6.0, 22 / 6.0, 30 / 6.0, 38 / 6.0], Pool(new AveragePool2DDescription("P", [0], 3, 2, 2, 2, PaddingHeight: 1))[..4]);
        Assert.Equal([3.5, 5.5, 7.5, 9.5], Pool(new AveragePool2DDescription("P", [0], 3, 2, 2, 2, PaddingHeight: 1, IncludePadding: false))[..4]);

        Assert.Equal([12, -1], Pool(new GlobalMaxPoolDescription("P", [0])));
        Assert.Equal([6.5, -6.5], Pool(new GlobalAveragePoolDescription("P", [0])));
        NetworkDescription signal = new("Signal", [1, 5], [new MaxPool1DDescription("P", [0], 3, 2), new AveragePool1DDescription("Q", [0], 2, 1, 1, IncludePadding: false), new ConcatDescription("C", [1, 2], 1)]);
        Assert.Equal([3, 5, 3, 2, 2, 0.5, 1.5, 5], Predict(Of(signal), 3, 1, 3, -2, 5)[..8]);
        Assert.Equal([1, 8], signal.Shapes[^1].ToArray());

        double[] Pool(LayerDescription layer) => Predict(Of(new NetworkDescription("Image", [2, 3, 4], [layer])), x);
    }

    [Fact]
    [Trait("Mathematics", "L1")]
    public void AWindowWithNaNGivesNaN() =>
        Assert.Equal([2, double.NaN, double.NaN, 4], Predict(Of(new NetworkDescription("N", [1, 5], [new MaxPool1DDescription("P", [0], 2, 1)])), 1, 2, double.NaN, 3, 4));

    [Fact]
    [Trait("Mathematics", "L1")]
    public void UpsamplingRepeatsAndPaddingSurrounds()
    {
        double[] x = [1, 2, 3, 4];
        Assert.Equal([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4], Run([1, 2, 2], new UpsampleDescription("U", [0], 2)));
        Assert.Equal([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4], Run([2, 2], new UpsampleDescription("U", [0], 3)));
        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0], Run([1, 2, 2], new ZeroPadDescription("Z", [0], 1, 1, 1, 0)));
        Assert.Equal([1, 2, 0, 0, 3, 4, 0, 0], Run([2, 2], new ZeroPadDescription("Z", [0], 0, 2)));

        double[] Run(ImmutableArray<int> shape, LayerDescription layer) => Predict(Of(new NetworkDescription("N", shape, [layer])), x);
    }

    [Fact]
    [Trait("Mathematics", "L2")]
    public void ADenseLayerPerStepTakesEveryStepAlone()
    {
        // W = [[1, 2], [3, 4], [5, 6]], b = (10, 20, 30), steps (1, −1) and (2, 0).
        var layer = new DenseDescription("D", [0], 3, PerStep: true);
        Assert.Equal([9, 19, 29, 12, 26, 40], Predict(Of(new NetworkDescription("N", [2, 2], [layer]), [1, 2, 3, 4, 5, 6, 10, 20, 30]), 1, -1, 2, 0));
    }

    /// <summary>(1, 3) has mean 2 and variance 1, (2, −4) mean −1 and variance 9; the mean of the squares of (6, 8) is 50.</summary>
    [Fact]
    [Trait("Mathematics", "B9")]
    public void PReLUHasOneSlopeOrOneOfEveryChannel()
    {
        NetworkDescription one = new("P", [2, 2], [new PReLUDescription("P", [0])]), several = new("P", [2, 2], [new PReLUDescription("P", [0], PerChannel: true)]);
        Assert.Equal([-0.25, 2, 0, -1], Predict(Of(one, 0.25), -1, 2, 0, -4));
        Assert.Equal([-0.25, 2, 0, -8], Predict(Of(several, 0.25, 2), -1, 2, 0, -4));
        Assert.Equal([0.25f], new ReferenceNetwork<float>(one).Parameters[..1].ToArray());

        // ∂ℓ/∂a = Σ (ŷ − y)·min(0, x)
        NetworkDescription judged = new("P", [2, 2], several.Layers, Loss.HalfSquaredError);
        (_, double[] gradient, double[] input) = Gradient(Of(judged, 0.25, 2), new Batch<double>(1, [-1, 2, 0, -4], [0, 0, 1, 1]));
        Assert.Equal([0.25, 36], gradient[..2]);
        Assert.Equal([-0.0625, 2, -2, -18], input);
    }

    [Fact]
    [Trait("Mathematics", "G3")]
    public void NormalizationsBringEachExampleToDeviationOne()
    {
        double third = 3 / Math.Sqrt(12);
        Assert.Equal([-0.5, 0.5, third, -third], Predict(Of(new NetworkDescription("N", [2, 2], [new LayerNormDescription("N", [0], Affine: false, Epsilon: 3)])), 1, 3, 2, -4));
        ReferenceNetwork<double> affine = Of(new NetworkDescription("N", [2, 2], [new LayerNormDescription("N", [0], Epsilon: 3)]));
        Assert.Equal([1, 1, 0, 0], affine.Parameters.ToArray());
        ((double[])[2, 4, 1, -1]).CopyTo(affine.Parameters);
        Assert.Equal([0, 1], Predict(affine, 1, 3, 0, 0)[..2]);
        Assert.Equal([1, -1], Predict(affine, 1, 3, 5, 5)[2..]);
        Assert.Equal([6 / 10.0, 8 / 10.0], Predict(Of(new NetworkDescription("N", [2], [new RMSNormDescription("N", [0], Affine: false, Epsilon: 50)])), 6, 8));

        // Over both axes at once: mean 0.5 and variance (0.25 + 6.25 + 2.25 + 20.25)/4 = 7.25.
        Assert.Equal(0.5 / 3, Predict(Of(new NetworkDescription("N", [2, 2], [new LayerNormDescription("N", [0], 2, Epsilon: 1.75)])), 1, 3, 2, -4)[0], 12);
    }

    /// <summary>
    /// Elements (1, 3) and (4, 8) of two rows have means 2 and 6 and variances 1 and 4; over a channel of both, mean 4 and
    /// variance (9 + 0 + 1 + 16)/4 = 6.5. Averages move by a tenth of mean and unbiased variance.
    /// </summary>
    [Fact]
    [Trait("Mathematics", "G2")]
    public void BatchNormalizationTakesTheStatisticsOfTheBatchAndPredictsByAverages()
    {
        ReferenceNetwork<double> network = Of(new NetworkDescription("B", [2], [new BatchNormDescription("N", [0], Epsilon: 3)]));
        double[] y = new double[4];
        network.Forward(new Batch<double>(2, [1, 4, 3, 8], default), y, network.CreateWorkspace(2));
        Close([-0.5, -2 / Math.Sqrt(7), 0.5, 2 / Math.Sqrt(7)], y);
        Close([0.2, 0.6, 0.9 + 0.1 * 2, 0.9 + 0.1 * 8], network.Statistics.ToArray());

        ((double[])[1, 2, 1, 6]).CopyTo(network.Statistics);
        ((double[])[2, 3, 10, 20]).CopyTo(network.Parameters);
        Close([10 + 2 * 1.5, 20 - 3 * (2.0 / 3)], Predict(network, 4, 0));

        network = Of(new NetworkDescription("B", [1, 2], [new BatchNormDescription("N", [0], Affine: false, Epsilon: 2.5, Momentum: 1)]));
        network.Forward(new Batch<double>(2, [1, 4, 3, 8], default), y, network.CreateWorkspace(2));
        Close([-1, 0, -1 / 3.0, 4 / 3.0], y);
        Close([4, 26 / 3.0], network.Statistics.ToArray());

        static void Close(double[] expected, double[] actual)
        {
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
        }
    }

    private static void Descend(ReferenceNetwork<double> network, int steps, BatchSource batch)
    {
        double[] gradient = new double[network.Layout.Length];
        Workspace<double> workspace = network.CreateWorkspace(4);
        for (int step = 0; step < steps; step++)
        {
            network.Gradient(batch(), gradient, workspace);
            for (int index = 0; index < gradient.Length; index++)
            {
                network.Parameters[index] -= 0.5 * gradient[index];
            }
        }
    }

    private delegate Batch<double> BatchSource();

    private static double[] Numbers(Real<double>[] node) => [.. node.Select(real => real.Number)];
}
