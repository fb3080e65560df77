using System;
using System.Linq;
using NetGen.Data;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

[Trait("Mathematics", "J6")]
public sealed class BootstrapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void AShareOfTheRowsIsLeftOutAsTheLawSays(int m)
    {
        const int Samples = 2000;
        double mean = Enumerable.Range(0, Samples).Average(sample => (double)(m - Bootstrap.Rows(m, 7, sample).Distinct().Count()));

        // The rows left out: E = m·q with q = (1 − 1/m)^m; Var = mq + m(m−1)(1 − 2/m)^m − (mq)².
        double missing = m * Math.Pow(1 - 1.0 / m, m);
        double variance = missing + m * (m - 1) * Math.Pow(Math.Abs(1 - 2.0 / m), m) * (m == 1 ? 0 : 1) - missing * missing;
        Assert.InRange(mean - missing, -5 * Math.Sqrt(Math.Max(0, variance) / Samples), 5 * Math.Sqrt(Math.Max(0, variance) / Samples));
    }

    [Fact]
    public void EveryRowIsAsLikelyInEveryPlaceAndSamplesAreIndependent()
    {
        const int Samples = 5000;
        int[,] seen = new int[5, 5];
        int equal = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            int[] rows = [.. Bootstrap.Rows(5, 1, sample)];
            equal += rows.Zip(Bootstrap.Rows(5, 1, sample + 1)).Count(pair => pair.First == pair.Second);
            for (int place = 0; place < 5; place++)
            {
                seen[rows[place], place]++;
            }
        }

        // Binomial: σ = √(5000 · 0.2 · 0.8) = 28.3, and of 25,000 pairs √(25,000 · 0.16) = 63.
        Assert.All(seen.Cast<int>(), count => Assert.InRange(count, 1000 - 142, 1000 + 142));
        Assert.InRange(equal, 5000 - 317, 5000 + 317);
    }

    [Fact]
    public void SamplesAreThoseOfTheSeedAndReadAsExamples()
    {
        Assert.Equal(Bootstrap.Rows(20, 3, 4).AsSpan().ToArray(), Bootstrap.Rows(20, 3, 4).AsSpan().ToArray());
        Assert.NotEqual(Bootstrap.Rows(20, 3, 4).AsSpan().ToArray(), Bootstrap.Rows(20, 4, 4).AsSpan().ToArray());
        float[] inputs = Rows.All(Rows.Numbered(20).Bootstrap(3, 4)).Inputs;
        Assert.Equal(Bootstrap.Rows(20, 3, 4).Select(row => (float)row), inputs);
        Assert.Contains("sample is -1; expected 0 or more", Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Rows(20, 3, -1)).Message);
        Assert.Contains("count is 0; expected 1 or more", Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Rows(0, 3, 0)).Message);
    }
}
