using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Runtime.Tests.Randomness;

public sealed class DropoutMaskTests
{
    private const int Count = 1 << 20;
    private const float Step = 1f / (1 << 24);

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    [InlineData(0.99999994f)]
    public void BothFormsDecideLikeTheScalar(float rate)
    {
        for (int row = 0; row < 50; row++)
        {
            uint key = DropoutMask.Key(9, 1L << row, 3, row);
            for (int index = 0; index < 200; index += 7)
            {
                AssertForms(key, index, rate);
            }
        }
    }

    [Fact]
    public void AnElementIsKeptFromItsOwnThresholdDownInEveryForm()
    {
        for (int index = 0; index < 300; index++)
        {
            // The largest k with Keeps at a rate of k/2²⁴ is the number drawn.
            uint key = DropoutMask.Key(1, 2, 3, index);
            int drawn = 0;
            for (int bit = 1 << 23; bit > 0; bit >>= 1)
            {
                drawn += DropoutMask.Keeps(key, index, (drawn + bit) * Step) ? bit : 0;
            }

            Assert.True(DropoutMask.Keeps(key, index, drawn * Step));
            AssertForms(key, index, drawn * Step);
            if (drawn + 1 < 1 << 24)
            {
                Assert.False(DropoutMask.Keeps(key, index, (drawn + 1) * Step));
                AssertForms(key, index, (drawn + 1) * Step);
            }
        }
    }

    [Theory]
    [Trait("Mathematics", "H3")]
    [InlineData(0.1f)]
    [InlineData(0.2f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void TheShareKeptIsOneMinusTheRate(float rate)
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            kept += DropoutMask.Keeps(DropoutMask.Key(5, i >> 10, 1, i >> 5 & 31), i & 31, rate) ? 1 : 0;
        }

        // Five standard deviations of a binomial share.
        double bound = 5 * Math.Sqrt(rate * (1 - rate) / Count);
        Assert.InRange(kept / (double)Count, 1 - rate - bound, 1 - rate + bound);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("step")]
    [InlineData("layer")]
    [InlineData("row")]
    [InlineData("index")]
    [InlineData("swapped row and layer")]
    public void NeighboursAreUncorrelated(string what)
    {
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            int row = (i >> 6) & 63, index = i & 63;
            long step = i >> 12;
            uint key = DropoutMask.Key(7, step, 2, row);
            uint other = what switch
            {
                "seed" => DropoutMask.Key(8, step, 2, row),
                "step" => DropoutMask.Key(7, step + 1, 2, row),
                "layer" => DropoutMask.Key(7, step, 3, row),
                "row" => DropoutMask.Key(7, step, 2, row + 64),
                "swapped row and layer" => DropoutMask.Key(7, step, row + 3, 2),
                _ => key,
            };
            sum += Sign(key, index) * Sign(other, what == "index" ? index + 64 : index);
        }

        // The mean of n independent signs has standard deviation 1/√n.
        Assert.InRange(sum / Count, -5 / Math.Sqrt(Count), 5 / Math.Sqrt(Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(31)]
    public void KeysAFewCountersApartAreNotShiftedCopies(int shift)
    {
        double sum = 0;
        uint key = DropoutMask.Key(1, 1, 1, 1);
        for (int i = 0; i < Count; i++)
        {
            sum += Sign(key + (uint)shift * 0x9E3779B9, i) * Sign(key, i + shift);
        }

        Assert.InRange(sum / Count, -5 / Math.Sqrt(Count), 5 / Math.Sqrt(Count));
    }

    [Fact]
    public void TheMasksNeverChangeUnnoticed()
    {
        Assert.Equal(872319956u, DropoutMask.Key(0, 0, 0, 0));
        Assert.Equal(1763182826u, DropoutMask.Key(42, 1000, 3, 17));
        uint bits = 0;
        for (int i = 0; i < 32; i++)
        {
            bits |= DropoutMask.Keeps(12345, i, 0.5f) ? 1u << i : 0;
        }

        Assert.Equal(3584196577u, bits);
    }

    private static double Sign(uint key, int index) => DropoutMask.Keeps(key, index, 0.5f) ? 1 : -1;

    private static void AssertForms(uint key, int index, float rate)
    {
        Vector<float> narrow = DropoutMask.Apply(Vector.Create(3f), key, index, rate);
        for (int lane = 0; lane < Vector<float>.Count; lane++)
        {
            Assert.Equal(Expected(lane), narrow[lane]);
        }

        Vector512<float> wide = DropoutMask.Apply(Vector512.Create(3f), key, index, rate);
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            Assert.Equal(Expected(lane), wide[lane]);
        }

        float Expected(int lane) => DropoutMask.Keeps(key, index + lane, rate) ? 3 / (1 - rate) : 0;
    }
}
