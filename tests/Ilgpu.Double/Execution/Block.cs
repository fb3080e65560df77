using System;
using System.Runtime.InteropServices;

namespace ILGPU.Execution;

/// <summary>Memory that begins as NaN, aligned as devices align theirs.</summary>
internal sealed unsafe class Block : IDisposable
{
    private const int Alignment = 256;

    private readonly void* memory;
    private readonly long size;
    private readonly Action<long>? count;

    /// <summary>Takes memory.</summary>
    /// <param name="bytes">How much.</param>
    /// <param name="count">Is told of what is taken, and given back.</param>
    public Block(long bytes, Action<long>? count = null)
    {
        memory = NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), Alignment);
        size = bytes;
        this.count = count;
        count?.Invoke(bytes);
        Scramble();
    }

    ~Block() => NativeMemory.AlignedFree(memory);

    public bool IsDisposed { get; private set; }

    public Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return new(memory, checked((int)size));
        }
    }

    /// <summary>All bits 1: a NaN, and as an index −1.</summary>
    public void Scramble() => NativeMemory.Fill(memory, (nuint)size, 0xFF);

    public ArrayView<T> View<T>(long length)
        where T : unmanaged => new(this, (T*)memory, length);

    /// <summary>Ends every use. The memory itself goes with the object, for views may still point to it.</summary>
    public void Dispose()
    {
        if (!IsDisposed)
        {
            IsDisposed = true;
            count?.Invoke(-size);
        }
    }
}
