using System;
using System.IO;

namespace NetGen.Files;

/// <summary>Reads what a file promises with memory that grows with what has come, whatever was promised.</summary>
internal static class StreamBytes
{
    private const int FirstPiece = 1 << 16;

    /// <summary>Reads up to so many bytes: fewer only where the stream ends before.</summary>
    public static byte[] Read(Stream stream, int promised)
    {
        byte[] bytes = new byte[Math.Min(promised, FirstPiece)];
        int count = 0;
        while (true)
        {
            count += stream.ReadAtLeast(bytes.AsSpan(count), bytes.Length - count, throwOnEndOfStream: false);
            if (count < bytes.Length || count == promised)
            {
                return count == bytes.Length ? bytes : bytes[..count];
            }

            Array.Resize(ref bytes, (int)Math.Min(promised, 2L * bytes.Length));
        }
    }

    /// <summary>Whether the stream has come to its end.</summary>
    public static bool Ends(Stream stream)
    {
        Span<byte> one = stackalloc byte[1];
        return stream.Read(one) == 0;
    }
}
