using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Sums over the rows of a batch, divided by lines of elements.</summary>
internal readonly unsafe struct TableGradientWork(int rows, int elements, float* dy, int dyStride, float* sums) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int lines = Panels.Padded(elements) / Panels.Padding;
        int first = (int)Division.Start(lines, part, parts) * Panels.Padding;
        int end = Math.Min(elements, (int)Division.Start(lines, part + 1, parts) * Panels.Padding);
        if (first < end)
        {
            DenseKernels.BiasGradient(rows, end - first, ref dy[first], dyStride, ref sums[first]);
        }
    }
}
