using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.WorkedNumbers;

/// <summary>Losses beyond the sources, and what may be set on a loss; each result is derived beside it.</summary>
[Trait("Mathematics", "C5")]
public sealed class LossOptionTests
{
    // The logits of ŷ = [.3, .2, .1, .4] are its logarithms.
    private static readonly float[] logits = [.. new[] { 0.3, 0.2, 0.1, 0.4 }.Select(p => (float)Math.Log(p))];

    [Fact]
    public void AbsoluteErrorIsFlatAtZero()
    {
        Gradients gradients = new AbsoluteErrors().GradientOf([1, -2, 3], [0f, 0, 3]);
        Assert.Equal(3, gradients.Cost);
        Assert.Equal([1, -1, 0], gradients.Input);
    }

    [Fact]
    public void HubersLossIsSquaredWithinDeltaAndLinearBeyond()
    {
        // Errors 0.5, −2 and 1: ⅛ + (2 − ½) + ½; with δ = ½: ⅛ + ½(2 − ¼) + ½(1 − ¼)
        Gradients one = new Hubers().GradientOf([1, -2, 3], [0.5f, 0, 2]);
        Assert.Equal(2.125f, one.Cost);
        Assert.Equal([0.5f, -1, 1], one.Input);

        Gradients half = new NearHubers().GradientOf([1, -2, 3], [0.5f, 0, 2]);
        Assert.Equal(1.375f, half.Cost);
        Assert.Equal([0.5f, -0.5f, 0.5f], half.Input);
    }

    [Fact]
    public void WhatIsNotANumberStaysNone()
    {
        foreach (INetwork<float> network in new INetwork<float>[] { new AbsoluteErrors(), new Hubers() })
        {
            Gradients gradients = network.GradientOf([1, float.NaN, 3], [0f, 0, 0]);
            Assert.True(float.IsNaN(gradients.Cost));
            Assert.True(float.IsNaN(gradients.Input[1]));
            Assert.Equal(1, gradients.Input[0]);
        }

        Assert.True(float.IsNaN(new Divergence().CostOf(logits, [float.NaN, 1, 0, 0])));
    }

    [Fact]
    public void TheDivergenceIsThatOfTheTargetFromTheOutput()
    {
        // ½ ln(½/0.3) + ¼ ln(¼/0.2) + ¼ ln(¼/0.1) + 0 · ln 0; δ = ŷ − y
        Gradients gradients = new Divergence().GradientOf(logits, [0.5f, 0.25f, 0.25f, 0]);
        Close.To((0.5 * Math.Log(5.0 / 3)) + (0.25 * Math.Log(1.25)) + (0.25 * Math.Log(2.5)), gradients.Cost);
        Close.To([-0.2, -0.05, -0.15, 0.4], gradients.Input);
        Close.To(0, new Divergence().CostOf(logits, [0.3f, 0.2f, 0.1f, 0.4f]));
    }

    [Fact]
    public void SmoothedLabelsLeaveAShareToEveryClass()
    {
        // y′ = 0.9·y + 0.1/4 = [.025, .925, .025, .025]
        double cost = (-0.025 * Math.Log(0.3 * 0.1 * 0.4)) - (0.925 * Math.Log(0.2));
        foreach (Gradients gradients in new[] { new Smoothed().GradientOf(logits, [1]), new Smoothed().GradientOf(logits, [0f, 1, 0, 0]) })
        {
            Close.To(cost, gradients.Cost);
            Close.To([0.275, -0.725, 0.075, 0.375], gradients.Input);
        }
    }

    [Fact]
    public void AClassCountsByItsWeight()
    {
        // 4 · 1.609, and 4(ŷ − y)
        foreach (Gradients gradients in new[] { new WeightedClasses().GradientOf(logits, [1]), new WeightedClasses().GradientOf(logits, [0f, 1, 0, 0]) })
        {
            Close.To(-4 * Math.Log(0.2), gradients.Cost);
            Close.To([1.2, -3.2, 0.4, 1.6], gradients.Input);
        }

        // w·y = [½, 2, 0, 0], whose sum is 2.5: δ = 2.5ŷ − w·y
        Gradients soft = new WeightedClasses().GradientOf(logits, [0.5f, 0.5f, 0, 0]);
        Close.To((-0.5 * Math.Log(0.3)) - (2 * Math.Log(0.2)), soft.Cost);
        Close.To([0.25, -1.5, 0.25, 1], soft.Input);
    }

    [Fact]
    public void APositiveTargetCountsByItsWeight()
    {
        // ŷ = ¼ each: 3 ln 4, −ln ¾, and 1.5 ln 4 − ½ ln ¾; δ = (1 − y)ŷ − 3y(1 − ŷ)
        float z = (float)Math.Log(1.0 / 3);
        Gradients gradients = new WeightedPositives().GradientOf([z, z, z], [1, 0, 0.5f]);
        Close.To((4.5 * Math.Log(4)) - (1.5 * Math.Log(0.75)), gradients.Cost);
        Close.To([-2.25, 0.25, -1], gradients.Input);

        Gradients far = new WeightedPositives().GradientOf([-1e4f, 1e4f, 1e4f], [1f, 0, 1]);
        Close.To(4e4, far.Cost);
        Close.To([-3, 1, 0], far.Input);
    }

    [Fact]
    public void RowsCountByTheirWeights()
    {
        // ½e² of the rows is 2.5 and 4.625: J = (2·2.5 + ½·4.625)/2, ∂J/∂x = w·e/2
        float[] outputs = [2, 1, 4, 0], targets = [1, 3, 1, -0.5f];
        float[] gradient = [], input = new float[4];
        var network = new HalfSquared();
        float cost = network.Gradient(new Batch<float>(2, outputs, targets) { Weights = [2, 0.5f] }, gradient, network.CreateWorkspace(2), input);
        Assert.Equal(3.65625f, cost);
        Assert.Equal(3.65625f, network.Cost(new Batch<float>(2, outputs, targets) { Weights = [2, 0.5f] }, network.CreateWorkspace(2)));
        Assert.Equal([1, -2, 0.75f, 0.125f], input);
    }
}
