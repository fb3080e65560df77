using System;
using System.IO;

namespace NetGen.Runtime.Tests.Files;

/// <summary>A stream of unknown length that gives a few bytes at a time, and counts them.</summary>
internal sealed class ForwardOnlyStream(byte[] bytes, int piece = 3) : Stream
{
    public int Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(piece, buffer.Length), bytes.Length - Given);
        bytes.AsSpan(Given, count).CopyTo(buffer);
        Given += count;
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
