using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The vectors of symbols, divided by rows of examples.</summary>
internal readonly unsafe struct EmbeddingForwardWork(
    int rows, int steps, int symbols, int size, float* x, int xStride, float* weights, float* y, int yStride) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int elements = steps * size;
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int row = (int)Division.Start(rows, part, parts); row < end; row++)
        {
            float* to = y + (nint)row * yStride;
            for (int step = 0; step < steps; step++)
            {
                int symbol = EmbeddingKernels.Symbol(x[(nint)row * xStride + step], symbols);
                new Span<float>(weights + (nint)symbol * size, size).CopyTo(new Span<float>(to + step * size, size));
            }

            Panels.ClearPadding(ref *to, elements);
        }
    }
}
