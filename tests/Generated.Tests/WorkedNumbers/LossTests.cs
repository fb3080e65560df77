using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.WorkedNumbers;

/// <summary>Losses on layers without parameters, so that the gradient of the input shows δ.</summary>
public sealed class LossTests
{
    [Fact]
    [Trait("Mathematics", "C1")]
    public void HalfSquaredErrorSumsOverOutputsAndAveragesOverRows()
    {
        // ŷ − y = (1, −2) and (3, 0.5): ℓ = 2.5 and 4.625
        float[] outputs = [2, 1, 4, 0];
        float[] targets = [1, 3, 1, -0.5f];

        Gradients mean = new HalfSquared().GradientOf(outputs, targets);
        Assert.Equal(3.5625f, mean.Cost);
        Assert.Equal([0.5f, -1, 1.5f, 0.25f], mean.Input);

        Gradients sum = new HalfSquaredSum().GradientOf(outputs, targets);
        Assert.Equal(7.125f, sum.Cost);
        Assert.Equal([1, -2, 3, 0.5f], sum.Input);
    }

    [Fact]
    [Trait("Mathematics", "C2")]
    public void MeanSquaredErrorAveragesOverRowsAndOutputs()
    {
        Gradients mean = new MeanSquared().GradientOf([2, 1, 4, 0], [1, 3, 1, -0.5f]);

        Assert.Equal(3.5625f, mean.Cost);
        Assert.Equal([0.5f, -1, 1.5f, 0.25f], mean.Input);
        Assert.Equal(2.5f, new MeanSquared().CostOf([2, 1], [1f, 3]));
    }

    [Fact]
    [Trait("Mathematics", "C3")]
    public void BinaryCrossEntropyOnASigmoidHasDeltaOutputMinusTarget()
    {
        double first = 1 / (1 + Math.Exp(-0.5));
        double second = 1 / (1 + Math.Exp(2));

        Gradients gradients = new BinaryFromLogits().GradientOf([0.5f, -2], [1, 0.25f]);

        Close.To(-Math.Log(first) - (0.25 * Math.Log(second)) - (0.75 * Math.Log(1 - second)), gradients.Cost);
        Close.To([first - 1, second - 0.25], gradients.Input);
    }

    [Fact]
    [Trait("Mathematics", "C3")]
    public void BinaryCrossEntropyFromLogitsNeverOverflows()
    {
        Gradients wrong = new BinaryFromLogits().GradientOf([-1e4f, 1e4f], [1f, 0]);
        Close.To(2e4, wrong.Cost);
        Close.To([-1, 1], wrong.Input);

        Gradients right = new BinaryFromLogits().GradientOf([1e4f, -1e4f], [1f, 0]);
        Close.To(0, right.Cost);
        Close.To([0, 0], right.Input);
    }

    [Fact]
    [Trait("Mathematics", "C3")]
    public void BinaryCrossEntropyOnProbabilitiesClampsItsLogarithms()
    {
        var network = new BinaryFromProbabilities();

        // ŷ = (σ(0.5), σ(0.5)); alone, ∂ℓ/∂ŷ = −y/ŷ + (1−y)/(1−ŷ)
        double p = 1 / (1 + Math.Exp(-0.5));
        Gradients gradients = network.GradientOf([0.5f], [1, 0.25f]);
        Close.To(-Math.Log(p) - (0.25 * Math.Log(p)) - (0.75 * Math.Log(1 - p)), gradients.Cost);
        Close.To([p * (1 - p) * ((-1 / p) + (-0.25 / p) + (0.75 / (1 - p)))], gradients.Input);

        Close.To(200, network.CostOf([-1000], [1f, 1]));
        Assert.True(float.IsFinite(network.GradientOf([-1000], [1f, 1]).Input[0]));
    }

    [Fact]
    [Trait("Mathematics", "C4")]
    public void CrossEntropyGivesItsWorkedNumbers()
    {
        var network = new SoftmaxOfFour();
        float[] logits = [.. new double[] { 0.3, 0.2, 0.1, 0.4 }.Select(p => (float)Math.Log(p))];

        Gradients oneHot = network.GradientOf(logits, [0f, 1, 0, 0]);
        Close.To(1.609, oneHot.Cost, 5e-4);
        Close.To([0.3, -0.8, 0.1, 0.4], oneHot.Input);

        Gradients index = network.GradientOf(logits, [1]);
        Close.To(1.609, index.Cost, 5e-4);
        Close.To([0.3, -0.8, 0.1, 0.4], index.Input);

        // −Σ y ln ŷ = −0.5 ln 0.2 − 0.25 ln 0.1 − 0.25 ln 0.4
        Gradients soft = network.GradientOf(logits, [0, 0.5f, 0.25f, 0.25f]);
        Close.To((-0.5 * Math.Log(0.2)) - (0.25 * Math.Log(0.1)) - (0.25 * Math.Log(0.4)), soft.Cost);
        Close.To([0.3, -0.3, -0.15, 0.15], soft.Input);
    }

    [Fact]
    [Trait("Mathematics", "C4")]
    public void CrossEntropyTakesTargetsOfAnySum()
    {
        float[] logits = [.. new double[] { 0.3, 0.2, 0.1, 0.4 }.Select(p => (float)Math.Log(p))];

        // ∂/∂zᵢ of −Σ y ln ŷ is ŷᵢ·Σy − yᵢ; here Σy = 3
        Gradients gradients = new SoftmaxOfFour().GradientOf(logits, [2f, 1, 0, 0]);
        Close.To((-2 * Math.Log(0.3)) - Math.Log(0.2), gradients.Cost);
        Close.To([-1.1, -0.4, 0.3, 1.2], gradients.Input);
    }

    [Fact]
    [Trait("Mathematics", "C4")]
    public void CrossEntropyFromLogitsNeverOverflows()
    {
        Gradients gradients = new SoftmaxOfFour().GradientOf([1e4f, -1e4f, 0, 1], [1]);

        Close.To(2e4, gradients.Cost);
        Close.To([1, -1, 0, 0], gradients.Input);
    }
}
