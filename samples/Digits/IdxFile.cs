using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Samples;

/// <summary>
/// A file of bytes in the IDX format (LeCun, 1998), plain or gzipped: 0, 0, the type 0x08, the number of axes; the
/// size of every axis as a big-endian 32-bit number; the elements.
/// </summary>
internal sealed record IdxFile(string Name, long[] Shape, byte[] Elements)
{
    private const byte UnsignedByte = 0x08;
    private const int MostAxes = 3;

    /// <summary>Reads a file; null where it is not IDX and its name does not say that it is.</summary>
    /// <exception cref="DataException">The file is damaged, or its name says IDX and its content does not.</exception>
    public static IdxFile? Read(string path)
    {
        string name = Path.GetFileName(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            using Stream content = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
            return Read(name, content);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return ClaimsIdx(name) ? throw new DataException($"{name}: cannot be read: {exception.Message}", exception) : null;
        }
    }

    private static IdxFile? Read(string name, Stream content)
    {
        byte[] header = new byte[4 * (1 + MostAxes)];
        int axes = content.ReadAtLeast(header.AsSpan(0, 4), 4, throwOnEndOfStream: false) == 4 ? header[3] : 0;
        if (header is not [0, 0, UnsignedByte, ..] || axes is not (1 or MostAxes))
        {
            return ClaimsIdx(name)
                ? throw new DataException($"{name}: expected an IDX file of bytes, which starts 00000803 (images) or 00000801 (labels); it starts {Convert.ToHexString(header, 0, 4)}.")
                : null;
        }

        int headerLength = content.ReadAtLeast(header.AsSpan(4, 4 * axes), 4 * axes, throwOnEndOfStream: false) + 4;
        if (headerLength != 4 + 4 * axes)
        {
            throw new DataException($"{name}: expected a header of {4 + 4 * axes} bytes, the file ends after {headerLength}.");
        }

        var shape = new long[axes];
        UInt128 expected = 1;
        for (int axis = 0; axis < axes; axis++)
        {
            shape[axis] = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 + 4 * axis));
            expected *= (UInt128)shape[axis];
        }

        string promise = $"{string.Join(" × ", shape)} = {expected} bytes after the header";
        if (expected > (UInt128)Array.MaxLength)
        {
            throw new DataException($"{name}: the header promises {promise}; at most {Array.MaxLength} can be read.");
        }

        byte[] elements = ReadUpTo(content, (int)expected, out bool more);
        return elements.Length == (int)expected && !more
            ? new IdxFile(name, shape, elements)
            : throw new DataException($"{name}: expected {promise}, found {(more ? "more" : elements.Length)}.");
    }

    // Memory grows with what the file really holds, whatever its header promises, and stops at the promise.
    private static byte[] ReadUpTo(Stream content, int limit, out bool more)
    {
        using var elements = new MemoryStream();
        byte[] piece = new byte[1 << 16];
        int count;
        while ((count = content.Read(piece, 0, (int)Math.Min(piece.Length, limit + 1L - elements.Length))) > 0)
        {
            elements.Write(piece, 0, count);
            if (elements.Length > limit)
            {
                break;
            }
        }

        more = elements.Length > limit;
        return elements.ToArray();
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        bool gzip = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start is [0x1f, 0x8b];
        file.Position = 0;
        return gzip;
    }

    private static bool ClaimsIdx(string name) =>
        name.Contains("idx", StringComparison.OrdinalIgnoreCase) || name.Contains("ubyte", StringComparison.OrdinalIgnoreCase);
}
