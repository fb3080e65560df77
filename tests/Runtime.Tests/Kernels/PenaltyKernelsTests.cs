using System;
using System.Linq;
using NetGen.Kernels;
using NetGen.Threading;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

public sealed class PenaltyKernelsTests
{
    private const float Lambda1 = 0.03f, Lambda2 = 0.7f;

    [Theory]
    [InlineData(16)]
    [InlineData(48)]
    [InlineData(1024)]
    [InlineData(2064)]
    [InlineData(200_000)]
    [Trait("Mathematics", "H1")]
    [Trait("Mathematics", "H2")]
    public void CostAndGradientAreThoseOfTheFormulaWhateverTheThreads(int length)
    {
        (float[] weights, float[] data) = Drawn(length);
        double expected = weights.Sum(w => 0.5 * Lambda2 * w * w + Lambda1 * Math.Abs((double)w));
        float[] gradient = [.. data];
        double cost = PenaltyKernels.Gradient(length, ref weights[0], ref gradient[0], Lambda1, Lambda2, proximal: false, null);

        // A block has sixteen sums of 128 terms each at most, and a product costs an ulp: 144 roundings of 2⁻²⁴.
        Assert.Equal(expected, cost, 144 * Math.ScaleB(1, -24) * expected);
        Assert.Equal(cost, PenaltyKernels.Cost(length, ref weights[0], Lambda1, Lambda2, null));
        for (int index = 0; index < length; index++)
        {
            double slope = data[index] + (double)Lambda2 * weights[index] + Lambda1 * Math.Sign(weights[index]);
            Assert.Equal(slope, gradient[index], 4 * Math.ScaleB(1, -24) * (Math.Abs(data[index]) + Math.Abs(Lambda2 * weights[index]) + Lambda1));
        }

        foreach (int threads in (int[])[2, 3, 5])
        {
            using var workers = new Workers(threads);
            float[] shared = [.. data];
            Assert.Equal(cost, PenaltyKernels.Gradient(length, ref weights[0], ref shared[0], Lambda1, Lambda2, proximal: false, workers));
            Assert.Equal(gradient, shared);
            Assert.Equal(cost, PenaltyKernels.Cost(length, ref weights[0], Lambda1, Lambda2, workers));
        }
    }

    [Fact]
    [Trait("Mathematics", "H2")]
    public void ZeroStaysZeroAndAProximalL1IsInTheCostAlone()
    {
        float[] weights = [1, -2, .. new float[14]], gradient = new float[16];
        Assert.Equal(0.75f * 3, PenaltyKernels.Gradient(16, ref weights[0], ref gradient[0], 0.75f, 0, proximal: false, null));
        Assert.Equal([0.75f, -0.75f, .. new float[14]], gradient);
        Array.Clear(gradient);
        Assert.Equal(0.75f * 3 + 0.25 * 5, PenaltyKernels.Gradient(16, ref weights[0], ref gradient[0], 0.75f, 0.5f, proximal: true, null));
        Assert.Equal([0.5f, -1, .. new float[14]], gradient);
    }

    [Fact]
    public void NotANumberShows()
    {
        float[] weights = new float[64];
        weights[50] = float.NaN;
        Assert.True(double.IsNaN(PenaltyKernels.Cost(64, ref weights[0], 1, 0, null)));
        Assert.True(double.IsNaN(PenaltyKernels.Cost(64, ref weights[0], 0, 1, null)));
    }

    private static (float[] Weights, float[] Gradient) Drawn(int length)
    {
        var random = new Random(length);
        float[] weights = [.. Enumerable.Range(0, length).Select(index => index % 7 == 0 ? 0 : (float)(random.NextDouble() * 2 - 1))];
        return (weights, [.. weights.Select(_ => (float)(random.NextDouble() * 2 - 1))]);
    }
}
