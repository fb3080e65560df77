using System;

namespace NetGen.Kernels;

/// <summary>
/// Memory of this thread's in which a convolution lays out what it reads, kept for its next call. Callers may hold
/// <see cref="Scratch.OfThread"/> meanwhile, so it is another. The pointers live until the thread's next call.
/// </summary>
internal static unsafe class ConvolutionScratch
{
    [ThreadStatic]
    private static AlignedBuffer<float>? numbers;

    [ThreadStatic]
    private static AlignedBuffer<int>? table;

    /// <summary>Numbers on a cache line; whatever they are.</summary>
    public static float* Numbers(long length) => Of(ref numbers, length);

    /// <summary>A table on a cache line; whatever it holds.</summary>
    public static int* Table(long length) => Of(ref table, length);

    private static T* Of<T>(ref AlignedBuffer<T>? buffer, long length)
        where T : unmanaged
    {
        if (buffer is null || buffer.Length < length)
        {
            buffer = new AlignedBuffer<T>(checked((int)length));
        }

        // Pinned, so it stays where it is.
        fixed (T* first = &buffer.First)
        {
            return first;
        }
    }
}
