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
    }

    [Fact]
    public void AnOptimizerGoesOnFromWhatItRemembers()
    {
        foreach (Func<IOptimizer<double>> make in (Func<IOptimizer<double>>[])[() => new Sgd<double>(0.1), () => new ClassicalMomentum<double>(3, 0.1), () => new AveragedMomentum<double>(3, 0.1), () => new Adam<double>(3, 0.1)])
        {
            double[] theta = [1, 2, 3], resumed;
            IOptimizer<double> first = make(), second = make();
            first.Step(theta, [1, -2, 3]);
            resumed = [.. theta];
            second.Steps = first.Steps;
            Assert.Equal(1, second.Steps);
            foreach (((string Name, AlignedBuffer<double> Values) from, (string Name, AlignedBuffer<double> Values) to) in first.State.Zip(second.State))
            {
                Assert.Equal(from.Name, to.Name);
                from.Values.Span.CopyTo(to.Values.Span);
            }

            first.Step(theta, [0.5, 0.5, 0.5]);
            second.Step(resumed, [0.5, 0.5, 0.5]);
            Assert.Equal(theta, resumed);
        }
    }
}
