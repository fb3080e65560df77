using System;
using System.Linq;
using NetGen.Data;
using NetGen.Reference;
using NetGen.Tests.Support;
using NetGen.Threading;
using NetGen.Training;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Training;

public sealed class ClippingTests
{
    [Fact]
    [Trait("Mathematics", "F9")]
    public void ANormOverAllParametersIsClippedAndTheDirectionStays()
    {
        double[] gradient = [3, 0, -4];
        new NormClipping<double>(1).Apply(gradient);
        Assert.Equal([3 / (5 + 1e-6), 0, -4 / (5 + 1e-6)], gradient);

        double[] small = [0.3, 0, -0.4];
        new NormClipping<double>(1).Apply(small);
        Assert.Equal([0.3, 0, -0.4], small);
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void EveryNumberIsClippedByItself()
    {
        float[] gradient = [3, 0, -4, 0.5f, -0.5f, 0.25f, float.PositiveInfinity, float.NegativeInfinity, 1, -1];
        new ValueClipping<float>(0.5).Apply(gradient);
        Assert.Equal([0.5f, 0, -0.5f, 0.5f, -0.5f, 0.25f, 0.5f, -0.5f, 0.5f, -0.5f], gradient);
    }

    [Fact]
    public void NaNStaysForThoseWhoLookForIt()
    {
        foreach (Clipping<float> clipping in (Clipping<float>[])[new NormClipping<float>(1), new ValueClipping<float>(1)])
        {
            float[] gradient = new float[20];
            gradient[0] = gradient[19] = float.NaN;
            clipping.Apply(gradient);
            Assert.Equal([float.NaN, 0, float.NaN], [gradient[0], gradient[1], gradient[19]]);
        }
    }

    [Fact]
    public void AGradientOfInfiniteNormStaysAsItIs()
    {
        float[] gradient = [float.PositiveInfinity, 1, float.NegativeInfinity];
        new NormClipping<float>(1).Apply(gradient);
        Assert.Equal([float.PositiveInfinity, 1, float.NegativeInfinity], gradient);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(1003)]
    public void NormsAreSummedInDouble(int length)
    {
        // The square of 10³⁰ is infinite as a float, and 10⁷ ones after each other are not 10⁷ in it; sums of n squares are right to n/2 roundings.
        double[] numbers = [.. Enumerable.Range(0, length).Select(index => 1e30 * Math.Sin(1 + index))];
        float[] floats = [.. numbers.Select(number => (float)number)];
        Assert.Equal(1, VectorNorm.Of<double>(numbers) / Math.Sqrt(numbers.Sum(number => number * number)), length * 1.2e-16);
        Assert.Equal(1, VectorNorm.Of<float>(floats) / Math.Sqrt(floats.Sum(number => (double)number * number)), length * 1.2e-16);
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void TheTrainerClipsBeforeTheOptimizerSteps()
    {
        // One weight, no bias: J = ½(w·1 − 10)², whose gradient at w is w − 10.
        NetworkDescription line = Chain(1, Loss.HalfSquaredError, Dense(1, bias: false, initializer: Initializer.Zeros));
        var trainer = new Trainer<double>(new ReferenceNetwork<double>(line, 1), new Examples<double>(1, (double[])[1], (double[])[10]), new Sgd<double>(0.5)) { Clipping = new ValueClipping<double>(4) };
        Assert.Equal(4, trainer.Run(4).Count());
        Assert.Equal([2 + 2 + 2 + 2.0], trainer.Network.Parameters.ToArray());
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void ClippedTrainingHasTheBitsOfOneThread()
    {
        float[] one = Trained(null);
        using var workers = new Workers(3);
        Assert.Equal(one, Trained(workers));
        Assert.NotEqual(one, Trained(null, clipping: null));

        static float[] Trained(Workers? workers, double? clipping = 0.05)
        {
            NetworkDescription wide = Chain(40, Loss.HalfSquaredError, Dense(300), Activate(Activation.Tanh), Dense(2));
            float[] inputs = [.. Enumerable.Range(0, 40 * 12).Select(index => MathF.Sin(index))], targets = [.. Enumerable.Range(0, 24).Select(index => MathF.Cos(index))];
            var network = new ReferenceNetwork<float>(wide, 1);
            var trainer = new Trainer<float>(network, new Examples<float>(12, inputs, targets), new Adam<float>(network.Layout.Length), 5)
            {
                Workers = workers,
                Clipping = clipping is { } most ? new NormClipping<float>(most) : null,
            };
            Assert.Equal(2, trainer.Run(2).Count());
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void ClippingAllocatesNothing()
    {
        float[] gradient = [.. Enumerable.Range(0, 1003).Select(index => MathF.Sin(index))];
        var norm = new NormClipping<float>(1);
        var value = new ValueClipping<float>(0.01);
        Assert.Equal(0, Allocated.Bytes(() => norm.Apply(gradient)));
        Assert.Equal(0, Allocated.Bytes(() => value.Apply(gradient)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void LimitsOutsideTheirRangeAreRefused(double most)
    {
        Assert.Throws<ArgumentOutOfRangeException>("most", () => new NormClipping<float>(most));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => new ValueClipping<float>(most));
    }
}
