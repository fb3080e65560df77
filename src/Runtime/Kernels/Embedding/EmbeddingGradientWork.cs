using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The gradient of a table of symbols, divided by its rows; every part looks through all examples.</summary>
internal readonly unsafe struct EmbeddingGradientWork(
    int rows, int steps, int symbols, int size, float* x, int xStride, float* dy, int dyStride, float* dW) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(symbols, part, parts);
        int end = (int)Division.Start(symbols, part + 1, parts);
        new Span<float>(dW + (nint)first * size, (end - first) * size).Clear();
        for (int row = 0; row < rows; row++)
        {
            for (int step = 0; step < steps; step++)
            {
                int symbol = EmbeddingKernels.Symbol(x[(nint)row * xStride + step], symbols);
                if (symbol >= first && symbol < end)
                {
                    FloatRows.Add(dy + (nint)row * dyStride + step * size, dW + (nint)symbol * size, size);
                }
            }
        }
    }
}
