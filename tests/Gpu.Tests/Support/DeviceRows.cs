using System;
using System.Collections.Generic;
using ILGPU;
using ILGPU.Runtime;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Brings rows to a device and back, as a user would, and has them until it is disposed.</summary>
internal sealed class DeviceRows(Accelerator accelerator) : IDisposable
{
    private readonly AcceleratorStream stream = accelerator.CreateStream();
    private readonly List<IDisposable> buffers = [];

    /// <summary>Rows one after another.</summary>
    public ArrayView<float> Place(ReadOnlySpan<float> numbers) => Place(numbers, numbers.Length, numbers.Length);

    /// <summary>Rows, each followed by zeros.</summary>
    /// <param name="numbers">The rows.</param>
    /// <param name="size">The numbers of a row.</param>
    /// <param name="stride">The numbers from one row to the next.</param>
    public ArrayView<float> Place(ReadOnlySpan<float> numbers, int size, int stride)
    {
        var padded = new float[numbers.Length / size * stride];
        for (int row = 0; row < numbers.Length / size; row++)
        {
            numbers.Slice(row * size, size).CopyTo(padded.AsSpan(row * stride));
        }

        MemoryBuffer1D<float, Stride1D.Dense> buffer = Keep(accelerator.Allocate1D<float>(padded.Length));
        using PageLockedArray1D<float> host = accelerator.AllocatePageLocked1D<float>(padded.Length);
        padded.CopyTo(host.Span);
        buffer.View.BaseView.CopyFrom(stream, host.ArrayView);
        stream.Synchronize();
        return buffer.View;
    }

    /// <summary>Labels.</summary>
    public ArrayView<int> Place(ReadOnlySpan<int> labels)
    {
        MemoryBuffer1D<int, Stride1D.Dense> buffer = Keep(accelerator.Allocate1D<int>(labels.Length));
        using PageLockedArray1D<int> host = accelerator.AllocatePageLocked1D<int>(labels.Length);
        labels.CopyTo(host.Span);
        buffer.View.BaseView.CopyFrom(stream, host.ArrayView);
        stream.Synchronize();
        return buffer.View;
    }

    public float[] Read(ArrayView<float> view)
    {
        using PageLockedArray1D<float> host = accelerator.AllocatePageLocked1D<float>(view.Length);
        view.CopyTo(stream, host.ArrayView);
        stream.Synchronize();
        return host.Span.ToArray();
    }

    public void Dispose()
    {
        buffers.ForEach(buffer => buffer.Dispose());
        stream.Dispose();
    }

    private T Keep<T>(T buffer)
        where T : IDisposable
    {
        buffers.Add(buffer);
        return buffer;
    }
}
