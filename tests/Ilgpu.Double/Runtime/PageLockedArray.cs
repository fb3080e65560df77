using System;
using System.Runtime.InteropServices;
using ILGPU.Execution;
using ILGPU.Util;

namespace ILGPU.Runtime;

public abstract class PageLockedArray<T> : DisposeBase
    where T : unmanaged
{
    private protected PageLockedArray(Block block, long length) => (Block, ArrayView) = (block, block.View<T>(length));

    public abstract Span<T> Span { get; }

    public ArrayView<T> ArrayView { get; }

    private protected Block Block { get; }

    private protected override void Release() => Block.Dispose();
}

public sealed class PageLockedArray1D<T> : PageLockedArray<T>
    where T : unmanaged
{
    internal PageLockedArray1D(Block block, long length)
        : base(block, length)
    {
    }

    public override Span<T> Span => MemoryMarshal.Cast<byte, T>(Block.Bytes);
}

public static class PageLockedArrayExtensions
{
    public static PageLockedArray1D<T> AllocatePageLocked1D<T>(this Accelerator accelerator, LongIndex1D extent)
        where T : unmanaged => new(accelerator.Reserve<T>(extent), extent);
}
