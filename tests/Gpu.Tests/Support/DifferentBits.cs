using System;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Accelerators that must come to the same bits did not.</summary>
internal sealed class DifferentBits(string message) : Exception(message)
{
    /// <summary>Holds what an accelerator came to against what the first one did.</summary>
    /// <param name="first">What the first one came to.</param>
    /// <param name="other">What another did.</param>
    /// <param name="what">What that is.</param>
    /// <param name="accelerator">Which one.</param>
    /// <exception cref="DifferentBits">They differ.</exception>
    public static void Refuse(ReadOnlySpan<float> first, ReadOnlySpan<float> other, string what, int accelerator)
    {
        for (int index = 0; index < first.Length; index++)
        {
            if (BitConverter.SingleToUInt32Bits(first[index]) != BitConverter.SingleToUInt32Bits(other[index]))
            {
                throw new DifferentBits($"{what}: element {index} of {first.Length} is {first[index]:R} on the first accelerator and {other[index]:R} on number {accelerator + 1}.");
            }
        }
    }
}
