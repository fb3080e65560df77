using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>Numbers to doubles and back.</summary>
internal static class Doubles
{
    /// <summary>doubles ← numbers.</summary>
    public static void From<T>(ReadOnlySpan<T> numbers, Span<double> doubles)
        where T : unmanaged, INumberBase<T>
    {
        int index = 0;
        if (typeof(T) == typeof(float))
        {
            ReadOnlySpan<float> floats = MemoryMarshal.Cast<T, float>(numbers);
            for (; index <= floats.Length - Vector<float>.Count; index += Vector<float>.Count)
            {
                Vector.Widen(new Vector<float>(floats[index..]), out Vector<double> low, out Vector<double> high);
                low.CopyTo(doubles[index..]);
                high.CopyTo(doubles[(index + Vector<double>.Count)..]);
            }
        }

        for (; index < numbers.Length; index++)
        {
            doubles[index] = double.CreateTruncating(numbers[index]);
        }
    }

    /// <summary>numbers ← doubles, rounded.</summary>
    public static void To<T>(ReadOnlySpan<double> doubles, Span<T> numbers)
        where T : unmanaged, INumberBase<T>
    {
        int index = 0;
        if (typeof(T) == typeof(float))
        {
            Span<float> floats = MemoryMarshal.Cast<T, float>(numbers);
            for (; index <= floats.Length - Vector<float>.Count; index += Vector<float>.Count)
            {
                var low = new Vector<double>(doubles[index..]);
                var high = new Vector<double>(doubles[(index + Vector<double>.Count)..]);
                Vector.Narrow(low, high).CopyTo(floats[index..]);
            }
        }

        for (; index < numbers.Length; index++)
        {
            numbers[index] = T.CreateTruncating(doubles[index]);
        }
    }
}
