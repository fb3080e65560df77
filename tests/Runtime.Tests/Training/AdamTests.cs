using System;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

public sealed class AdamTests
{
    [Fact]
    [Trait("Mathematics", "F4")]
    public void TwoStepsFollowTheFormula()
    {
        double[] theta = [1];
        var adam = new Adam<double>(1, 0.1, 0.9, 0.99, 1e-8);
        adam.Step(theta, [0.5]);

        // m = 0.05, v = 0.0025; both corrected: m̂ = 0.5, v̂ = 0.25
        double first = 1 - 0.1 * 0.5 / (0.5 + 1e-8);
        Assert.Equal(first, theta[0], 1e-15);

        adam.Step(theta, [-1]);
        double m = 0.9 * 0.05 - 0.1, v = 0.99 * 0.0025 + 0.01;
        double second = first - 0.1 * (m / (1 - 0.81)) / (Math.Sqrt(v / (1 - 0.9801)) + 1e-8);
        Assert.Equal(second, theta[0], 1e-15);
        Assert.Equal(m, adam.FirstMoment[0], 1e-16);
        Assert.Equal(v, adam.SecondMoment[0], 1e-16);
        Assert.Equal(2, adam.Steps);
    }

    [Fact]
    public void ArgumentsAreCheckedAsTheNumberTypeThatIsUsed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, learningRate: 1e300));
        Assert.Throws<ArgumentOutOfRangeException>("beta1", () => new Adam<float>(1, beta1: 0.99999999999));
        Assert.Throws<ArgumentOutOfRangeException>("beta2", () => new Adam<float>(1, beta2: 0.99999999999));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new Adam<float>(1, epsilon: 1e-300));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new Adam<float>(1, epsilon: 1e300));
        var adam = new Adam<double>(1, 1e300, 0.99999999999, 0.99999999999, 1e-300);
        Assert.Equal(1e300, adam.LearningRate);
    }

    [Fact]
    public void StepsAreCountedWithoutWrapping()
    {
        var adam = new Adam<float>(1);
        Assert.Contains("9007199254740992", Assert.Throws<ArgumentOutOfRangeException>(() => adam.Steps = long.MaxValue).Message);
        adam.Steps = 1L << 53;
        float[] theta = [1];
        adam.Step(theta, [1f]);
        Assert.Equal((1L << 53) + 1, adam.Steps);
        Assert.Equal(1, theta[0], 0.01f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(101)]
    [Trait("Mathematics", "F4")]
    public void RangesInAnyOrderGiveTheBitsOfTheWhole(int length)
    {
        float[] whole = Wave(length, 1), parts = Wave(length, 1);
        Adam<float> one = new(length), many = new(length);
        for (int step = 0; step < 5; step++)
        {
            float[] g = Wave(length, step + 2);
            one.Step(whole, g);
            many.BeginStep();
            for (int end = length; end > 0; end -= 3)
            {
                int start = Math.Max(0, end - 3);
                many.Update(start, parts.AsSpan(start..end), g.AsSpan(start..end));
            }
        }

        Assert.Equal(whole, parts);
        Assert.Equal(one.FirstMoment, many.FirstMoment);
        Assert.Equal(one.SecondMoment, many.SecondMoment);
        Assert.NotEqual(Wave(length, 1), whole);
    }

    [Fact]
    [Trait("Mathematics", "F4")]
    public void TrainingGoesOnFromStepsAndMoments()
    {
        float[] theta = Wave(20, 1), copy;
        var adam = new Adam<float>(20);
        adam.Step(theta, Wave(20, 2));
        copy = [.. theta];
        var resumed = new Adam<float>(20) { Steps = adam.Steps };
        adam.FirstMoment.CopyTo(resumed.FirstMoment);
        adam.SecondMoment.CopyTo(resumed.SecondMoment);
        adam.Step(theta, Wave(20, 3));
        resumed.Step(copy, Wave(20, 3));
        Assert.Equal(theta, copy);
    }

    [Fact]
    [Trait("Mathematics", "F4")]
    public void MomentsNeverBecomeDenormalAndEndAtZero()
    {
        // One gradient, then none: m falls by 0.9 and v by 0.5 a step, through where floats are denormal.
        const int Length = 19;
        float[] theta = new float[Length];
        var adam = new Adam<float>(Length, beta2: 0.5);
        adam.Step(theta, Wave(Length, 1));
        float[] none = new float[Length];
        for (int step = 0; step < 1000; step++)
        {
            adam.Step(theta, none);
            Assert.DoesNotContain(adam.FirstMoment.ToArray(), float.IsSubnormal);
            Assert.DoesNotContain(adam.SecondMoment.ToArray(), float.IsSubnormal);
        }

        Assert.All(adam.FirstMoment.ToArray(), moment => Assert.Equal(0, moment));
        Assert.All(adam.SecondMoment.ToArray(), moment => Assert.Equal(0, moment));
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, learningRate: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, learningRate: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, beta2: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, beta2: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, epsilon: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, epsilon: 1e-60));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1) { Steps = -1 });

        var adam = new Adam<float>(4);
        Assert.Contains("BeginStep", Assert.Throws<InvalidOperationException>(() => adam.Update(0, new float[4], new float[4])).Message);
        adam.BeginStep();
        Assert.Throws<ArgumentException>(() => adam.Update(0, new float[4], new float[3]));
        Assert.Throws<ArgumentException>(() => adam.Update(1, new float[4], new float[4]));
        Assert.Throws<ArgumentException>(() => adam.Update(-1, new float[4], new float[4]));
    }

    private static float[] Wave(int length, int seed) => [.. Enumerable.Range(0, length).Select(index => MathF.Sin(1 + index * seed))];
}
