using System;
using ILGPU.Execution;
using ILGPU.Util;

namespace ILGPU.Runtime;

public abstract class MemoryBuffer : DisposeBase, IContiguousArrayView
{
    private protected MemoryBuffer(Block block, long length) => (Block, Length) = (block, length);

    public long Length { get; }

    internal Block Block { get; }

    Span<byte> IContiguousArrayView.Bytes => Block.Bytes;

    private protected override void Release() => Block.Dispose();
}

public abstract class MemoryBuffer<TView> : MemoryBuffer
    where TView : struct
{
    private protected MemoryBuffer(Block block, long length, TView view)
        : base(block, length) => View = view;

    public TView View { get; }
}

public sealed class MemoryBuffer1D<T, TStride> : MemoryBuffer<ArrayView1D<T, TStride>>
    where T : unmanaged
    where TStride : struct
{
    internal MemoryBuffer1D(Block block, long length)
        : base(block, length, new(block.View<T>(length)))
    {
    }
}

public readonly struct ArrayView1D<T, TStride>
    where T : unmanaged
    where TStride : struct
{
    internal ArrayView1D(ArrayView<T> baseView) => BaseView = baseView;

    public ArrayView<T> BaseView { get; }
}
