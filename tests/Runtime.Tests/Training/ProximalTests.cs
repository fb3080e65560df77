using System;
using System.Linq;
using System.Numerics;
using NetGen.Data;
using NetGen.Reference;
using NetGen.Threading;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

public sealed class ProximalTests
{
    /// <summary>w ← sign(w)·max(|w| − αλ₁, 0), with αλ₁ = 0.25; biases are no weights.</summary>
    [Fact]
    [Trait("Mathematics", "H2")]
    public void ItShrinksByRateTimesLambdaAndStopsAtZero()
    {
        Holds<double>();
        Holds<float>();

        static void Holds<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            ReferenceNetwork<T> network = Network<T>(new PenaltyDescription(0.5, 0, Proximal: true));
            T[] Numbers(params double[] numbers) => [.. numbers.Select(T.CreateChecked)];
            Numbers(1, -1, 0.25, -0.25, 0.125, 0, 0.1, -0.1).CopyTo(network.Parameters);
            Proximal.Step(network, 0.5);
            Assert.Equal(Numbers(0.75, -0.75, 0, 0, 0, 0, 0.1, -0.1), network.Parameters.ToArray());
            Assert.All(network.Parameters[2..6].ToArray(), weight => Assert.False(T.IsNegative(weight)));
        }
    }

    [Fact]
    [Trait("Mathematics", "H2")]
    public void OnlyProximalPenaltiesShrinkAndExamplesDivide()
    {
        ReferenceNetwork<double> plain = Network<double>(new PenaltyDescription(0.5, 0.5)), divided = Network<double>(new PenaltyDescription(8, 0, Biases: true, Proximal: true, Examples: 32));
        foreach (ReferenceNetwork<double> network in (ReferenceNetwork<double>[])[plain, divided])
        {
            network.Parameters.Fill(1);
            Proximal.Step(network, 0.5);
        }

        Assert.All(plain.Parameters.ToArray(), weight => Assert.Equal(1, weight));
        Assert.All(divided.Parameters.ToArray(), weight => Assert.Equal(1 - 0.5 * 8 / 32, weight));
        Assert.Equal("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(() => Proximal.Step(divided, -1)).ParamName);
        Assert.Throws<ArgumentNullException>(() => Proximal.Step<float>(null!, 1));
    }

    /// <summary>
    /// Of ½(w − y)² + λ₁|w| the least is at sign(y)·max(|y| − λ₁, 0) (Tibshirani, 1996): the small weight is exactly 0 by the
    /// proximal step, and not by the slope of L1, nor by L2.
    /// </summary>
    [Fact]
    [Trait("Mathematics", "H2")]
    public void TrainedWeightsAreExactlyZeroWhereLassoSaysSo()
    {
        double[] Trained(PenaltyDescription penalty)
        {
            var network = new ReferenceNetwork<double>(
                new NetworkDescription("Lasso", [1], [new DenseDescription("Dense1", [0], 3, Bias: false)], Loss.HalfSquaredError) { Penalties = [penalty] }, seed: 2);
            var trainer = new Trainer<double>(network, new Examples<double>(1, new double[] { 1 }, new double[] { 0.05, -1, 2 }), new Sgd<double>(0.3), batchSize: 1);
            trainer.Run(epochs: 200).Last();
            return network.Parameters.ToArray();
        }

        double[] proximal = Trained(new PenaltyDescription(0.1, 0, Proximal: true)), slopes = Trained(new PenaltyDescription(0.1, 0)), squares = Trained(new PenaltyDescription(0, 0.1));
        Assert.Equal(0.0, proximal[0]);
        Assert.Equal([-0.9, 1.9], proximal[1..].Select(weight => Math.Round(weight, 12)));
        Assert.NotEqual(0.0, slopes[0]);
        Assert.Equal([0.05 / 1.1, -1 / 1.1, 2 / 1.1], squares, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    /// <summary>With Adam too the threshold is αλ₁ of the plain rate.</summary>
    [Fact]
    [Trait("Mathematics", "H2")]
    public void TheTrainerShrinksBehindTheStepOfAnyOptimizer()
    {
        var description = new NetworkDescription("One", [1], [new DenseDescription("Dense1", [0], 1, Bias: false)], Loss.HalfSquaredError) { Penalties = [new PenaltyDescription(0.5, 0, Proximal: true)] };
        var network = new ReferenceNetwork<double>(description);
        network.Parameters[0] = 3;
        var trainer = new Trainer<double>(network, new Examples<double>(1, new double[] { 1 }, new double[] { 0 }), new Adam<double>(1, learningRate: 0.25), batchSize: 1) { Schedule = _ => 0.5 };
        trainer.Run(epochs: 1).Last();

        // The first step of Adam moves by α, but for ε.
        Assert.Equal(3 - 0.5 - 0.5 * 0.5, network.Parameters[0], 1e-8);
    }

    [Fact]
    public void ThreadsDoNotChangeItsBits()
    {
        var description = new NetworkDescription("Wide", [400], [new DenseDescription("Dense1", [0], 300)], Loss.HalfSquaredError) { Penalties = [new PenaltyDescription(0.5, 0, Proximal: true)] };
        ReferenceNetwork<float> alone = new(description, seed: 1), shared = new(description, seed: 1);
        using var workers = new Workers(3);
        Proximal.Step(alone, 0.01);
        Proximal.Step(shared, 0.01, workers);
        Assert.Equal(alone.Parameters.ToArray(), shared.Parameters.ToArray());
        Assert.Contains(0f, alone.Parameters[..120_000].ToArray());
        Assert.DoesNotContain(0f, new ReferenceNetwork<float>(description, seed: 1).Parameters[..120_000].ToArray());
    }

    private static ReferenceNetwork<T> Network<T>(PenaltyDescription penalty)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(new NetworkDescription("Net", [3], [new DenseDescription("Dense1", [0], 2)], Loss.HalfSquaredError) { Penalties = [penalty] });
}
