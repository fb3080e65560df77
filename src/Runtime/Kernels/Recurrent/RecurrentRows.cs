using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>Rows that need not start or end where vectors do.</summary>
internal static unsafe class RecurrentRows
{
    /// <summary>Where in a row of the output the state after the step that reads a time lies.</summary>
    public static nint Place(in RecurrentSizes sizes, int direction, int time) =>
        ((nint)(sizes.Sequence ? time : 0) * sizes.Directions + direction) * sizes.Units;

    /// <summary>Whether the state after a step of a row is output.</summary>
    public static bool IsOutput(in RecurrentSizes sizes, int step, int length) => sizes.Sequence ? step < length : step == length - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* from, float* to, int length) => new Span<float>(from, length).CopyTo(new Span<float>(to, length));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
