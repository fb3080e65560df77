using System;
using System.Collections.Generic;

namespace ILGPU.Execution;

/// <summary>Takes a group through a kernel's steps on the calling thread.</summary>
internal sealed class Resumption : WorkItem
{
    public override void Barrier() => throw new InvalidOperationException("A barrier that the kernel's steps do not have.");

    /// <summary>Runs a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="begin">Begins the steps of one work-item.</param>
    /// <param name="kernel">The kernel's name.</param>
    /// <returns>The barriers that the group met at.</returns>
    /// <exception cref="KernelFailed">A work-item failed, or missed a barrier that others reach.</exception>
    public static long Run(WorkGroup group, Func<IEnumerator<int>> begin, string kernel)
    {
        var item = new Resumption { Group = group };
        var steps = new IEnumerator<int>[group.Size];
        for (int index = 0; index < steps.Length; index++)
        {
            steps[index] = begin();
        }

        Current = item;
        try
        {
            for (long barriers = 0; ; barriers++)
            {
                int arrived = 0;
                foreach (int index in group.Turns.Next())
                {
                    item.Index = index;
                    arrived += steps[index].MoveNext() ? 1 : 0;
                }

                if (arrived == 0)
                {
                    return barriers;
                }

                if (arrived < steps.Length)
                {
                    throw KernelFailed.OfBarrier(arrived, steps.Length);
                }
            }
        }
        catch (Exception exception)
        {
            throw new KernelFailed(kernel, group.Index, item.Index, exception);
        }
        finally
        {
            Leave();
        }
    }
}
