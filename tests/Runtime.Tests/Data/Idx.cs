using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace NetGen.Runtime.Tests.Data;

/// <summary>IDX files as bytes, right and wrong.</summary>
internal static class Idx
{
    /// <summary>A right file whose elements count up from 0 and start again after 255.</summary>
    public static byte[] Counting(params uint[] shape) =>
        Of(0x08, shape, [.. Enumerable.Range(0, (int)shape.Aggregate(1u, (a, b) => a * b)).Select(index => (byte)index)]);

    public static byte[] Of(byte type, uint[] shape, byte[] elements) => [.. Header(type, shape), .. elements];

    public static byte[] Header(byte type, params uint[] shape)
    {
        byte[] header = new byte[4 + 4 * shape.Length];
        header[2] = type;
        header[3] = (byte)shape.Length;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + 4 * axis), shape[axis]);
        }

        return header;
    }

    public static byte[] Gzip(params byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
