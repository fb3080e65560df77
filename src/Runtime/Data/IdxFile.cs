using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen.Data;

/// <summary>
/// A file of unsigned bytes in the IDX format (Y. LeCun, C. Cortes, C. Burges, "The MNIST database", 1998), plain or
/// gzipped, in memory: images, or the labels of images.
/// </summary>
/// <remarks>
/// Memory grows with what really comes, whatever the header promises, and reading stops one byte behind the promise:
/// neither a lying header nor a gzip bomb takes more than about three times what comes, up to the promise.
/// </remarks>
public sealed class IdxFile
{
    private const int FirstPiece = 1 << 16;

    private IdxFile(string name, ImmutableArray<int> shape, ReadOnlyMemory<byte> elements)
    {
        Name = name;
        Shape = shape;
        Elements = elements;
    }

    /// <summary>What messages call it: the file's name.</summary>
    public string Name { get; }

    /// <summary>The size of every axis, 1 to 4 of them, each 1 or more; the first one counts the rows.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The elements in row-major order: as many as the product of <see cref="Shape"/>.</summary>
    public ReadOnlyMemory<byte> Elements { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, plain or gzipped, under any name.</param>
    /// <exception cref="InvalidDataException">It is no whole IDX file of unsigned bytes; the message says what was expected and what came.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IdxFile Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, Path.GetFileName(path));
    }

    /// <summary>Reads a stream from where it stands to the end; it stays open.</summary>
    /// <param name="stream">Plain or gzipped; it need not seek.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no whole IDX file of unsigned bytes; the message says what was expected and what came.</exception>
    public static IdxFile Read(Stream stream, string name = "The stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var source = new IdxSource(stream, name);
        var header = IdxHeader.Read(source);
        if (header.Elements > (UInt128)Array.MaxLength)
        {
            throw new InvalidDataException($"{name}: the header promises {string.Join(" × ", header.Shape)} = {header.Elements} bytes; at most {Array.MaxLength} fit into memory. {nameof(IdxExamples)}.{nameof(IdxExamples.Open)} reads plain files of any size.");
        }

        byte[] elements = ReadElements(source, header);
        return new IdxFile(name, [.. header.Shape.Select(size => (int)size)], elements);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">A whole file, plain or gzipped; the elements are copied.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no whole IDX file of unsigned bytes; the message says what was expected and what came.</exception>
    public static unsafe IdxFile Read(ReadOnlySpan<byte> bytes, string name = "The data")
    {
        fixed (byte* first = bytes)
        {
            using Stream stream = bytes.IsEmpty ? Stream.Null : new UnmanagedMemoryStream(first, bytes.Length);
            return Read(stream, name);
        }
    }

    private static byte[] ReadElements(IdxSource source, IdxHeader header)
    {
        int promised = (int)header.Elements;
        if (source.Remaining is long remaining && remaining != promised)
        {
            throw header.Mismatch(source.Name, $"{remaining}");
        }

        byte[] elements = new byte[source.Remaining is null ? Math.Min(promised, FirstPiece) : promised];
        Span<byte> beyond = stackalloc byte[1];
        int filled = 0;
        while (true)
        {
            filled += source.Fill(elements.AsSpan(filled));
            if (filled < elements.Length)
            {
                throw header.Mismatch(source.Name, $"{filled}");
            }

            if (filled == promised)
            {
                return source.Fill(beyond) == 0 ? elements : throw header.Mismatch(source.Name, "more");
            }

            Array.Resize(ref elements, (int)Math.Min(promised, 2L * filled));
        }
    }
}
