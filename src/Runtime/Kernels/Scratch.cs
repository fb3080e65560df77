using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>Memory that a prediction needs while it runs.</summary>
public static class Scratch
{
    [ThreadStatic]
    private static AlignedBuffer<float>? ofThread;

    /// <summary>The first element of stack memory that lies on a cache line; 16 floats more than needed make room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref float Align(Span<float> memory)
    {
        ref float first = ref MemoryMarshal.GetReference(memory);
        nuint address = (nuint)Unsafe.AsPointer(ref first);
        return ref Unsafe.AddByteOffset(ref first, (0 - address) & 63);
    }

    /// <summary>Memory of this thread's, kept for its next call: for what is too large for the stack.</summary>
    public static ref float OfThread(int length)
    {
        AlignedBuffer<float>? buffer = ofThread;
        if (buffer is null || buffer.Length < length)
        {
            ofThread = buffer = new AlignedBuffer<float>(length);
        }

        return ref buffer.First;
    }
}
