using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Randomness;
using NetGen.Runtime.Tests.Data;
using NetGen.Runtime.Tests.Evaluation;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

[Trait("Mathematics", "J6")]
public sealed class BaggingTests
{
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(5, 0.3)]
    [InlineData(5, 0)]
    [InlineData(20, 0.9)]
    public void TheMeanIsUnchangedAndTheVarianceFollowsTheLaw(int networks, double rho)
    {
        // Predictions μ + σ(√ρ z₀ + √(1 − ρ) z_b), of which any two have the correlation ρ.
        const int Trials = 20_000;
        const double Mu = 2;
        const double Sigma = 3;
        var bag = new Bag<double>([.. Enumerable.Range(1, networks).Select(network => (INetwork<double>)new Direct(
            [.. Enumerable.Range(0, Trials).Select(trial => Mu + Sigma * (Math.Sqrt(rho) * Draw(0, trial) + Math.Sqrt(1 - rho) * Draw(network, trial)))], 1))]);
        double[] together = new double[Trials];
        bag.Forward(new double[Trials], together);

        double expected = (1 - rho) / networks * Sigma * Sigma + rho * Sigma * Sigma;
        double mean = together.Average();
        double variance = together.Sum(each => (each - mean) * (each - mean)) / (Trials - 1);

        // Normal numbers: their mean spreads by √(Var/N), s² by √(2/(N − 1)) of itself; 5 of these.
        Assert.InRange(mean - Mu, -5 * Math.Sqrt(expected / Trials), 5 * Math.Sqrt(expected / Trials));
        Assert.InRange(variance / expected - 1, -5 * Math.Sqrt(2.0 / (Trials - 1)), 5 * Math.Sqrt(2.0 / (Trials - 1)));

        static double Draw(int network, int trial) => CounterRandom.Normal(11, network, trial);
    }

    [Fact]
    public void EveryNetworkIsTrainedOnABootstrapSampleOfItsOwn()
    {
        Examples<float> examples = Rows.Numbered(50);
        float[][] seen = new float[3][];
        var told = new Told<RepetitionProgress>();
        Bag<float> bag = Bagging.Train(examples, networks: 3, seed: 4, (sample, number) =>
        {
            seen[number] = Rows.All(sample).Inputs;
            return new Echo(2);
        }, told);
        Assert.Equal(3, bag.Networks.Length);
        Assert.Equal(Enumerable.Range(0, 3).Select(number => Bootstrap.Rows(50, 4, number).Select(row => (float)row).ToArray()), seen);
        Assert.Equal([new(1, 3), new(2, 3), new(3, 3)], told.Reports);
        Assert.Throws<OperationCanceledException>(() => Bagging.Train(examples, 3, 4, (_, _) => new Echo(1), cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void PredictingAllocatesNothing()
    {
        var bag = new Bag<float>([new Echo(3), new Echo(3), new Echo(3)]);
        float[] inputs = Rows.Random<float>(300);
        float[] outputs = new float[300];
        Assert.Equal(0, Allocated.Bytes(() => bag.Forward(inputs, outputs)));

        // (x + x + x)/3 is rounded twice.
        Assert.All(inputs.Zip(outputs), pair => Assert.InRange(pair.Second, pair.First - MathF.Abs(pair.First) * 2.4e-7f, pair.First + MathF.Abs(pair.First) * 2.4e-7f));
    }

    [Fact]
    public void NetworksThatDoNotFitTogetherAreRefused()
    {
        Assert.Contains("There are no networks", Assert.Throws<ArgumentException>(() => new Bag<float>([])).Message);
        Assert.Contains("There are no networks", Assert.Throws<ArgumentException>(() => new Bag<float>(default)).Message);
        Assert.Throws<ArgumentNullException>(() => new Bag<float>([new Echo(2), null!]));
        Assert.Contains(
            "Network 1, Chain, takes 3 inputs and gives 3 outputs; expected 2 and 2, as Chain has them.",
            Assert.Throws<ArgumentException>(() => new Bag<float>(ImmutableArray.Create<INetwork<float>>(new Echo(2), new Echo(3)))).Message);
        Assert.Contains("networks is 0; expected 1 or more", Assert.Throws<ArgumentOutOfRangeException>(() => Bagging.Train(Rows.Numbered(5), 0, 1, (_, _) => new Echo(1))).Message);
    }
}
