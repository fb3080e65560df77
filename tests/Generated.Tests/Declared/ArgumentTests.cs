using System;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.Declared;

/// <summary>Arguments that do not fit are refused in words; that nothing has changed then is part of every network's proof.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void LengthsThatDoNotFitSayWhatWasExpected()
    {
        var network = new Plain();

        Assert.Contains("4 numbers", Assert.Throws<ArgumentException>(() => network.Forward(new float[4], new float[2])).Message);
        Assert.Contains("expected 4", Assert.Throws<ArgumentException>(() => network.Forward(new float[6], new float[3])).Message);
        Assert.Throws<ArgumentException>(() => network.Forward(default(ReadOnlySpan<float>), default));
        Assert.Contains("gradient has 3", Assert.Throws<ArgumentException>(() =>
            network.Gradient(new Batch<float>(1, new float[3], new float[2]), new float[3], network.CreateWorkspace(1))).Message);
        Assert.Contains("3 targets", Assert.Throws<ArgumentException>(() => network.GradientOf(new float[3], new float[3])).Message);
        Assert.Contains("class labels", Assert.Throws<ArgumentException>(() => network.GradientOf(new float[3], [0])).Message);
    }

    [Fact]
    public void ALabelOutsideTheClassesIsRefused()
    {
        var network = new Classifier();

        Assert.Contains("5", Assert.Throws<ArgumentOutOfRangeException>(() => network.GradientOf(new float[40], [5])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.GradientOf(new float[40], [-1]));
    }

    [Fact]
    public void BackwardNeedsItsForward()
    {
        var network = new Plain();
        Workspace<float> workspace = network.CreateWorkspace(1);
        float[] gradient = new float[Plain.Layout.Length];

        Assert.Throws<InvalidOperationException>(() => network.Backward(new Batch<float>(1, new float[3], default), new float[2], gradient, workspace));
        network.Forward(new Batch<float>(1, new float[3], default, step: 1), new float[2], workspace);
        Assert.Throws<InvalidOperationException>(() => network.Backward(new Batch<float>(1, new float[3], default, step: 2), new float[2], gradient, workspace));
        network.Backward(new Batch<float>(1, new float[3], default, step: 1), new float[2], gradient, workspace);
    }

    [Fact]
    public void ANetworkWithoutALossHasNoCost()
    {
        INetwork<float> network = new Outer.Plain();

        Assert.Contains("declares no loss", Assert.Throws<InvalidOperationException>(() => network.CostOf([1], [1f])).Message);
    }

    [Fact]
    public void AWorkspaceGrowsWithTheBatch()
    {
        var network = new Plain();
        Workspace<float> workspace = network.CreateWorkspace(1);
        float[] x = new SeededRandom(1).Normals(30);
        float[] y = new SeededRandom(2).Normals(20);
        float[] gradient = new float[Plain.Layout.Length];

        network.Gradient(new Batch<float>(10, x, y), gradient, workspace);

        Assert.Equal(network.GradientOf(x, y).Flat, gradient);
    }
}
