using System;
using System.Collections.Generic;

namespace ILGPU.Execution;

/// <summary>A group of work-items with the memory that they share.</summary>
internal sealed class WorkGroup(int size, WorkItemOrder order)
{
    private const int MostSharedBytes = 48 * 1024;

    private readonly List<(Block Block, long Length)> shared = [];
    private readonly int[] allocations = new int[size];
    private int sharedBytes;

    /// <summary>Its place in the grid.</summary>
    public int Index { get; private set; }

    public int Size => size;

    public Turns Turns { get; } = new(order, size);

    /// <summary>Becomes another group of the same launch.</summary>
    public void Become(int index)
    {
        Index = index;
        Array.Clear(allocations);
        shared.ForEach(allocation => allocation.Block.Scramble());
    }

    /// <summary>What the work-items share: the k-th that each asks for is the same.</summary>
    public unsafe ArrayView<T> Allocate<T>(int item, int extent)
        where T : unmanaged
    {
        int place = allocations[item]++;
        if (place == shared.Count)
        {
            sharedBytes += extent * sizeof(T);
            if (sharedBytes > MostSharedBytes)
            {
                throw new InvalidOperationException($"A group shares {sharedBytes} bytes, where {MostSharedBytes} are allowed.");
            }

            shared.Add((new Block((long)extent * sizeof(T)), extent));
        }

        (Block block, long length) = shared[place];
        return length == extent ? block.View<T>(extent) : throw new InvalidOperationException($"Work-items of one group share {length} and {extent} elements.");
    }
}
