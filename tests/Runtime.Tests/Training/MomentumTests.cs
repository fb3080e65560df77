using System;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

public sealed class MomentumTests
{
    [Fact]
    [Trait("Mathematics", "F2")]
    public void TheTwoMomentaDifferInWhatAGradientAdds()
    {
        double[] classical = [1], averaged = [1];
        var heavy = new ClassicalMomentum<double>(1, 0.5, 0.75);
        var mean = new AveragedMomentum<double>(1, 0.5, 0.75);

        // v = 2, then 0.75·2 + 2; and a quarter of each.
        heavy.Step(classical, [2]);
        mean.Step(averaged, [2]);
        Assert.Equal((0.0, 0.75), (classical[0], averaged[0]));
        heavy.Step(classical, [2]);
        mean.Step(averaged, [2]);
        Assert.Equal((-1.75, 0.75 - 0.5 * 0.875), (classical[0], averaged[0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    public void ARangeIsUpdatedAsTheWholeIs(int length)
    {
        float[] gradient = [.. Enumerable.Range(0, length).Select(index => MathF.Sin(index))];
        float[] whole = new float[length], parts = new float[length];
        var one = new ClassicalMomentum<float>(length, 0.1);
        var two = new ClassicalMomentum<float>(length, 0.1);
        for (int step = 0; step < 3; step++)
        {
            one.Step(whole, gradient);
            two.BeginStep();
            two.Update(length / 2, parts.AsSpan(length / 2), gradient.AsSpan(length / 2));
            two.Update(0, parts.AsSpan(0, length / 2), gradient.AsSpan(0, length / 2));
        }

        Assert.Equal(whole, parts);
    }

    [Fact]
    public void AVelocityThatHasDiedOutIsZeroAndNotDenormal()
    {
        float[] theta = [0];
        var momentum = new ClassicalMomentum<float>(1, 0.1, 0.5);
        momentum.Step(theta, [1]);
        for (int step = 0; step < 200; step++)
        {
            momentum.Step(theta, [0]);
        }

        Assert.Equal(0, momentum.State[0].Values.Span[0]);
        Assert.Equal(-0.2f, theta[0], 1e-7f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void DecaysOutsideTheirRangeAreRefused(double decay)
    {
        Assert.Equal("mu", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassicalMomentum<float>(1, 0.1, decay)).ParamName);
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => new AveragedMomentum<float>(1, 0.1, decay)).ParamName);
        Assert.Equal("mu", Assert.Throws<ArgumentOutOfRangeException>(() => new NesterovMomentum<float>(1, 0.1, decay)).ParamName);
    }

    [Fact]
    [Trait("Mathematics", "F2")]
    public void BiasCorrectionBeginsWithWholeSteps()
    {
        double[] theta = [1];
        var momentum = new AveragedMomentum<double>(1, 0.5, 0.75, correctBias: true);

        // v = 0.25·2 over 1 − 0.75; then v = 0.75·0.5 + 0.25·(−1) = 0.125 over 1 − 0.5625.
        momentum.Step(theta, [2]);
        Assert.Equal(0, theta[0], 1e-16);
        momentum.Step(theta, [-1]);
        Assert.Equal(-0.5 * 0.125 / 0.4375, theta[0], 1e-16);
    }

    [Fact]
    [Trait("Mathematics", "F2")]
    public void NesterovMovesByTheGradientAndTheVelocityToCome()
    {
        double[] theta = [1];
        var momentum = new NesterovMomentum<double>(1, 0.5, 0.75);

        // v = 2 and 2 + 0.75·2 = 3.5; then v = 0.75·2 − 1 = 0.5 and −1 + 0.75·0.5.
        momentum.Step(theta, [2]);
        Assert.Equal(-0.75, theta[0]);
        momentum.Step(theta, [-1]);
        Assert.Equal(-0.75 + 0.5 * 0.625, theta[0]);
    }
}
