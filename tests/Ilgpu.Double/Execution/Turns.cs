using System;
using System.Linq;

namespace ILGPU.Execution;

/// <summary>The turns of work-items, or of groups.</summary>
internal sealed class Turns
{
    private readonly WorkItemOrder order;
    private readonly int[] turns;
    private readonly Random random = new(1);

    public Turns(WorkItemOrder order, int count)
    {
        this.order = order;
        turns = [.. Enumerable.Range(0, count)];
        if (order == WorkItemOrder.Backward)
        {
            Array.Reverse(turns);
        }
    }

    /// <summary>The turns until the next barrier.</summary>
    public ReadOnlySpan<int> Next()
    {
        if (order == WorkItemOrder.Shuffled)
        {
            random.Shuffle(turns);
        }

        return turns;
    }
}
