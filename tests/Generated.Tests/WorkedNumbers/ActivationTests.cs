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
    [Trait("Mathematics", "B7")]
    public void HardThresholdIsAStepWithoutASlope()
    {
        var network = new HardThresholds();

        Assert.Equal([0, 0, 0, 1, 1], network.Predict(z));
        Assert.Equal([0, 0, 0, 0, 0], network.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void ELUHasItsSlopeAtZero()
    {
        var network = new ELUs();
        var steeper = new SteeperELUs();

        Close.To([-0.8646647167633873, -0.3934693402873666, 0, 0.5, 2], network.Predict(z));
        Close.To([0.1353352832366127, 0.6065306597126334, 1, 1, 1], network.BackwardOf(z, ones).Input);
        Close.To([-1.7293294335267746, -0.7869386805747332, 0, 0.5, 2], steeper.Predict(z));
        Close.To([0.2706705664732254, 1.2130613194252668, 2, 1, 1], steeper.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void SELUIsAScaledELU()
    {
        var network = new SELUs();

        Close.To([-1.520166468595695, -0.6917581878028713, 0, 0.5253504936777402, 2.101401974710961], network.Predict(z));
        Close.To([0.2379328722516815, 1.0663411530445055, 1.7580993408473766, 1.0507009873554805, 1.0507009873554805], network.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void GatedActivationsHaveTheirWorkedNumbers()
    {
        Close.To([-0.04540230591222732, -0.15428599017485609, 0, 0.34571400982514394, 1.9545976940877727], new GELUTanhs().Predict(z));
        Close.To([-0.08609925662361831, 0.1326300964653577, 0.5, 0.8673699035346423, 1.0860992566236183], new GELUTanhs().BackwardOf(z, ones).Input);
        Close.To([-0.2384058440442351, -0.18877033439907273, 0, 0.3112296656009273, 1.7615941559557649], new SiLUs().Predict(z));
        Close.To([-0.09078424878489547, 0.2600388126973482, 0.5, 0.7399611873026518, 1.0907842487848955], new SiLUs().BackwardOf(z, ones).Input);
        Close.To([-0.2525014826957089, -0.22074377465173, 0, 0.37524521130489513, 1.9439589595339946], new Mishes().Predict(z));
        Close.To([-0.1083550924203939, 0.2895106779135122, 0.6, 0.8864243753577272, 1.0693179342794896], new Mishes().BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void HardActivationsArePieces()
    {
        float[] corners = [-3, -1, 0.5f, 3, 7];

        Assert.Equal([-1, -1, 0.5f, 1, 1], new HardTanhs().Predict(corners));
        Assert.Equal([0, 0, 1, 0, 0], new HardTanhs().BackwardOf(corners, ones).Input);
        Assert.Equal([0, 0, 0.5f, 3, 6], new ReLU6s().Predict(corners));
        Assert.Equal([0, 0, 1, 1, 0], new ReLU6s().BackwardOf(corners, ones).Input);
        Close.To([0, 1 / 3.0, 7 / 12.0, 1, 1], new HardSigmoids().Predict(corners));
        Close.To([0, 1 / 6.0, 1 / 6.0, 0, 0], new HardSigmoids().BackwardOf(corners, ones).Input);
        Close.To([0, -1 / 3.0, 7 / 24.0, 3, 7], new HardSwishes().Predict(corners));
        Close.To([-0.5, 1 / 6.0, 2 / 3.0, 1, 1], new HardSwishes().BackwardOf(corners, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void SoftsignAndItsDerivative()
    {
        var network = new Softsigns();

        Close.To([-2 / 3.0, -1 / 3.0, 0, 1 / 3.0, 2 / 3.0], network.Predict(z));
        Close.To([1 / 9.0, 4 / 9.0, 1, 4 / 9.0, 1 / 9.0], network.BackwardOf(z, ones).Input);
    }

    [Fact]
    [Trait("Mathematics", "B9")]
    public void LogSoftmaxIsTheLogarithmOfSoftmaxAndTrainsAsIt()
    {
        var network = new LogSoftmaxOfFour();
        var softmax = new SoftmaxOfFour();
        float[] z = [5, 2, -1, 3];

        Close.To([.. softmax.Predict(z).Select(p => Math.Log(p))], network.Predict(z), 2e-6);
        Assert.Equal([0, -1e4f, -2e4f, -1e4f], network.Predict(1e4f, 0, -1e4f, 0));
        Assert.Equal(softmax.CostOf(z, [1]), network.CostOf(z, [1])); // −Σ y·ŷ: PyTorch's NLL
        Close.To(-network.Predict(z)[1], network.CostOf(z, [1]), 1e-6);
        Assert.Equal(softmax.GradientOf(z, [0, 0.25f, 0.75f, 0]).Input, network.GradientOf(z, [0, 0.25f, 0.75f, 0]).Input);

        float[] upstream = [1, -2, 0.5f, 3];
        Close.To([.. upstream.Zip(softmax.Predict(z), (d, p) => d - (p * 2.5))], network.BackwardOf(z, upstream).Input);
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
        [
            new Identities(), new Sigmoids(), new Tanhs(), new ReLUs(), new LeakyReLUs(), new SteeperLeakyReLUs(), new Softpluses(), new GELUs(), new ELUs(), new SELUs(),
            new GELUTanhs(), new SiLUs(), new Mishes(), new HardTanhs(), new ReLU6s(), new HardSigmoids(), new HardSwishes(), new Softsigns(), new HardThresholds(),
        ];
        foreach (INetwork<float> network in networks)
        {
            float[] a = network.Predict(1, float.NaN, -1, 0.5f, 2);

            Assert.True(float.IsNaN(a[1]), $"{network.Description.Name} gives {a[1]} for NaN.");
            Assert.DoesNotContain(float.NaN, (float[])[a[0], a[2], a[3], a[4]]);
        }

        Assert.All(new SoftmaxOfFour().Predict(1, float.NaN, 2, 3), a => Assert.True(float.IsNaN(a)));
        Assert.All(new LogSoftmaxOfFour().Predict(1, float.NaN, 2, 3), a => Assert.True(float.IsNaN(a)));
    }
}
