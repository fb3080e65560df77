using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Reference;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Reference;

/// <summary>Losses beyond the sources, and what may be set on a loss, on networks whose input is what the loss takes.</summary>
[Trait("Mathematics", "C5")]
public sealed class LossOptionTests
{
    // The logits of ŷ = [.3, .2, .1, .4] are its logarithms.
    private static readonly double[] probabilities = [0.3, 0.2, 0.1, 0.4];
    private static readonly double[] logits = [.. probabilities.Select(p => Math.Log(p))];

    [Fact]
    public void AbsoluteErrorSumsOverTheOutputsAndIsFlatAtZero()
    {
        (double loss, double[] delta) = One(new(Loss.AbsoluteError, 1), Activation.Identity, [1, -2, 3], [0, 0, 3]);
        Assert.Equal(3, loss);
        Assert.Equal([1, -1, 0], delta);
    }

    [Theory]
    [InlineData(1, 2.125, -1, 1)]
    [InlineData(0.5, 1.375, -0.5, 0.5)]
    [InlineData(3, 2.625, -2, 1)]
    public void HubersLossIsSquaredWithinDeltaAndLinearBeyond(double delta, double loss, double far, double third)
    {
        // Errors 0.5, −2 and 1. With δ = 1: ⅛ + (2 − ½) + ½; with ½: ⅛ + ½(2 − ¼) + ½(1 − ¼); with 3 all are squared.
        (double got, double[] slopes) = One(new(Loss.Huber, 1) { Delta = delta }, Activation.Identity, [1, -2, 3], [0.5, 0, 2]);
        Assert.Equal(loss, got);
        Assert.Equal([0.5, far, third], slopes);
    }

    [Fact]
    public void ANumberThatIsNoneStaysNone()
    {
        Assert.True(double.IsNaN(One(new(Loss.AbsoluteError, 1), Activation.Identity, [double.NaN], [0]).Loss));
        Assert.True(double.IsNaN(One(new(Loss.Huber, 1), Activation.Identity, [double.NaN], [0]).Loss));
        Assert.True(double.IsNaN(One(new(Loss.KullbackLeibler, 1), Activation.Softmax, [0, 0], [double.NaN, 1]).Loss));
    }

    [Fact]
    public void TheDivergenceIsThatOfTheTargetFromTheOutput()
    {
        // ½ ln(½/0.3) + ¼ ln(¼/0.2) + ¼ ln(¼/0.1) + 0 · ln 0
        (double loss, double[] delta) = One(new(Loss.KullbackLeibler, 1), Activation.Softmax, logits, [0.5, 0.25, 0.25, 0]);
        Assert.Equal(0.5 * Math.Log(5.0 / 3) + 0.25 * Math.Log(1.25) + 0.25 * Math.Log(2.5), loss, 1e-15);
        Assert.Equal(0.540, Math.Round(loss, 3));
        Close([-0.2, -0.05, -0.15, 0.4], delta);
    }

    [Fact]
    public void TheDivergenceFromItselfIsNothing()
    {
        (double loss, double[] delta) = One(new(Loss.KullbackLeibler, 1), Activation.Softmax, logits, probabilities);
        Assert.Equal(0, loss, 1e-15);
        Close([0, 0, 0, 0], delta);
    }

    [Fact]
    public void SmoothedLabelsLeaveAShareToEveryClass()
    {
        // y′ = 0.9·[0, 1, 0, 0] + 0.1/4
        double[] smoothed = [0.025, 0.925, 0.025, 0.025];
        (double loss, double[] delta) = One(new(Loss.CrossEntropy, 1) { LabelSmoothing = 0.1 }, Activation.Softmax, logits, [0, 1, 0, 0]);
        Assert.Equal(-smoothed.Zip(logits, (y, log) => y * log).Sum(), loss, 1e-15);
        Assert.Equal(1.599, Math.Round(loss, 3));
        Close([0.275, -0.725, 0.075, 0.375], delta);
    }

