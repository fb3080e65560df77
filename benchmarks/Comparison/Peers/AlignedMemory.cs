using System.Runtime.InteropServices;

namespace NetGen.Comparison.Peers;

/// <summary>Zeroed floats on a cache line that native code may keep; freed when disposed.</summary>
internal sealed unsafe class AlignedMemory(int length) : IDisposable
{
    private const nuint CacheLine = 64;

    /// <summary>The first float.</summary>
    public float* Start { get; private set; } = Allocate(length);

    /// <summary>The floats.</summary>
    public Span<float> Span => new(Start, length);

    public void Dispose()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
    }

    private static float* Allocate(int length)
    {
        nuint bytes = (nuint)length * sizeof(float);
        float* start = (float*)NativeMemory.AlignedAlloc(bytes, CacheLine);
        NativeMemory.Clear(start, bytes);
        return start;
    }
}
