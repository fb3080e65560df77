using System;
using System.IO;

namespace NetGen.Runtime.Tests.Data;

/// <summary>Bytes as a network connection gives them: one at a time, without a length, not to be sought in.</summary>
internal sealed class SlowStream(byte[] bytes) : Stream
{
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position == bytes.Length || count == 0)
        {
            return 0;
        }

        buffer[offset] = bytes[position++];
        return 1;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
