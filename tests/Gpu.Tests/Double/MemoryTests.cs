using System;
using System.Linq;
using ILGPU;
using ILGPU.Execution;
using ILGPU.Runtime;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Double;

/// <summary>The double's memory begins as nothing, knows who had it, and is written when somebody waits.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void MemoryBeginsAsNaN()
    {
        var accelerator = new Accelerator(WorkItemOrder.Forward);
        using MemoryBuffer1D<float, Stride1D.Dense> buffer = accelerator.Allocate1D<float>(7);
        using PageLockedArray1D<float> host = accelerator.AllocatePageLocked1D<float>(7);
        ArrayView<float> view = buffer.View;

        Assert.All(Enumerable.Range(0, 7), index => Assert.Equal(float.NaN, view[index]));
        Assert.All(host.Span.ToArray(), number => Assert.Equal(float.NaN, number));
    }

    [Fact]
    public void BuffersAreCountedUntilTheyAreDisposed()
    {
        var accelerator = new Accelerator(WorkItemOrder.Forward);
        MemoryBuffer1D<float, Stride1D.Dense> buffer = accelerator.Allocate1D<float>(5);
        PageLockedArray1D<int> host = accelerator.AllocatePageLocked1D<int>(3);
        AcceleratorStream stream = accelerator.CreateStream();
        Assert.Equal((32, 1), (accelerator.LiveBytes, accelerator.LiveStreams));

        buffer.Dispose();
        host.Dispose();
        stream.Dispose();
        buffer.Dispose();

        Assert.Equal((0, 0), (accelerator.LiveBytes, accelerator.LiveStreams));
    }

    [Fact]
    public void AViewDoesNotOutliveItsBuffer()
    {
        var accelerator = new Accelerator(WorkItemOrder.Forward);
        MemoryBuffer1D<float, Stride1D.Dense> buffer = accelerator.Allocate1D<float>(5);
        ArrayView<float> view = buffer.View;
        AcceleratorStream stream = accelerator.CreateStream();
        view.MemSetToZero(stream);
        buffer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => view[0]);
        Assert.Throws<ObjectDisposedException>(stream.Synchronize);
    }

    [Fact]
    public void ViewsStayInside()
    {
        using MemoryBuffer1D<float, Stride1D.Dense> buffer = new Accelerator(WorkItemOrder.Forward).Allocate1D<float>(10);
        ArrayView<float> view = buffer.View;

        Assert.Equal(4, view.SubView(6, 4).Length);
        Assert.Equal(2, view.Cast<Four>().IntLength);
        Assert.Throws<ArgumentOutOfRangeException>(() => view.SubView(6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => view.SubView(-1, 2));
        Assert.Throws<IndexOutOfRangeException>(() => view.SubView(6, 4)[4]);
        Assert.Throws<IndexOutOfRangeException>(() => default(ArrayView<float>)[0]);
    }

    [Fact]
    public void VectorsAreAligned()
    {
        using MemoryBuffer1D<float, Stride1D.Dense> buffer = new Accelerator(WorkItemOrder.Forward).Allocate1D<float>(16);
        ArrayView<float> view = buffer.View;

        Assert.Equal(3, view.SubView(4, 12).AsAligned(16).Cast<Four>().Length);
        Assert.Contains("4 bytes beside a multiple of 16", Assert.Throws<InvalidOperationException>(() => view.SubView(5, 8).Cast<Four>()).Message);
        Assert.Throws<InvalidOperationException>(() => view.SubView(4, 8).AsAligned(32));
    }

    [Fact]
    public void NothingHappensBeforeSomebodyWaits()
    {
        var accelerator = new Accelerator(WorkItemOrder.Forward);
        using MemoryBuffer1D<float, Stride1D.Dense> buffer = accelerator.Allocate1D<float>(2);
        using PageLockedArray1D<float> host = accelerator.AllocatePageLocked1D<float>(2);
        using AcceleratorStream stream = accelerator.CreateStream();
        ArrayView<float> view = buffer.View;
        host.Span.Fill(1);
        view.CopyFrom(stream, host.ArrayView);
        host.Span.Fill(2);
        Assert.Equal(float.NaN, view[0]);
        Assert.Throws<InvalidOperationException>(() =>
        {
            using AcceleratorStream hasty = accelerator.CreateStream();
            view.CopyTo(hasty, host.ArrayView);
        });

        stream.Synchronize();

        Assert.Equal((2, 8), (view[1], accelerator.CopiedBytes));
    }

    [Fact]
    public void OperationsCanBeCountedWithoutBeingRunAndThenAllocateNothing()
    {
        using var bench = new Bench(WorkItemOrder.Forward);
        Action<AcceleratorStream, KernelConfig, ArrayView<float>, ArrayView<float>, int, int> reverse =
            bench.Accelerator.LoadKernel<ArrayView<float>, ArrayView<float>, int, int>(SampleKernels.Reverse);
        bench.Accelerator.RunsOperations = false;

        long bytes = Allocated.Bytes(() =>
        {
            reverse(bench.Stream, new KernelConfig(1, SampleKernels.Size), bench.Input, bench.Output, 1, 1);
            bench.Output.CopyFrom(bench.Stream, bench.Input);
            bench.To.MemSetToZero(bench.Stream);
            bench.Stream.Synchronize();
        });

        Assert.Equal(0, bytes);
        Assert.True(bench.Accelerator.Launches > 1);
        Assert.Equal(float.NaN, bench.Output[0]);
    }

    private readonly record struct Four(float X, float Y, float Z, float W);
}
