using System.Collections.Generic;
using ILGPU.Runtime;

namespace ILGPU.Execution;

/// <summary>A kernel with its arguments, to be run by all groups of a grid.</summary>
internal abstract class Launch(string kernel, KernelConfig config) : Operation
{
    public override void Run(Accelerator accelerator)
    {
        var group = new WorkGroup(config.GroupSize, accelerator.Order);
        foreach (int index in new Turns(accelerator.Order, config.Groups).Next())
        {
            group.Become(index);
            long barriers = HasSteps ? Resumption.Run(group, Begin, kernel) : accelerator.Crew.Run(group, Call, kernel);
            accelerator.Count(barriers: barriers);
        }
    }

    /// <summary>Whether the kernel can be taken from barrier to barrier.</summary>
    protected abstract bool HasSteps { get; }

    /// <summary>Runs the whole kernel of the work-item that is the thread's.</summary>
    protected abstract void Call();

    /// <summary>Begins the kernel's steps.</summary>
    protected abstract IEnumerator<int> Begin();
}
