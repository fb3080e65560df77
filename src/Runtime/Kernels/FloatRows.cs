using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>Rows that need not start or end where vectors do.</summary>
internal static unsafe class FloatRows
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* from, float* to, int length) => new Span<float>(from, length).CopyTo(new Span<float>(to, length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* from, float* to, int length)
    {
        int index = 0;
        for (; index + Vector<float>.Count <= length; index += Vector<float>.Count)
        {
            (Vector.Load(to + index) + Vector.Load(from + index)).Store(to + index);
        }

        for (; index < length; index++)
        {
            to[index] += from[index];
        }
    }
}
