using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The gradient of the outputs as steps with padding of zeros, divided by rows of examples.</summary>
internal readonly unsafe struct AttentionSpreadWork(int rows, AttentionSizes sizes, float* dy, int dyStride, float* memory) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        var its = new AttentionMemory(rows, sizes, memory);
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int row = (int)Division.Start(rows, part, parts); row < end; row++)
        {
            float* steps = its.Output(row);
            StepRows.Spread(dy + (nint)row * dyStride, sizes.Steps, sizes.Size, steps, sizes.StepStride);
            for (int step = 0; step < sizes.Steps; step++)
            {
                new Span<float>(steps + (nint)step * sizes.StepStride + sizes.Size, sizes.StepStride - sizes.Size).Clear();
            }
        }
    }
}
