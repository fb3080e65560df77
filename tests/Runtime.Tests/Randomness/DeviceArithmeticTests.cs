using System;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Runtime.Tests.Randomness;

/// <summary>Arithmetic for devices is that of 64 bits.</summary>
public sealed class DeviceArithmeticTests
{
    [Fact]
    public void Sums_and_products_wrap_as_those_of_64_bits()
    {
        var random = new Random(1);
        ulong[] limits = [0, 1, ushort.MaxValue, uint.MaxValue, 1UL << 32, long.MaxValue, 1UL << 63, ulong.MaxValue, SplitMix.Golden, SplitMix.FirstMultiplier, SplitMix.SecondMultiplier];
        for (int trial = 0; trial < 100_000; trial++)
        {
            ulong a = trial < limits.Length * limits.Length ? limits[trial / limits.Length] : (ulong)random.NextInt64(long.MinValue, long.MaxValue);
            ulong b = trial < limits.Length * limits.Length ? limits[trial % limits.Length] : (ulong)random.NextInt64(long.MinValue, long.MaxValue);
            Assert.Equal(a + b, DeviceArithmetic.Add(a, b));
            Assert.Equal(a * b, DeviceArithmetic.Multiply(a, b));
        }
    }
}