    [Fact]
    public void AClassCountsByItsWeight()
    {
        LossDescription loss = new(Loss.CrossEntropy, 1) { ClassWeights = [1, 4, 2, 1] };

        // 4 · 1.609, and 4(ŷ − y)
        (double cost, double[] delta) = One(loss, Activation.Softmax, logits, [0, 1, 0, 0]);
        Assert.Equal(6.438, Math.Round(cost, 3));
        Close([1.2, -3.2, 0.4, 1.6], delta);

        // −Σ w y ln ŷ with w·y = [½, 2, 0, 0], whose sum is 2.5: δ = 2.5ŷ − w·y
        (cost, delta) = One(loss, Activation.Softmax, logits, [0.5, 0.5, 0, 0]);
        Assert.Equal(-0.5 * Math.Log(0.3) - 2 * Math.Log(0.2), cost, 1e-14);
        Close([0.25, -1.5, 0.25, 1], delta);
    }

    [Fact]
    public void WeightsCountWhatSmoothingSpreads()
    {
        // w ∘ y′ = [0.025, 3.7, 0.05, 0.025], whose sum is 3.8
        double[] counted = [0.025, 3.7, 0.05, 0.025];
        (double cost, double[] delta) = One(
            new(Loss.CrossEntropy, 1) { ClassWeights = [1, 4, 2, 1], LabelSmoothing = 0.1 }, Activation.Softmax, logits, [0, 1, 0, 0]);
        Assert.Equal(-counted.Zip(logits, (y, log) => y * log).Sum(), cost, 1e-14);
        Close([.. probabilities.Zip(counted, (p, y) => 3.8 * p - y)], delta);
    }

    [Fact]
    public void IndexAndOneHotTargetsMeanTheSameWithOptions()
    {
        ReferenceNetwork<double> network = Alone(3, new(Loss.CrossEntropy, 1) { ClassWeights = [0, 4, 0.5], LabelSmoothing = 0.2 }, Activation.Softmax);
        double[] z = [0.5, -1, 2, 1, 1, 0];
        var index = Gradient(network, new Batch<double>(z, [2, 1]));
        var oneHot = Gradient(network, new Batch<double>(2, z, [0, 0, 1, 0, 1, 0]));
        Assert.Equal(oneHot.Cost, index.Cost);
        Assert.Equal(oneHot.InputGradient, index.InputGradient);
    }

