using System;
using System.Numerics;

namespace NetGen.Data;

/// <summary>Bytes as numbers from 0 to 1.</summary>
internal static class Bytes
{
    /// <summary>values ← bytes / 255, rounded once, so the same with and without vectors.</summary>
    public static void ToUnits(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        int index = 0;
        for (; index <= bytes.Length - Vector<byte>.Count; index += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(bytes[index..]), out Vector<ushort> low, out Vector<ushort> high);
            Store(low, values[index..]);
            Store(high, values[(index + Vector<ushort>.Count)..]);
        }

        for (; index < bytes.Length; index++)
        {
            values[index] = bytes[index] / 255f;
        }
    }

    private static void Store(Vector<ushort> bytes, Span<float> values)
    {
        Vector.Widen(bytes, out Vector<uint> low, out Vector<uint> high);
        (Vector.ConvertToSingle(Vector.AsVectorInt32(low)) / new Vector<float>(255f)).CopyTo(values);
        (Vector.ConvertToSingle(Vector.AsVectorInt32(high)) / new Vector<float>(255f)).CopyTo(values[Vector<float>.Count..]);
    }
}
