using ILGPU.Execution;
using ILGPU.Runtime;

namespace NetGen.Samples.Gpu;

/// <summary>
/// The double of ILGPU in the place of a device. It takes every launch and runs none, for work-item by work-item a network of
/// this size takes a minute: its numbers stay NaN.
/// </summary>
internal sealed class Device : IDisposable
{
    public Accelerator Accelerator { get; } = new(WorkItemOrder.Forward) { RunsOperations = false };

    public string Name => "the double of ILGPU";

    public static Device Open(DeviceKind? kind) => kind is DeviceKind.Cuda ? throw new NotSupportedException("There is no GPU here.") : new();

    public static bool HasFailed(Exception exception) => exception is KernelFailed;

    public void Dispose() => Accelerator.Dispose();
}