    [Theory]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Identity)]
    public void APositiveTargetCountsByItsWeight(Activation before)
    {
        // ŷ = ¼ each: 3 ln 4 of y = 1, −ln ¾ of y = 0, and 1.5 ln 4 − ½ ln ¾ of y = ½.
        double z = before == Activation.Sigmoid ? Math.Log(1.0 / 3) : 0.25;
        (double cost, double[] slopes) = One(new(Loss.BinaryCrossEntropy, 1) { PositiveWeights = [3, 3, 3] }, before, [z, z, z], [1, 0, 0.5]);
        Assert.Equal(4.5 * Math.Log(4) - 1.5 * Math.Log(0.75), cost, 1e-14);

        // δ = (1 − y)ŷ − w·y(1 − ŷ); by ŷ alone divided by ŷ(1 − ŷ) = 3/16.
        double divisor = before == Activation.Sigmoid ? 1 : 3.0 / 16;
        Close([-2.25 / divisor, 0.25 / divisor, -1 / divisor], slopes, 1e-13);
    }

    [Theory]
    [InlineData(1e4, 0, 1e4, 1)]
    [InlineData(-1e4, 1, 3e4, -3)]
    [InlineData(1e4, 1, 0, 0)]
    [InlineData(-1e4, 0, 0, 0)]
    public void WithItsWeightItNeverOverflows(double z, double y, double loss, double delta)
    {
        (double got, double[] gradient) = One(new(Loss.BinaryCrossEntropy, 1) { PositiveWeights = [3] }, Activation.Sigmoid, [z], [y]);
        Assert.Equal((loss, delta), (got, gradient[0]));
    }

    [Fact]
    public void WeighedProbabilitiesAreClampedToo()
    {
        (double loss, double[] gradient) = One(new(Loss.BinaryCrossEntropy, 1) { PositiveWeights = [3, 3] }, Activation.Identity, [0, 1], [1, 0]);
        Assert.Equal(400, loss);
        Assert.Equal([-3 / (double)1e-12f, 1 / (double)1e-12f], gradient);
    }

    [Fact]
    public void RowsCountByTheirWeights()
    {
        // ½e² of the rows is 2, 4.5 and 8: J = (½·2 + 2·4.5 + 0·8)/3, ∂J/∂x = w·e/3.
        double[] x = [2, 3, 4], y = [0, 0, 0], weights = [0.5, 2, 0];
        foreach ((Reduction reduction, double rows) in new[] { (Reduction.Mean, 3.0), (Reduction.Sum, 1.0) })
        {
            ReferenceNetwork<double> network = Of(new("Net", [1], [new ActivateDescription("A", [0], Activation.Identity)], Loss.HalfSquaredError, reduction));
            var batch = new Batch<double>(3, x, y) { Weights = weights };
            var (cost, _, gradient) = Gradient(network, batch);
            Assert.Equal(10 / rows, cost, 1e-14);
            Assert.Equal(10 / rows, network.Cost(batch, network.CreateWorkspace(3)), 1e-14);
            Close([1 / rows, 6 / rows, 0], gradient);
        }
    }

    [Fact]
    public void ARowOfWeightTwoIsTheRowTwice()
    {
        NetworkDescription description = new("Net", [2], Chain(2, null, Dense(3), Activate(Activation.Softmax)).Layers, Loss.CrossEntropy, Reduction.Sum);
        ReferenceNetwork<double> network = new(description, seed: 4);
        var weighted = Gradient(network, new Batch<double>([1, 2, 3, 4, 5, 6], [0, 2, 1]) { Weights = [2, 0, 1] });
        var twice = Gradient(network, new Batch<double>([1, 2, 1, 2, 5, 6], [0, 0, 1]));
        Assert.Equal(twice.Cost, weighted.Cost, 1e-14);
        Close(twice.Gradient, weighted.Gradient);
    }

    [Fact]
    public void WeightsOfRowsMultiplyThoseOfLosses()
    {
        NetworkDescription description = new(
            "Net", [1], [new ActivateDescription("A", [0], Activation.Identity), new DenseDescription("B", [1], 1, Bias: false)],
            [new LossDescription(Loss.AbsoluteError, 1, 0.5), new LossDescription(Loss.HalfSquaredError, 2, 2)]);

        // b = 3a: row by row ½·|a| + 2·½(3a)², and 9.5, 37 of a = 1, 2.
        var (cost, gradient, _) = Gradient(Of(description, 3), new Batch<double>(2, [1, 2], [0, 0, 0, 0]) { Weights = [2, 1] });
        Assert.Equal((2 * 9.5 + 37) / 2, cost);
        Assert.Equal((2 * 6.0 + 24) / 2, gradient[0]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void WeightsOfOtherRowsAreRefused(int count)
    {
        ReferenceNetwork<double> network = Alone(1, new(Loss.AbsoluteError, 1), Activation.Identity);
        Assert.Contains($"{count} weights; expected 3", Assert.Throws<ArgumentException>(() => Gradient(network, new Batch<double>(3, [1, 2, 3], [0, 0, 0]) { Weights = new double[count] })).Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.5)]
    [InlineData(double.PositiveInfinity)]
    public void WeightsThatAreNoneAreRefused(double wrong)
    {
        ReferenceNetwork<double> network = Alone(1, new(Loss.AbsoluteError, 1), Activation.Identity);
        Batch<double> Batch() => new(2, [1, 2], [0, 0]) { Weights = new[] { 1, wrong } };
        Assert.Contains("weight of row 1", Assert.Throws<ArgumentOutOfRangeException>(() => Gradient(network, Batch())).Message);
        Assert.Contains("weight of row 1", Assert.Throws<ArgumentOutOfRangeException>(() => network.Cost(Batch(), network.CreateWorkspace(2))).Message);
    }

    private static (double Loss, double[] Delta) One(LossDescription loss, Activation before, double[] z, double[] y)
    {
        var (cost, _, gradient) = Gradient(Alone(z.Length, loss, before), new Batch<double>(1, z, y));
        return (cost, gradient);
    }

    private static ReferenceNetwork<double> Alone(int inputs, LossDescription loss, Activation before) =>
        Of(new("Net", [inputs], [new ActivateDescription("A", [0], before)], ImmutableArray.Create(loss)));

    private static void Close(double[] expected, double[] actual, double tolerance = 1e-14) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
