using System;
using System.Linq;
using NetGen.Reference;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Training;

public sealed class InitializationTests
{
    private const int Inputs = 300;
    private const int Outputs = 200;

    [Theory]
    [InlineData(Initializer.Zeros, 0)]
    [InlineData(Initializer.Constant, 0.25)]
    [Trait("Mathematics", "E1")]
    public void ZerosAndAConstantAreOptions(Initializer initializer, double constant)
    {
        float[] weights = Weights(Dense(Outputs, initializer: initializer, scale: constant));
        Assert.All(weights, weight => Assert.Equal((float)constant, weight));
    }

    [Theory]
    [InlineData(Initializer.Zeros, 0.3)]
    [InlineData(Initializer.Constant, 0.3)]
    [Trait("Mathematics", "E1")]
    public void HiddenUnitsThatStartAlikeStayIdentical(Initializer initializer, double constant)
    {
        ReferenceNetwork<double> network = Trained(initializer, constant);
        double[] hidden = Tensor(network, "Layer1.Weights"), output = Tensor(network, "Layer3.Weights");
        Assert.All(hidden.Chunk(3), unit => Assert.Equal(hidden[..3], unit));
        Assert.All(output.Chunk(4), unit => Assert.All(unit, weight => Assert.Equal(unit[0], weight)));
        Assert.Single(Tensor(network, "Layer1.Bias").Distinct());

        // They did learn, as one; and drawn weights do not stay alike.
        Assert.NotEqual(0, Tensor(network, "Layer3.Bias")[0]);
        double[] drawn = Tensor(Trained(Initializer.LeCun, 0), "Layer1.Weights");
        Assert.NotEqual(drawn[..3], drawn[3..6]);
    }

    [Theory]
    [InlineData(Initializer.Normal, 0.01, 0.0001)]
    [InlineData(Initializer.Normal, 1, 1)]
    [Trait("Mathematics", "E2")]
    public void NormalHasTheDeviationAskedFor(Initializer initializer, double scale, double variance) => Distributed(initializer, scale, variance);

    [Theory]
    [InlineData(Initializer.Normal, 0.01)]
    [InlineData(Initializer.Scaled, 1)]
    [InlineData(Initializer.Constant, 0)]
    [InlineData(Initializer.Uniform, 0.05)]
    [InlineData(Initializer.Orthogonal, 1)]
    [Trait("Mathematics", "E2")]
    public void AScaleThatNobodyWroteIsTheInitializersDefault(Initializer initializer, double byDefault) => Assert.Equal(
        Weights(Dense(Outputs, initializer: initializer, scale: byDefault)),
        Weights(new DenseDescription("", [], Outputs, Initializer: initializer)));

    [Fact]
    [Trait("Mathematics", "E3")]
    public void LeCunHasVariance1OverInputs() => Distributed(Initializer.LeCun, 0, 1.0 / Inputs);

    [Fact]
    [Trait("Mathematics", "E4")]
    public void HeHasVariance2OverInputs() => Distributed(Initializer.He, 0, 2.0 / Inputs);

    [Fact]
    [Trait("Mathematics", "E5")]
    public void GlorotHasVariance2OverInputsPlusOutputs() => Distributed(Initializer.Glorot, 0, 2.0 / (Inputs + Outputs));

    [Theory]
    [InlineData(1, 1.0 / Inputs)]
    [InlineData(6, 6.0 / Inputs)]
    [Trait("Mathematics", "E6")]
    public void ScaledHasVarianceKOverInputs(double k, double variance) => Distributed(Initializer.Scaled, k, variance);

