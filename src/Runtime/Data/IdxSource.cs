using System;
using System.IO;
using System.IO.Compression;

namespace NetGen.Data;

/// <summary>The bytes inside a stream that may be gzipped, recognised by its first bytes and never by its name.</summary>
internal sealed class IdxSource : IDisposable
{
    private readonly Stream content;

    /// <summary>Looks at the stream, which stays open whatever happens.</summary>
    public IdxSource(Stream stream, string name)
    {
        Name = name;
        byte[] start = new byte[2];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        Stream whole = stream.CanSeek ? stream : new PrefixedStream(start.AsMemory(0, read), stream);
        if (stream.CanSeek)
        {
            stream.Seek(-read, SeekOrigin.Current);
        }

        IsGzip = start is [0x1f, 0x8b];
        content = IsGzip ? new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true) : whole;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Whether the content is compressed.</summary>
    public bool IsGzip { get; }

    /// <summary>The bytes that are left, where that is known.</summary>
    public long? Remaining => content.CanSeek ? content.Length - content.Position : null;

    /// <summary>Reads until the span is full or the content ends.</summary>
    /// <returns>The number of bytes read.</returns>
    public int Fill(Span<byte> bytes)
    {
        try
        {
            return content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception) when (IsGzip)
        {
            throw new InvalidDataException($"{Name}: it starts as gzip does and cannot be unpacked: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsGzip)
        {
            content.Dispose();
        }
    }
}
