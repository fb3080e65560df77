using System;
using System.Numerics;
using NetGen.Threading;

namespace NetGen.Training;

/// <summary>The update of all parameters, divided into ranges that begin on a cache line.</summary>
internal readonly unsafe struct UpdateWork<T>(IOptimizer<T> optimizer, T* parameters, T* gradient, int length) : IWork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Grain = 16;

    public void Do(int part, int parts)
    {
        int first = Start(part, parts);
        int count = Start(part + 1, parts) - first;
        optimizer.Update(first, new Span<T>(parameters + first, count), new ReadOnlySpan<T>(gradient + first, count));
    }

    private int Start(int part, int parts) => part == parts ? length : (int)Division.Start(length, part, parts) & ~(Grain - 1);
}
