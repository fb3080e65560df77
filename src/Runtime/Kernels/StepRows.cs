using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>The steps of a row, which lie close together, as rows of their own, at a stride.</summary>
internal static unsafe class StepRows
{
    /// <summary>The steps of a row, one at a time at <paramref name="stride"/>; what lies between them stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(float* row, int count, int size, float* steps, int stride)
    {
        for (int step = 0; step < count; step++)
        {
            FloatRows.Copy(row + (nint)step * size, steps + (nint)step * stride, size);
        }
    }

    /// <summary>The steps as one row, whose padding becomes zero, or added to it, whose padding stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(float* steps, int stride, int count, int size, float* row, bool accumulate)
    {
        for (int step = 0; step < count; step++)
        {
            float* from = steps + (nint)step * stride;
            float* to = row + (nint)step * size;
            if (accumulate)
            {
                FloatRows.Add(from, to, size);
            }
            else
            {
                FloatRows.Copy(from, to, size);
            }
        }

        if (!accumulate)
        {
            Panels.ClearPadding(ref *row, count * size);
        }
    }
}
