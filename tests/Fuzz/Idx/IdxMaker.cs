using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Fuzz.Idx;

/// <summary>Right IDX files.</summary>
internal static class IdxMaker
{
    public static byte[] Make(Draws draws)
    {
        int axes = draws.Between(1, 4);
        byte[] header = [0, 0, 8, (byte)axes, .. new byte[4 * axes]];
        int elements = 1;
        for (int axis = 0; axis < axes; axis++)
        {
            int size = draws.Between(1, 6);
            elements *= size;
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * axis), size);
        }

        return [.. header, .. draws.Bytes(Math.Min(elements, 16)), .. new byte[Math.Max(0, elements - 16)]];
    }

    public static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
