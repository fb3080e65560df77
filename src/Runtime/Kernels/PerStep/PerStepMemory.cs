using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>Where the memory of a dense layer of every step holds what, for the rows of a batch.</summary>
internal readonly unsafe struct PerStepMemory(int rows, PerStepSizes sizes, float* start)
{
    /// <summary>The inputs of a row's steps; once the gradient of the weights is had, their gradients.</summary>
    public float* Inputs(int row) => start + (nint)row * sizes.Steps * sizes.InputStride;

    /// <summary>The outputs of a row's steps; when going back, their gradients.</summary>
    public float* Outputs(int row) => Inputs(rows) + (nint)row * sizes.Steps * sizes.UnitStride;

    /// <summary>The steps of a row, one at a time at <paramref name="stride"/>; what lies between them stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spread(float* row, int size, float* steps, int stride)
    {
        for (int step = 0; step < sizes.Steps; step++)
        {
            RecurrentRows.Copy(row + (nint)step * size, steps + (nint)step * stride, size);
        }
    }

    /// <summary>The steps as one row, whose padding becomes zero, or added to it, whose padding stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather(float* steps, int stride, float* row, int size, bool accumulate)
    {
        for (int step = 0; step < sizes.Steps; step++)
        {
            float* from = steps + (nint)step * stride;
            float* to = row + (nint)step * size;
            if (accumulate)
            {
                RecurrentRows.Add(from, to, size);
            }
            else
            {
                RecurrentRows.Copy(from, to, size);
            }
        }

        if (!accumulate)
        {
            int elements = sizes.Steps * size;
            new Span<float>(row + elements, Panels.Padded(elements) - elements).Clear();
        }
    }
}
