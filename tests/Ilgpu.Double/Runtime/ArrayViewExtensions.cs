using System;
using System.Runtime.InteropServices;
using ILGPU.Execution;

namespace ILGPU.Runtime;

public static class ArrayViewExtensions
{
    public static ArrayView<T> AsAligned<T>(this ArrayView<T> view, int alignmentInBytes)
        where T : unmanaged
    {
        view.CheckAlignment(alignmentInBytes);
        return view;
    }

    public static void CopyFrom<TView>(this TView target, AcceleratorStream stream, in TView source)
        where TView : IContiguousArrayView
    {
        if (stream.Accepts())
        {
            stream.Add(new Copy(source, target));
        }
    }

    public static void CopyTo<TView>(this TView source, AcceleratorStream stream, in TView target)
        where TView : IContiguousArrayView => target.CopyFrom(stream, source);

    /// <summary>Copies, and waits.</summary>
    public static void CopyFromCPU<T, TView>(this TView target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
    {
        stream.Synchronize();
        if (stream.Accepts())
        {
            MemoryMarshal.AsBytes(span).CopyTo(target.Bytes);
        }
    }

    /// <inheritdoc cref="CopyFromCPU"/>
    public static void CopyToCPU<T, TView>(this TView source, AcceleratorStream stream, in Span<T> span)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
    {
        stream.Synchronize();
        if (stream.Accepts())
        {
            Span<byte> bytes = MemoryMarshal.AsBytes(span);
            source.Bytes[..bytes.Length].CopyTo(bytes);
        }
    }

    public static void MemSetToZero<TView>(this TView view, AcceleratorStream stream)
        where TView : IContiguousArrayView
    {
        if (stream.Accepts())
        {
            stream.Add(new Clearing(view));
        }
    }

    private sealed class Copy(IContiguousArrayView source, IContiguousArrayView target) : Operation
    {
        public override void Run(Accelerator accelerator)
        {
            if (source.Bytes.Length > target.Bytes.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(source), $"A copy of {source.Bytes.Length} bytes into {target.Bytes.Length}.");
            }

            source.Bytes.CopyTo(target.Bytes);
            accelerator.Count(copiedBytes: source.Bytes.Length);
        }
    }

    private sealed class Clearing(IContiguousArrayView view) : Operation
    {
        public override void Run(Accelerator accelerator) => view.Bytes.Clear();
    }
}
