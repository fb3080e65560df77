using System;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Losses of networks whose input is what the loss takes, so that the input's gradient is δ.</summary>
public sealed class LossTests
{
    [Fact]
    [Trait("Mathematics", "C1")]
    public void HalfSquaredErrorHasDeltaOutputMinusTarget()
    {
        (double loss, double[] delta) = One(Loss.HalfSquaredError, Activation.Identity, [1, -2, 3], [0.5, 1, 3]);
        Assert.Equal((0.25 + 9) / 2, loss);
        Assert.Equal([0.5, -3, 0], delta);
    }

    [Fact]
    [Trait("Mathematics", "C2")]
    public void MeanSquaredErrorIsOverBatchAndOutputs()
    {
        NetworkDescription description = Chain(2, Loss.MeanSquaredError, Activate(Activation.Identity));
        (double cost, _, double[] gradient) = Gradient(Of(description), new Batch<double>(3, [1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]));
        Assert.Equal((1 + 4 + 9 + 16 + 25 + 36) / 6.0, cost, 1e-14);
        Assert.Equal([2 / 6.0, 4 / 6.0, 1, 8 / 6.0, 10 / 6.0, 2], gradient.Select(value => Math.Round(value, 14)), (a, b) => Math.Abs(a - b) < 1e-13);
    }

    [Fact]
    [Trait("Mathematics", "C3")]
    public void BinaryCrossEntropyIsSummedOverTheOutputs()
    {
        (double loss, double[] gradient) = One(Loss.BinaryCrossEntropy, Activation.Identity, [0.25, 0.9, 0.5], [1, 0, 0.5]);
        Assert.Equal(-Math.Log(0.25) - Math.Log(0.1) - Math.Log(0.5), loss, 1e-14);

        // −y/ŷ + (1 − y)/(1 − ŷ)
        Assert.Equal(-4, gradient[0], 1e-14);
        Assert.Equal(10, gradient[1], 1e-13);
        Assert.Equal(0, gradient[2], 1e-15);
    }

    [Fact]
    [Trait("Mathematics", "C3")]
    public void ItsLogarithmsAreClampedAtMinus100()
    {
        (double loss, double[] gradient) = One(Loss.BinaryCrossEntropy, Activation.Identity, [0, 1, 1e-60, 0, 1], [1, 0, 1, 0, 1]);
        Assert.Equal(300, loss);

        // (ŷ − y) / max((1 − ŷ)ŷ, 10⁻¹²), the limit being the nearest float
        Assert.Equal([-1 / (double)1e-12f, 1 / (double)1e-12f, -1 / (double)1e-12f, 0, 0], gradient);
    }

    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(-2, 0)]
    [InlineData(1.5, 0.25)]
    [Trait("Mathematics", "C3")]
    public void FusedWithSigmoidItsDeltaIsOutputMinusTarget(double z, double y)
    {
        double p = 1 / (1 + Math.Exp(-z));
        (double loss, double[] delta) = One(Loss.BinaryCrossEntropy, Activation.Sigmoid, [z], [y]);
        Assert.Equal(-y * Math.Log(p) - (1 - y) * Math.Log(1 - p), loss, 1e-15);
        Assert.Equal(p - y, delta[0], 1e-15);
    }

    [Theory]
    [InlineData(1e4, 0, 1e4, 1)]
    [InlineData(-1e4, 1, 1e4, -1)]
    [InlineData(1e4, 1, 0, 0)]
    [InlineData(-1e4, 0, 0, 0)]
    [Trait("Mathematics", "C3")]
    public void FusedWithSigmoidItNeverOverflows(double z, double y, double loss, double delta)
    {
        (double got, double[] gradient) = One(Loss.BinaryCrossEntropy, Activation.Sigmoid, [z], [y]);
        Assert.Equal((loss, delta), (got, gradient[0]));
    }

    [Fact]
    [Trait("Mathematics", "C4")]
    public void CrossEntropyGivesTheWorkedNumbers()
    {
        // The logits of ŷ = [.3, .2, .1, .4] are its logarithms.
        double[] z = [Math.Log(0.3), Math.Log(0.2), Math.Log(0.1), Math.Log(0.4)];
        (double loss, double[] delta) = One(Loss.CrossEntropy, Activation.Softmax, z, [0, 1, 0, 0]);
        Assert.Equal(1.609, Math.Round(loss, 3));
        Assert.Equal([0.3, -0.8, 0.1, 0.4], delta.Select(value => Math.Round(value, 14)));
    }

    [Fact]
    [Trait("Mathematics", "C4")]
    public void IndexOneHotAndSoftTargetsMeanTheSame()
    {
        ReferenceNetwork<double> network = Of(Chain(3, Loss.CrossEntropy, Activate(Activation.Softmax)));
        double[] z = [0.5, -1, 2, 1, 1, 0];
        var index = Gradient(network, new Batch<double>(z, [2, 0]));
        var oneHot = Gradient(network, new Batch<double>(2, z, [0, 0, 1, 1, 0, 0]));
        Assert.Equal(oneHot.Cost, index.Cost);
        Assert.Equal(oneHot.InputGradient, index.InputGradient);

        // Soft targets: ℓ = −Σ y ln ŷ, δ = ŷ − y
        double[] y = [0.5, 0.25, 0.25];
        double[] p = Predict(network, z[..3]);
        (double loss, double[] delta) = One(Loss.CrossEntropy, Activation.Softmax, z[..3], y);
        Assert.Equal(-y.Zip(p, (y, p) => y * Math.Log(p)).Sum(), loss, 1e-14);
        Assert.All(delta.Zip(p.Zip(y, (p, y) => p - y)), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }

    [Fact]
    [Trait("Mathematics", "C4")]
    public void CrossEntropyNeverOverflows()
    {
        (double loss, double[] delta) = One(Loss.CrossEntropy, Activation.Softmax, [1e4, -1e4, 0], [0, 1, 0]);
        Assert.Equal(2e4, loss);
        Assert.Equal([1, -1, 0], delta);
    }

    [Fact]
    public void TheSumOverTheBatchIsAnOption()
    {
        double[] x = [1, 2, 3, 4], y = [0, 0, 0, 0];
        foreach ((Reduction reduction, double expected) in new[] { (Reduction.Mean, 7.5), (Reduction.Sum, 15.0) })
        {
            var network = new ReferenceNetwork<double>(new("Net", [2], [new ActivateDescription("A", [0], Activation.Identity)], Loss.HalfSquaredError, reduction));
            var (cost, _, gradient) = Gradient(network, new Batch<double>(2, x, y));
            Assert.Equal(expected, cost);
            Assert.Equal(expected, network.Cost(new Batch<double>(2, x, y), network.CreateWorkspace(2)));
            Assert.Equal(expected / 15, gradient[0]);
        }
    }

    [Fact]
    public void ANetworkWithoutALossSaysSo()
    {
        ReferenceNetwork<double> network = Of(Chain(1, null, Activate(Activation.Identity)));
        Assert.Throws<InvalidOperationException>(() => Gradient(network, new Batch<double>(1, [1], [1])));
        Assert.Throws<InvalidOperationException>(() => ReferencePass.Loss<Real<double>>(network.Description, [[1], [1]], [1]));
    }

    private static (double Loss, double[] Delta) One(Loss loss, Activation before, double[] z, double[] y)
    {
        var (cost, _, gradient) = Gradient(Of(Chain(z.Length, loss, Activate(before))), new Batch<double>(1, z, y));
        return (cost, gradient);
    }
}
