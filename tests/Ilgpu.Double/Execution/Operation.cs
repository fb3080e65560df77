using ILGPU.Runtime;

namespace ILGPU.Execution;

/// <summary>What a stream does when its turn comes.</summary>
internal abstract class Operation
{
    public abstract void Run(Accelerator accelerator);
}
