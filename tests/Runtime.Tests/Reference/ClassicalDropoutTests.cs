using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Oracle;
using NetGen.Randomness;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Reference;

public sealed class ClassicalDropoutTests
{
    private static readonly double[] Input = [0.5, -1.5, 2];

    /// <summary>What the mask keeps is untouched in training, and predicting multiplies by p = 1 − rate, not by the rate.</summary>
    [Fact]
    [Trait("Mathematics", "H4")]
    public void NothingIsDividedInTrainingAndPredictingMultipliesByTheChanceToKeep()
    {
        var network = new ReferenceNetwork<double>(new NetworkDescription("Classical", [40], [new DropoutDescription("D", [0], 0.25, Classical: true)], Loss.HalfSquaredError), seed: 5);
        double[] x = [.. Enumerable.Range(1, 40).Select(number => (double)number)], y = new double[40], dx = new double[40];
        Workspace<double> workspace = network.CreateWorkspace(1);
        var batch = new Batch<double>(1, x, default, step: 9);
        network.Forward(batch, y, workspace);
        network.Backward(batch, x, [], workspace, dx);
        uint key = DropoutMask.Key(5, 9, layer: 1, row: 0);
        Assert.All(Enumerable.Range(0, 40), index => Assert.Equal((DropoutMask.Keeps(key, index, 0.25f) ? x[index] : 0, y[index]), (y[index], dx[index])));
        Assert.Contains(0.0, y);

        network.Forward(x, y);
        Assert.Equal(x.Select(number => number * 0.75), y);
    }

    [Fact]
    [Trait("Mathematics", "H4")]
    public void ItsMasksAreThoseOfInvertedDropout()
    {
        double[] Trained(bool classical)
        {
            double[] outputs = new double[64];
            var network = new ReferenceNetwork<double>(new NetworkDescription("Net", [64], [new DropoutDescription("D", [0], 0.5, classical)]), seed: 2);
            network.Forward(new Batch<double>(1, [.. Enumerable.Repeat(1.0, 64)], default, step: 3), outputs, network.CreateWorkspace(1));
            return outputs;
        }

        Assert.Equal(Trained(classical: false), Trained(classical: true).Select(kept => 2 * kept));
    }

    /// <summary>
    /// Of a linear output the network that is scaled by p is the mean of all 2⁴ thinned networks; of inverted dropout, which
    /// divides each of them, it is too.
    /// </summary>
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.2, true)]
    [InlineData(0.2, false)]
    [Trait("Mathematics", "H7")]
    public void TheScaledNetworkIsTheMeanOfAllThinnedOnesWhereTheOutputIsLinear(double rate, bool classical)
    {
        var network = new ReferenceNetwork<double>(Thinned.Describe("Linear", rate, classical, softmax: false), seed: 7);
        double[] predicted = new double[3];
        network.Forward(Input, predicted);
        List<(double Probability, double[] Output)> all = Thinned.All(network, rate, Input);
        Assert.Equal(16, all.Count);
        Assert.Equal(1, all.Sum(thinned => thinned.Probability), 1e-15);
        Assert.All(predicted.Zip(Thinned.Mean(all)), pair => Assert.Equal(pair.First, pair.Second, 1e-15 * 16));
    }

    /// <summary>
    /// Behind a softmax the scaled network is their normalized geometric mean exactly (Goodfellow, Bengio, Courville, 2016, 7.12),
    /// and near their mean: with these weights within 0.02 of each probability, where single networks lie up to 0.2 away.
    /// </summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.2)]
    [Trait("Mathematics", "H7")]
    public void BehindASoftmaxItIsTheirGeometricMeanAndNearTheirMean(double rate)
    {
        var network = new ReferenceNetwork<double>(Thinned.Describe("Classes", rate, classical: true, softmax: true), seed: 7);
        double[] predicted = new double[3];
        network.Forward(Input, predicted);
        List<(double Probability, double[] Output)> all = Thinned.All(network, rate, Input);
        Assert.All(predicted.Zip(Thinned.GeometricMean(all)), pair => Assert.Equal(pair.First, pair.Second, 1e-15 * 32));

        double Distance(double[] output) => output.Zip(Thinned.Mean(all), (a, b) => Math.Abs(a - b)).Max();
        double distance = Distance(predicted), farthest = all.Max(thinned => Distance(thinned.Output));
        Assert.True(distance < 0.02 && distance > 1e-6 && farthest > 0.1, $"{distance} beside {farthest}");
    }
}
