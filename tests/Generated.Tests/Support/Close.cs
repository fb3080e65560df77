using System;
using Xunit;

namespace NetGen.Generated.Tests.Support;

/// <summary>Comparison of worked numbers, in the digits that are given.</summary>
internal static class Close
{
    /// <summary>A few units in the last place of numbers near 1: for short sums and one elementary function.</summary>
    public const double Float = 1e-6;

    public static void To(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance = Float)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            double bound = tolerance * Math.Max(1, Math.Abs(expected[index]));
            Assert.True(
                Math.Abs(expected[index] - actual[index]) <= bound,
                $"Element {index} is {actual[index]:R}, expected {expected[index]:R} within {bound:G2}.");
        }
    }

    public static void To(double expected, float actual, double tolerance = Float) => To([expected], [actual], tolerance);
}