    [Theory]
    [InlineData(Initializer.Uniform, 0.1, 0.1)]
    [InlineData(Initializer.LeCunUniform, null, 0.1)]
    [InlineData(Initializer.HeUniform, null, 0.14142135623730951)]
    [InlineData(Initializer.GlorotUniform, null, 0.10954451150103323)]
    [Trait("Mathematics", "E6")]
    public void UniformDrawsFillTheirBounds(Initializer initializer, double? scale, double bound)
    {
        // Mean and variance as above with the fourth moment of a uniform draw: the variance has relative deviation √(0.8/n). Of n draws
        // the outermost leaves 2·bound·25/n free at an end with probability e⁻²⁵, and each quarter of the range has n/4.
        float[] weights = Weights(new DenseDescription("", [], Outputs, Initializer: initializer, Scale: scale));
        int n = weights.Length;
        Assert.Equal(0, weights.Average(weight => (double)weight), 5 * bound / Math.Sqrt(3.0 * n));
        Assert.Equal(1, weights.Average(weight => (double)weight * weight) / (bound * bound / 3), 5 * Math.Sqrt(0.8 / n));
        Assert.InRange(weights.Max(), bound * (1 - 50.0 / n), (float)bound);
        Assert.InRange(weights.Min(), -(float)bound, -bound * (1 - 50.0 / n));
        Assert.All(weights.CountBy(weight => (int)Math.Floor(2 * weight / bound)), quarter => Assert.Equal(n / 4.0, quarter.Value, 5 * Math.Sqrt(n * 0.1875)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    [InlineData(7, 7)]
    [InlineData(30, 70)]
    [InlineData(70, 30)]
    [InlineData(200, 200)]
    [Trait("Mathematics", "E6")]
    public void OrthogonalWeightsHaveOrthonormalRowsOrColumns(int outputs, int inputs)
    {
        double[] weights = new double[outputs * inputs];
        NetworkDescription description = Chain(inputs, null, new DenseDescription("", [], outputs, Bias: false, Initializer: Initializer.Orthogonal));
        Initialization.Fill<double>(description, ParameterLayout.Canonical(description), 42, weights);
        AreOrthonormal(weights, outputs, inputs, gain: 1);
    }

    [Fact]
    [Trait("Mathematics", "E6")]
    public void OrthogonalFiltersAreRowsOfAllTheyRead()
    {
        var conv = new Conv2DDescription("C", [0], 6, new SlidingWindow(3), new SlidingWindow(2), Groups: 2, Bias: false, Initializer: Initializer.Orthogonal, Scale: 1.5);
        double[] weights = new double[6 * 4 * 3 * 2];
        var description = new NetworkDescription("Image", [8, 5, 5], [conv]);
        Initialization.Fill<double>(description, ParameterLayout.Canonical(description), 42, weights);
        AreOrthonormal(weights, 6, 4 * 3 * 2, gain: 1.5);
    }

    [Fact]
    [Trait("Mathematics", "E6")]
    public void AnOrthogonalMatrixIsTheDrawsOrthogonalized()
    {
        // The first row is the draws' own, so that its direction is any with equal probability; signs are those of the draws, not of an algorithm.
        NetworkDescription orthogonal = Chain(5, null, new DenseDescription("", [], 3, Bias: false, Initializer: Initializer.Orthogonal));
        NetworkDescription normal = Chain(5, null, new DenseDescription("", [], 3, Bias: false, Initializer: Initializer.Normal, Scale: 1));
        float[] q = Filled(orthogonal, 3), draws = Filled(normal, 3);
        double norm = Math.Sqrt(draws[..5].Sum(draw => (double)draw * draw));
        Assert.All(q[..5].Zip(draws), pair => Assert.Equal(pair.Second / norm, pair.First, 1e-7));

        // What R has on its diagonal is positive: each row points to where its draw does.
        Assert.All(Enumerable.Range(0, 3), row => Assert.True(Enumerable.Range(5 * row, 5).Sum(index => q[index] * draws[index]) > 0));
    }

    [Theory]
    [InlineData(Activation.ReLU, Initializer.He)]
    [InlineData(Activation.LeakyReLU, Initializer.He)]
    [InlineData(Activation.ReLU6, Initializer.He)]
    [InlineData(Activation.ELU, Initializer.He)]
    [InlineData(Activation.GELU, Initializer.He)]
    [InlineData(Activation.GELUTanh, Initializer.He)]
    [InlineData(Activation.SiLU, Initializer.He)]
    [InlineData(Activation.HardSwish, Initializer.He)]
    [InlineData(Activation.Mish, Initializer.He)]
    [InlineData(Activation.SELU, Initializer.LeCun)]
    [InlineData(Activation.Softplus, Initializer.LeCun)]
    [InlineData(Activation.Softsign, Initializer.LeCun)]
    [InlineData(Activation.HardTanh, Initializer.LeCun)]
    [InlineData(Activation.HardSigmoid, Initializer.LeCun)]
    [InlineData(Activation.HardThreshold, Initializer.LeCun)]
    [InlineData(Activation.LogSoftmax, Initializer.LeCun)]
    [InlineData(Activation.Identity, Initializer.LeCun)]
    [InlineData(Activation.Sigmoid, Initializer.LeCun)]
    [InlineData(Activation.Tanh, Initializer.LeCun)]
    [InlineData(Activation.Softmax, Initializer.LeCun)]
    [Trait("Mathematics", "E6")]
    public void AutoChoosesByTheActivationThatFollows(Activation activation, Initializer expected)
    {
        NetworkDescription description = Chain(Inputs, null, Dense(Outputs), Activate(activation));
        Assert.Equal(expected, Initialization.Resolve(description, 1));
        Assert.Equal(Weights(Dense(Outputs, initializer: expected)), Weights(Dense(Outputs), Activate(activation)));
    }

    [Fact]
    [Trait("Mathematics", "E6")]
    public void AutoIsLeCunWithoutAnActivationAndGivesWayToAChoice()
    {
        Assert.Equal(Initializer.He, Initialization.Resolve(Chain(3, null, Dense(2), new PReLUDescription("", [])), 1));
        Assert.Equal(Initializer.LeCun, Initialization.Resolve(Chain(3, null, Dense(2)), 1));
        Assert.Equal(Initializer.Glorot, Initialization.Resolve(Chain(3, null, Dense(2, initializer: Initializer.Glorot), Activate(Activation.ReLU)), 1));
    }

    [Fact]
    [Trait("Mathematics", "E6")]
    public void ADrawDependsOnSeedNodeAndPlaceAlone()
    {
        NetworkDescription description = Chain(20, null, Dense(20), Dense(20));
        float[] seven = Filled(description, 7);
        Assert.Equal(seven, Filled(description, 7));
        Assert.Empty(seven[..400].Intersect(Filled(description, 8)[..400]));
        Assert.Empty(seven[..400].Intersect(seven[420..820]));
        Assert.Equal(seven, new ReferenceNetwork<float>(description, 7).Parameters.ToArray());
        Assert.Equal(seven, new ReferenceNetwork<double>(description, 7).Parameters.ToArray().Select(value => (float)value));
        Assert.All(new ReferenceNetwork<double>(description, 7).Parameters.ToArray(), value => Assert.Equal((float)value, value));
    }

    [Fact]
    [Trait("Mathematics", "E6")]
    public void PanelsReceiveTheSameNumbersAndZeroPadding()
    {
        NetworkDescription description = Chain(5, null, Dense(37));
        ParameterTensor weights = ParameterTensor.InPanels("Layer1.Weights", 1, 37, 5, 0);
        ParameterLayout panels = new(weights.Length + 48, weights, ParameterTensor.Canonical("Layer1.Bias", 1, [37], weights.Length, 48));
        float[] buffer = [.. Enumerable.Repeat(9f, panels.Length)], canonical = new float[panels.Count];
        Initialization.Fill<float>(description, panels, 7, buffer);
        panels.CopyTo<float>(buffer, canonical);
        Assert.Equal(Filled(description, 7), canonical);
        Assert.Equal(37 * 5, buffer.Count(value => value != 0));
    }

    [Fact]
    public void ABufferOfAnotherLengthIsRefused()
    {
        NetworkDescription description = Chain(5, null, Dense(3));
        Assert.Contains("18", Assert.Throws<ArgumentException>(
            () => Initialization.Fill<float>(description, ParameterLayout.Canonical(description), 0, new float[17])).Message);
    }

    /// <summary>
    /// Of n draws the mean has deviation σ/√n and the variance relative deviation √(2/n); of a normal distribution
    /// 31.73 % lie beyond 1σ and 4.55 % beyond 2σ, a count of deviation √(np(1 − p)). Five deviations are allowed.
    /// </summary>
    private static void Distributed(Initializer initializer, double scale, double variance)
    {
        float[] weights = Weights(Dense(Outputs, initializer: initializer, scale: scale));
        int n = weights.Length;
        double mean = weights.Average(weight => (double)weight), sigma = Math.Sqrt(variance);
        Assert.Equal(0, mean, 5 * sigma / Math.Sqrt(n));
        Assert.Equal(1, weights.Average(weight => (double)weight * weight) / variance, 5 * Math.Sqrt(2.0 / n));
        foreach ((int deviations, double p) in new[] { (1, 0.317311), (2, 0.0455003) })
        {
            Assert.Equal(n * p, weights.Count(weight => Math.Abs(weight) > deviations * sigma), 5 * Math.Sqrt(n * p * (1 - p)));
        }
    }

    /// <summary>Each weight is rounded to float, by 2⁻²⁴ of itself: a product of two rows by 2⁻²³ of the sum of its terms' sizes, at most gain².</summary>
    private static void AreOrthonormal(double[] weights, int rows, int columns, double gain)
    {
        double[][] vectors = rows <= columns ? weights.Chunk(columns).ToArray()
            : [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Select(row => weights[row * columns + column]).ToArray())];
        for (int first = 0; first < vectors.Length; first++)
        {
            for (int second = 0; second <= first; second++)
            {
                double product = vectors[first].Zip(vectors[second], (a, b) => a * b).Sum();
                Assert.Equal(first == second ? gain * gain : 0, product, gain * gain * Math.Pow(2, -23));
            }
        }
    }

    private static float[] Weights(params LayerDescription[] layers)
    {
        float[] parameters = Filled(Chain(Inputs, null, layers), 42);
        Assert.All(parameters[(Inputs * Outputs)..], bias => Assert.Equal(0, bias));
        return parameters[..(Inputs * Outputs)];
    }

    private static float[] Filled(NetworkDescription description, ulong seed)
    {
        float[] parameters = new float[description.ParameterCount];
        Initialization.Fill<float>(description, ParameterLayout.Canonical(description), seed, parameters);
        return parameters;
    }

    private static ReferenceNetwork<double> Trained(Initializer initializer, double scale)
    {
        NetworkDescription description = Chain(
            3, Loss.HalfSquaredError, Dense(4, initializer: initializer, scale: scale), Activate(Activation.Tanh), Dense(2, initializer: initializer, scale: scale));
        var network = new ReferenceNetwork<double>(description, seed: 1);
        var sgd = new Sgd<double>(0.1);
        double[] gradient = new double[network.Layout.Length];
        Workspace<double> workspace = network.CreateWorkspace(2);
        for (int step = 0; step < 50; step++)
        {
            network.Gradient(new Batch<double>(2, [1, 0.5, -1, 0, 2, 0.25], [1, -1, 0.5, 0]), gradient, workspace);
            sgd.Step(network.Parameters, gradient);
        }

        return network;
    }

    private static double[] Tensor(ReferenceNetwork<double> network, string name)
    {
        ParameterTensor tensor = network.Layout[name];
        return network.Parameters.Slice(tensor.Offset, tensor.Count).ToArray();
    }
}
