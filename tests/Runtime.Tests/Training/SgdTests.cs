using System;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

public sealed class SgdTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    [Trait("Mathematics", "F1")]
    public void AStepMovesEveryParameterAgainstItsGradient(int length)
    {
        float[] theta = [.. Enumerable.Range(0, length).Select(index => index * 0.5f)], g = [.. theta.Select(value => value - 3)];
        float[] expected = [.. theta.Zip(g, (value, slope) => value - 0.1f * slope)];
        new Sgd<float>(0.1).Step(theta, g);
        Assert.Equal(expected, theta);
    }

    [Fact]
    [Trait("Mathematics", "F1")]
    public void TheRateMayChangeBetweenSteps()
    {
        double[] theta = [1];
        var sgd = new Sgd<double>(0.5);
        sgd.Step(theta, [1]);
        sgd.LearningRate = 0.25;
        sgd.Step(theta, [1]);
        Assert.Equal([0.25], theta);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void RatesOutsideTheirRangeAreRefused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(rate));
        var sgd = new Sgd<float>(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => sgd.LearningRate = rate);
        Assert.Equal(1, sgd.LearningRate);
    }

    [Fact]
    public void ARateIsCheckedAsTheNumberTypeThatIsUsed()
    {
        Assert.Contains("as a Single", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(1e300)).Message);
        Assert.Equal(1e300, new Sgd<double>(1e300).LearningRate);
    }

    [Fact]
    public void LengthsThatDifferAreRefused() =>
        Assert.Contains("2 parameters and 1", Assert.Throws<ArgumentException>(() => new Sgd<float>(1).Step(new float[2], new float[1])).Message);

    [Fact]
    public void AnotherNumberTypeThanFloatOrDoubleIsRefusedAtOnce()
    {
        Assert.Contains("float or double", Assert.Throws<NotSupportedException>(() => new Sgd<Half>(0.1)).Message);
        Assert.Contains("float or double", Assert.Throws<NotSupportedException>(() => new Adam<Half>(1)).Message);
    }
}
