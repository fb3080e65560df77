using System;
using System.Runtime.CompilerServices;
using ILGPU.Execution;
using ILGPU.Runtime;

namespace ILGPU;

/// <summary>A part of a buffer. Every access is checked: the index, and that the buffer is there.</summary>
public readonly unsafe struct ArrayView<T> : IContiguousArrayView<T>
    where T : unmanaged
{
    private const int VectorBytes = 16;

    private readonly Block? block;
    private readonly T* first;

    internal ArrayView(Block block, T* first, long length)
    {
        this.block = block;
        this.first = first;
        Length = length;
    }

    public long Length { get; }

    public int IntLength => (int)Length;

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((ulong)index >= (ulong)Length || block!.IsDisposed)
            {
                throw Missing(index);
            }

            return ref first[index];
        }
    }

    Span<byte> IContiguousArrayView.Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(block is { IsDisposed: true }, typeof(ArrayView<T>));
            return new(first, checked((int)(Length * sizeof(T))));
        }
    }

    public static implicit operator ArrayView<T>(ArrayView1D<T, Stride1D.Dense> view) => view.BaseView;

    public ArrayView<T> SubView(int index, int subViewLength)
    {
        if (index < 0 || subViewLength < 0 || (long)index + subViewLength > Length)
        {
            throw new ArgumentOutOfRangeException(nameof(index), $"A view of {subViewLength} from {index} on is not within one of {Length} {typeof(T).Name}.");
        }

        return subViewLength == 0 ? default : new(block!, first + index, subViewLength);
    }

    public ArrayView<TOther> Cast<TOther>()
        where TOther : unmanaged
    {
        if (sizeof(TOther) == VectorBytes)
        {
            CheckAlignment(VectorBytes);
        }

        return new(block!, (TOther*)first, Length * sizeof(T) / sizeof(TOther));
    }

    internal void CheckAlignment(int bytes)
    {
        if ((nint)first % bytes != 0)
        {
            throw new InvalidOperationException($"A view lies {(nint)first % bytes} bytes beside a multiple of {bytes}, so it cannot be read by vectors.");
        }
    }

    private Exception Missing(long index) => block is { IsDisposed: true }
        ? new ObjectDisposedException(typeof(ArrayView<T>).Name, "A view of a buffer that is disposed.")
        : new IndexOutOfRangeException($"Index {index} of a view of {Length} {typeof(T).Name}.");
}
