using System;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Two steps of each adaptive rule, by its formula written out.</summary>
public sealed class AdaptiveRuleTests
{
    private const double Alpha = 0.1, First = 0.5, Second = -1;

    [Fact]
    [Trait("Mathematics", "F3")]
    public void RMSprop()
    {
        double s1 = 0.1 * First * First, s2 = 0.9 * s1 + 0.1 * Second * Second;
        Steps(new RMSprop<double>(1, Alpha, 0.9, 1e-2), Alpha * First / (Math.Sqrt(s1) + 1e-2), Alpha * Second / (Math.Sqrt(s2) + 1e-2));
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void CenteredRMSprop()
    {
        double s1 = 0.1 * First * First, m1 = 0.1 * First, v1 = First / (Math.Sqrt(s1 - m1 * m1) + 1e-2);
        double s2 = 0.9 * s1 + 0.1 * Second * Second, m2 = 0.9 * m1 + 0.1 * Second;
        Steps(new CenteredRMSprop<double>(1, Alpha, 0.9, 0.5, 1e-2), Alpha * v1, Alpha * (0.5 * v1 + Second / (Math.Sqrt(s2 - m2 * m2) + 1e-2)));
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void ACenteredRMSpropOfAConstantGradientHasNoRootOfRounding()
    {
        // s and m² are the same number then but for their rounding, which is negative for some.
        float[] theta = new float[1000], g = [.. theta.Select((_, index) => 0.1f + 0.001f * index)];
        var optimizer = new CenteredRMSprop<float>(theta.Length, 1e-4);
        for (int step = 0; step < 600; step++)
        {
            optimizer.Step(theta, g);
        }

        float[] square = optimizer.State[0].Values.Span.ToArray(), mean = optimizer.State[1].Values.Span.ToArray();
        Assert.Contains(square.Zip(mean), pair => pair.First < pair.Second * pair.Second);
        Assert.All(theta, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void AdamWDecaysApartFromTheGradient()
    {
        // (1 − αλ)θ, then Adam's first step, ±α whatever the gradient.
        double[] theta = [4, -4];
        new AdamW<double>(2, Alpha, epsilon: 1e-300) { WeightDecay = 0.5 }.Step(theta, [1e-3, 1e3]);
        Assert.Equal(4 * 0.95 - Alpha, theta[0], 1e-15);
        Assert.Equal(-4 * 0.95 - Alpha, theta[1], 1e-15);
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void CoupledDecayIsPartOfTheGradient()
    {
        double[] theta = [4], adam = [4];
        new Sgd<double>(Alpha) { WeightDecay = 0.5 }.Step(theta, [1]);
        new Adam<double>(1, Alpha, epsilon: 1e-300) { WeightDecay = 0.5 }.Step(adam, [-1]);

        // g + λθ is 3, and 1 where g is −1: the sign, and so the first step of Adam, is that of the sum.
        Assert.Equal(4 - Alpha * 3, theta[0], 1e-15);
        Assert.Equal(4 - Alpha, adam[0], 1e-15);
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void AMSGrad()
    {
        // A gradient of 0 lowers v but not the largest.
        double m1 = 0.1 * First, v1 = 0.5 * First * First;
        double[] theta = [1];
        var optimizer = new AMSGrad<double>(1, Alpha, 0.9, 0.5, 1e-2);
        optimizer.Step(theta, [First]);
        double first = 1 - Alpha * (m1 / 0.1) / (Math.Sqrt(v1 / 0.5) + 1e-2);
        Assert.Equal(first, theta[0], 1e-15);
        optimizer.Step(theta, [0]);
        Assert.Equal(first - Alpha * (0.9 * m1 / 0.19) / (Math.Sqrt(v1 / 0.75) + 1e-2), theta[0], 1e-15);
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void Adamax()
    {
        double m1 = 0.1 * First, m2 = 0.9 * m1 + 0.1 * Second;
        Steps(new Adamax<double>(1, Alpha, 0.9, 0.99, 1e-2), Alpha / 0.1 * m1 / (First + 1e-2), Alpha / 0.19 * m2 / Math.Max(0.99 * (First + 1e-2), 1 + 1e-2));
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void NAdam()
    {
        double[] mu = new double[4], product = [1, 1, 1, 1];
        for (int k = 1; k < 4; k++)
        {
            mu[k] = 0.9 * (1 - 0.5 * Math.Pow(0.96, 0.004 * k));
            product[k] = product[k - 1] * mu[k];
        }

        double m1 = 0.1 * First, v1 = 0.01 * First * First, m2 = 0.9 * m1 + 0.1 * Second, v2 = 0.99 * v1 + 0.01 * Second * Second;
        Steps(
            new NAdam<double>(1, Alpha, 0.9, 0.99, 1e-2),
            Alpha * ((1 - mu[1]) / (1 - product[1]) * First + mu[2] / (1 - product[2]) * m1) / (Math.Sqrt(v1 / 0.01) + 1e-2),
            Alpha * ((1 - mu[2]) / (1 - product[2]) * Second + mu[3] / (1 - product[3]) * m2) / (Math.Sqrt(v2 / (1 - 0.99 * 0.99)) + 1e-2));
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void NAdamGoesOnAfterAnyNumberOfSteps()
    {
        double[] theta = [1];
        new NAdam<double>(1, Alpha) { Steps = 1L << 52 }.Step(theta, [1]);

        // Both products are 0 by then, μ is β₁, and m and v, of one step only, are not corrected.
        Assert.Equal(1 - Alpha * (0.1 + 0.9 * 0.1) / (Math.Sqrt(0.001) + 1e-8), theta[0], 1e-12);
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void Adagrad() =>
        Steps(new Adagrad<double>(1, Alpha, 1e-2), Alpha * First / (First + 1e-2), Alpha * Second / (Math.Sqrt(First * First + Second * Second) + 1e-2));

    [Fact]
    [Trait("Mathematics", "F9")]
    public void Adadelta()
    {
        double s1 = 0.1 * First * First, step1 = Math.Sqrt(1e-2) / Math.Sqrt(s1 + 1e-2) * First, d1 = 0.1 * step1 * step1;
        double s2 = 0.9 * s1 + 0.1 * Second * Second;
        Steps(new Adadelta<double>(1, Alpha, 0.9, 1e-2), Alpha * step1, Alpha * Math.Sqrt(d1 + 1e-2) / Math.Sqrt(s2 + 1e-2) * Second);
    }

    private static void Steps(IOptimizer<double> optimizer, double first, double second)
    {
        double[] theta = [1];
        optimizer.Step(theta, [First]);
        Assert.Equal(1 - first, theta[0], 1e-15);
        optimizer.Step(theta, [Second]);
        Assert.Equal(1 - first - second, theta[0], 1e-15);
    }
}
