using System;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Runtime.Tests.Randomness;

/// <summary>Statistics within five of their standard deviations; the numbers are fixed, so a pass stays a pass.</summary>
public sealed class CounterRandomTests
{
    private const int Count = 1 << 20;

    private delegate double Draw(ulong seed, int stream, long index);

    [Fact]
    public void UniformFillsTheUnitIntervalEvenly()
    {
        const int Bins = 256;
        int[] bins = new int[Bins];
        double sum = 0, squares = 0;
        for (int i = 0; i < Count; i++)
        {
            double u = CounterRandom.Uniform(1, 0, i);
            Assert.InRange(u, 0, 1 - Math.Pow(2, -53));
            bins[(int)(u * Bins)]++;
            sum += u - 0.5;
            squares += (u - 0.5) * (u - 0.5);
        }

        // Variance 1/12, fourth central moment 1/80.
        AssertNear(0, sum / Count, Math.Sqrt(1 / 12.0));
        AssertNear(1 / 12.0, squares / Count, Math.Sqrt(1 / 80.0 - 1 / 144.0));
        double chiSquare = 0;
        foreach (int bin in bins)
        {
            double excess = bin - Count / (double)Bins;
            chiSquare += excess * excess / (Count / (double)Bins);
        }

        Assert.InRange(chiSquare, Bins - 1 - 5 * Math.Sqrt(2 * (Bins - 1)), Bins - 1 + 5 * Math.Sqrt(2 * (Bins - 1)));
    }

    [Theory]
    [InlineData(0ul, 0)]
    [InlineData(42ul, 7)]
    [InlineData(ulong.MaxValue, -1)]
    public void NormalHasTheMomentsOfANormal(ulong seed, int stream)
    {
        double first = 0, second = 0, third = 0, fourth = 0, beyond = 0;
        for (int i = 0; i < Count; i++)
        {
            double z = CounterRandom.Normal(seed, stream, i);
            first += z;
            second += z * z;
            third += z * z * z;
            fourth += z * z * z * z;
            beyond += Math.Abs(z) > 3 ? 1 : 0;
        }

        // E z⁴ = 3, E z⁶ = 15, E z⁸ = 105; P(|z| > 3) = 0.0026998.
        AssertNear(0, first / Count, 1);
        AssertNear(1, second / Count, Math.Sqrt(3 - 1));
        AssertNear(0, third / Count, Math.Sqrt(15));
        AssertNear(3, fourth / Count, Math.Sqrt(105 - 9));
        AssertNear(0.0026998, beyond / Count, Math.Sqrt(0.0027));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("stream")]
    [InlineData("index")]
    [InlineData("seed and stream")]
    public void NeighboursAreUncorrelated(string what)
    {
        Check((seed, stream, index) => (CounterRandom.Uniform(seed, stream, index) - 0.5) * Math.Sqrt(12));
        Check(CounterRandom.Normal);

        void Check(Draw draw)
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
            {
                ulong seed = (ulong)(i >> 14);
                int stream = (i >> 8) & 63, index = i & 255;
                sum += draw(seed, stream, index) * what switch
                {
                    "seed" => draw(seed + 1, stream, index),
                    "stream" => draw(seed, stream + 1, index),
                    "index" => draw(seed, stream, index + 1),
                    _ => draw((ulong)stream + 100, (int)seed, index),
                };
            }

            // The product of two independent numbers of mean 0 and variance 1 has variance 1.
            AssertNear(0, sum / Count, 1);
        }
    }

    [Fact]
    public void UniformAndNormalOfTheSamePlaceAreUncorrelated()
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < Count; i++)
        {
            double u = (CounterRandom.Uniform(3, 1, i) - 0.5) * Math.Sqrt(12), z = CounterRandom.Normal(3, 1, i);
            sum += u * z;
            squares += u * (z * z - 1) / Math.Sqrt(2);
        }

        AssertNear(0, sum / Count, 1);
        AssertNear(0, squares / Count, 1);
    }

    [Fact]
    public void TheSequenceNeverChangesUnnoticed()
    {
        Assert.Equal(0.20310281705476096, CounterRandom.Uniform(0, 0, 0));
        Assert.Equal(0.36385208010678405, CounterRandom.Uniform(42, 3, 1000));
        Assert.Equal(0.5403894989815602, CounterRandom.Uniform(ulong.MaxValue, -1, -1));

        // The logarithm and cosine of another system may differ in the last bit.
        Assert.Equal(0.20546870485694907, CounterRandom.Normal(0, 0, 0), 1e-14);
        Assert.Equal(-2.807259137727427, CounterRandom.Normal(42, 3, 1000), 1e-14);
    }

    private static void AssertNear(double expected, double mean, double deviation) =>
        Assert.InRange(mean, expected - 5 * deviation / Math.Sqrt(Count), expected + 5 * deviation / Math.Sqrt(Count));
}
