using System;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

public sealed class MovingAverageTests
{
    [Fact]
    [Trait("Mathematics", "F5")]
    public void TheAverageAndItsCorrectionFollowTheFormula()
    {
        // v = 0.1·40 = 4, then 0.9·4 + 0.1·49 = 8.5; corrected by 0.1 and 0.19.
        var average = new MovingAverage(0.9);
        Assert.True(double.IsNaN(average.Value));
        Assert.Equal(40, average.Add(40), 1e-13);
        Assert.Equal(4, average.Biased, 1e-15);
        Assert.Equal(8.5 / 0.19, average.Add(49), 1e-13);
        Assert.Equal(8.5 / 0.19, average.Value, 1e-13);
        Assert.Equal(8.5, average.Biased, 1e-14);
        Assert.Equal(2, average.Count);
    }

    [Fact]
    [Trait("Mathematics", "F5")]
    public void TheCorrectedAverageIsAWeightedMean()
    {
        double[] values = [3, -1, 4, 1, -5, 9, 2];
        double[] weights = [.. values.Select((_, index) => Math.Pow(0.8, values.Length - 1 - index))];
        var average = new MovingAverage(0.8);
        Array.ForEach(values, value => average.Add(value));
        Assert.Equal(values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum(), average.Value, 1e-14);

        var constant = new MovingAverage(0.98);
        Assert.All(Enumerable.Range(0, 200), _ => Assert.Equal(7, constant.Add(7), 1e-12));
        Assert.Equal(5, new MovingAverage(0).Add(5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void AWeightOutsideItsRangeIsRefused(double beta) => Assert.Throws<ArgumentOutOfRangeException>("beta", () => new MovingAverage(beta));
}
