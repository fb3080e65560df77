using System;

namespace NetGen.Checking;

/// <summary>
/// A buffer to be written, starting off any alignment, with sentinels on both sides and NaN inside, so that what is not
/// written, or written beside it, is seen.
/// </summary>
internal sealed class Guarded
{
    private const int Guard = 67;
    private const float Sentinel = -8.1875e33f;

    private readonly float[] array;
    private readonly int length;

    public Guarded(int length)
    {
        this.length = length;
        array = new float[length + 2 * Guard];
        array.AsSpan().Fill(Sentinel);
        Span.Fill(float.NaN);
    }

    public Span<float> Span => array.AsSpan(Guard, length);

    /// <summary>Whether nothing was written beside the buffer.</summary>
    public bool Intact => !array.AsSpan(0, Guard).ContainsAnyExcept(Sentinel) && !array.AsSpan(Guard + length).ContainsAnyExcept(Sentinel);

    /// <summary>Whether nothing was written into the buffer.</summary>
    public bool Untouched => Intact && !Span.ContainsAnyExcept(float.NaN);

    /// <summary>Whether two buffers hold the same bits.</summary>
    public bool SameBits(Guarded other) => System.Runtime.InteropServices.MemoryMarshal.AsBytes(Span).SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes(other.Span));
}
