using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace NetGen;

/// <summary>A zeroed buffer whose first element lies on a cache line: a pinned array with room to align.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    /// <summary>The most elements that an array holds beside the room to align.</summary>
    internal static unsafe int MaxLength => Array.MaxLength - CacheLine / sizeof(T);

    private readonly T[] array;
    private readonly int start;

    /// <summary>Allocates a zeroed buffer.</summary>
    /// <param name="length">The number of elements.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or more than an array holds.</exception>
    public unsafe AlignedBuffer(int length)
    {
        Expect.AtLeast(length, 0, nameof(length));
        if (length > MaxLength)
        {
            throw Expect.OutOfRange(nameof(length), length, Invariant($"a buffer holds {MaxLength} at most."));
        }

        int slack = CacheLine / sizeof(T);
        array = GC.AllocateArray<T>(length + slack, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        start = (int)(((address + CacheLine - 1) & ~(nuint)(CacheLine - 1)) - address) / sizeof(T);
        Length = length;
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span => array.AsSpan(start, Length);

    /// <summary>The first element, for emitted code.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), start);
}
