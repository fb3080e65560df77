using System;
using System.Linq;
using ILGPU;
using ILGPU.Execution;
using ILGPU.Runtime;

namespace NetGen.Gpu.Tests.Double;

/// <summary>A double with numbers in, a kernel and numbers out.</summary>
internal sealed class Bench : IDisposable
{
    public const int Groups = 3;
    public const int Count = Groups * SampleKernels.Size;

    private readonly PageLockedArray1D<float> host;

    public Bench(WorkItemOrder order)
    {
        Accelerator = new Accelerator(order);
        Stream = Accelerator.CreateStream();
        From = Accelerator.Allocate1D<float>(Count);
        To = Accelerator.Allocate1D<float>(Count);
        host = Accelerator.AllocatePageLocked1D<float>(Count);
        Enumerable.Range(0, Count).Select(index => (float)index).ToArray().CopyTo(host.Span);
        Input.CopyFrom(Stream, host.ArrayView);
        Stream.Synchronize();
    }

    public Accelerator Accelerator { get; }

    public AcceleratorStream Stream { get; }

    public MemoryBuffer1D<float, Stride1D.Dense> From { get; }

    public MemoryBuffer1D<float, Stride1D.Dense> To { get; }

    public ArrayView<float> Input => From.View;

    public ArrayView<float> Output => To.View;

    /// <summary>Launches a kernel and waits for what it writes.</summary>
    public float[] Run(Action<ArrayView<float>, ArrayView<float>, int, int> kernel, int offset, int rounds = 1, int groups = Groups)
    {
        Launch(kernel, offset, rounds, groups);
        Output.CopyTo(Stream, host.ArrayView);
        Stream.Synchronize();
        return host.Span.ToArray();
    }

    public void Launch(Action<ArrayView<float>, ArrayView<float>, int, int> kernel, int offset, int rounds = 1, int groups = Groups, int size = SampleKernels.Size) =>
        Accelerator.LoadKernel<ArrayView<float>, ArrayView<float>, int, int>(kernel)(Stream, new KernelConfig(groups, size), Input, Output, offset, rounds);

    public void Dispose()
    {
        host.Dispose();
        From.Dispose();
        To.Dispose();
        Stream.Dispose();
        Accelerator.Dispose();
    }
}
