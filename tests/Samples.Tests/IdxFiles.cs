using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace NetGen.Samples.Tests;

/// <summary>Writes IDX files, right ones and wrong ones.</summary>
internal static class IdxFiles
{
    /// <summary>The bytes of a file: magic number, sizes, elements.</summary>
    public static byte[] Bytes(uint magic, uint[] sizes, byte[] elements)
    {
        byte[] bytes = new byte[4 + 4 * sizes.Length + elements.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, magic);
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + 4 * axis), sizes[axis]);
        }

        elements.CopyTo(bytes, 4 + 4 * sizes.Length);
        return bytes;
    }

    /// <summary>Images of 28 × 28 pixels, each with its index in every pixel.</summary>
    public static byte[] Images(int count)
    {
        byte[] pixels = new byte[count * 784];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i / 784);
        }

        return Bytes(0x803, [(uint)count, 28, 28], pixels);
    }

    /// <summary>Labels 0, 1, 2, …, 9, 0, ….</summary>
    public static byte[] Labels(int count)
    {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
        }

        return Bytes(0x801, [(uint)count], labels);
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }
}
