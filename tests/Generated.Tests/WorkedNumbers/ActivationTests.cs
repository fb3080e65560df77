using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.WorkedNumbers;

/// <summary>Values by the forward pass, derivatives by the backward pass from ones.</summary>
public sealed class ActivationTests
{
    private static readonly float[] z = [-2, -0.5f, 0, 0.5f, 2];
    private static readonly float[] ones = [1, 1, 1, 1, 1];

    [Fact]
    [Trait("Mathematics", "B1")]
    public void IdentityLeavesItsInput()
    {
        var network = new Identities();

        Assert.Equal(z, network.Predict(z));
        Assert.Equal(ones, network.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B2")]
    public void SigmoidAndItsDerivative()
    {
        var network = new Sigmoids();
        double[] a = [.. z.Select(z => 1 / (1 + Math.Exp(-z)))];

        Close.To(a, network.Predict(z));
        Close.To([.. a.Select(a => a * (1 - a))], network.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B2")]
    public void SigmoidNeverOverflows()
    {
        var network = new Sigmoids();

        Close.To([0, 0, 0.5, 1, 1], network.Predict(-1e4f, -100, 0, 100, 1e4f));
        Close.To([0, 0, 0.25, 0, 0], network.BackwardOf([-1e4f, -100, 0, 100, 1e4f], ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B3")]
    public void TanhAndItsDerivative()
    {
        var network = new Tanhs();
        double[] a = [.. z.Select(z => Math.Tanh(z))];

        Close.To(a, network.Predict(z));
        Close.To([.. a.Select(a => 1 - (a * a))], network.BackwardOf(z, ones).Input);
        Close.To([-1, -1, 0, 1, 1], network.Predict(-1e4f, -100, 0, 100, 1e4f));
    }

    [Fact]
    [Trait("Mathematics", "B4")]
    public void ReLUHasNoSlopeAtZero()
    {
        var network = new ReLUs();

        Assert.Equal([0, 0, 0, 0.5f, 2], network.Predict(z));
        Assert.Equal([0, 0, 0, 1, 1], network.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B5")]
    public void LeakyReLUHasItsSlopeAtZero()
    {
        var network = new LeakyReLUs();
        var steeper = new SteeperLeakyReLUs();

        Close.To([-0.02, -0.005, 0, 0.5, 2], network.Predict(z));
        Close.To([0.01, 0.01, 0.01, 1, 1], network.BackwardOf(z, ones).Input);
        Assert.Equal([-0.5f, -0.125f, 0, 0.5f, 2], steeper.Predict(z));
        Assert.Equal([0.25f, 0.25f, 0.25f, 1, 1], steeper.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B6")]
    public void SoftplusHasTheSigmoidAsItsSlope()
    {
        var network = new Softpluses();

        Close.To([.. z.Select(z => Math.Log(1 + Math.Exp(z)))], network.Predict(z));
        Close.To([.. z.Select(z => 1 / (1 + Math.Exp(-z)))], network.BackwardOf(z, ones).Input);
        Assert.Equal([0, 3.783506e-44f, 0.6931472f, 100, 1e4f], network.Predict(-1e4f, -100, 0, 100, 1e4f));
        Assert.Equal([0, 3.783506e-44f, 0.5f, 1, 1], network.BackwardOf([-1e4f, -100, 0, 100, 1e4f], ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void GELUIsTheNumberTimesTheProbabilityBelowIt()
    {
        var network = new GELUs();

        Close.To([-0.04550026389635842, -0.15426876936299344, 0, 0.34573123063700656, 1.9544997361036416], network.Predict(z));
        Close.To(
            [-0.08523180107819693, 0.13250480684318837, 0.5, 0.8674951931568116, 1.085231801078197],
            network.BackwardOf(z, ones).Input);
        Assert.Equal([-0f, -0f, 0, 100, 1e4f], network.Predict(-1e4f, -100, 0, 100, 1e4f));
        Assert.Equal([0, 0, 0.5f, 1, 1], network.BackwardOf([-1e4f, -100, 0, 100, 1e4f], ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B8")]
    public void SoftmaxGivesItsWorkedNumbers()
    {
        float[] a = new SoftmaxOfFour().Predict(5, 2, -1, 3);

        Close.To([0.842, 0.042, 0.002, 0.114], a, 5e-4);
        Close.To(1, a.Sum());
    }

    [Fact]
    [Trait("Mathematics", "B8")]
    public void SoftmaxShiftsByTheMaximum()
    {
        var network = new SoftmaxOfFour();

        Assert.Equal(network.Predict(5, 2, -1, 3), network.Predict(8197, 8194, 8191, 8195));
        Assert.Equal(network.Predict(5, 2, -1, 3), network.Predict(-8187, -8190, -8193, -8189));
        Close.To([1, 0, 0, 0], network.Predict(1e4f, -1e4f, 0, 5e3f));
    }

    [Fact]
    [Trait("Mathematics", "B8")]
    public void SoftmaxBackwardIsItsJacobian()
    {
        var network = new SoftmaxOfFour();
        float[] upstream = [1, -2, 0.5f, 3];

        double[] exponentials = [.. new double[] { 5, 2, -1, 3 }.Select(z => Math.Exp(z))];
        double[] a = [.. exponentials.Select(e => e / exponentials.Sum())];
        double dot = a.Zip(upstream, (a, g) => a * g).Sum();
        Close.To([.. a.Zip(upstream, (a, g) => a * (g - dot))], network.BackwardOf([5, 2, -1, 3], upstream).Input);
    }

    [Fact]
    public void NotANumberStaysNotANumber()
    {
        INetwork<float>[] networks =
            [new Identities(), new Sigmoids(), new Tanhs(), new ReLUs(), new LeakyReLUs(), new SteeperLeakyReLUs(), new Softpluses(), new GELUs()];
        foreach (INetwork<float> network in networks)
        {
            float[] a = network.Predict(1, float.NaN, -1, 0.5f, 2);

            Assert.True(float.IsNaN(a[1]), $"{network.Description.Name} gives {a[1]} for NaN.");
            Assert.DoesNotContain(float.NaN, (float[])[a[0], a[2], a[3], a[4]]);
        }

        Assert.All(new SoftmaxOfFour().Predict(1, float.NaN, 2, 3), a => Assert.True(float.IsNaN(a)));
    }
}
