using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using NetGen.Data;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

public sealed class IdxFileTests
{
    public static TheoryData<uint[]> Shapes =>
        [[1], [7], [70_001], [1, 1], [3, 5], [13, 1, 1], [2, 28, 28], [1, 1, 1, 1], [3, 2, 5, 7], [257, 257, 1, 3]];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryShapeIsReadFromPathStreamAndSpanPlainAndPacked(uint[] shape)
    {
        byte[] plain = Idx.Counting(shape);
        byte[] expected = plain[(4 + 4 * shape.Length)..];
        using var folder = new TemporaryFolder();
        foreach (byte[] bytes in new[] { plain, Idx.Gzip(plain) })
        {
            File.WriteAllBytes(folder["data.txt"], bytes);
            IdxFile[] files = [IdxFile.Read(folder["data.txt"]), IdxFile.Read(bytes), IdxFile.Read(new MemoryStream(bytes)), IdxFile.Read(new SlowStream(bytes))];
            Assert.All(files, file =>
            {
                Assert.Equal(shape.Select(size => (int)size), file.Shape);
                Assert.Equal(expected, file.Elements.ToArray());
            });
        }
    }

    [Fact]
    public void AStreamIsReadFromWhereItStandsAndStaysOpen()
    {
        var stream = new MemoryStream([9, 9, 9, .. Idx.Gzip(Idx.Counting(5))]) { Position = 3 };
        Assert.Equal([0, 1, 2, 3, 4], IdxFile.Read(stream).Elements.ToArray());
        Assert.True(stream.CanRead);
    }

    public static TheoryData<string, byte[]> Wrong => new()
    {
        { "ends after 0", [] },
        { "ends after 3", [0, 0, 8] },
        { "it starts 89504E47", [0x89, 0x50, 0x4E, 0x47, 0x0D] },
        { "it starts 00000A01", Idx.Header(0x0A, 1) },
        { "it starts 00000800", Idx.Header(0x08) },
        { "0x09 (signed byte), which is not supported", Idx.Of(0x09, [1], [1]) },
        { "0x0B (16-bit integer)", Idx.Of(0x0B, [1], [1, 1]) },
        { "0x0C (32-bit integer)", Idx.Of(0x0C, [1], [1, 1, 1, 1]) },
        { "0x0D (32-bit float)", Idx.Of(0x0D, [1], [1, 1, 1, 1]) },
        { "0x0E (64-bit float)", Idx.Of(0x0E, [1], [1, 1, 1, 1, 1, 1, 1, 1]) },
        { "expected 1 to 4 axes, the header says 5", Idx.Of(0x08, [1, 1, 1, 1, 1], [1]) },
        { "the header says 255", [0, 0, 8, 255, 1] },
        { "expected a header of 16 bytes for 3 axes, it ends after 15", Idx.Header(0x08, 1, 1, 1)[..15] },
        { "the header says 0 × 2", Idx.Header(0x08, 0, 2) },
        { "the header says 2 × 0 × 4294967295", Idx.Header(0x08, 2, 0, uint.MaxValue) },
        { "= 340282366604025813516997721482669850625 bytes", Idx.Header(0x08, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue) },
        { "65536 × 65536 = 4294967296 bytes", Idx.Of(0x08, [65536, 65536], [1]) },
        { "expected 2 × 3 = 6 bytes after the header, found 5", Idx.Of(0x08, [2, 3], [1, 2, 3, 4, 5]) },
        { "expected 2 × 3 = 6 bytes after the header, found 0", Idx.Header(0x08, 2, 3) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WrongContentIsNamed(string saying, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["wrong"], bytes);
        byte[] packed = Idx.Gzip(bytes);
        Assert.Contains(saying, Assert.Throws<InvalidDataException>(() => IdxFile.Read(bytes)).Message);
        Assert.Contains(saying, Assert.Throws<InvalidDataException>(() => IdxFile.Read(new SlowStream(bytes))).Message);
        Assert.Contains(saying, Assert.Throws<InvalidDataException>(() => IdxFile.Read(packed)).Message);
        string message = Assert.Throws<InvalidDataException>(() => IdxFile.Read(folder["wrong"])).Message;
        Assert.StartsWith("wrong: ", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void ElementsBeyondThePromiseAreAnError()
    {
        byte[] bytes = Idx.Of(0x08, [2, 3], [1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Contains("= 6 bytes after the header, found 8.", Assert.Throws<InvalidDataException>(() => IdxFile.Read(bytes)).Message);
        Assert.Contains("= 6 bytes after the header, found more.", Assert.Throws<InvalidDataException>(() => IdxFile.Read(Idx.Gzip(bytes))).Message);
    }

    [Fact]
    public void EveryTruncationAndEveryFlippedByteOfAPackedFileIsAnErrorOrTheSameData()
    {
        byte[] packed = Idx.Gzip(Idx.Counting(3, 5));
        byte[] elements = IdxFile.Read(packed).Elements.ToArray();
        IEnumerable<byte[]> truncated = Enumerable.Range(0, packed.Length).Select(length => packed[..length]);
        IEnumerable<byte[]> flipped = Enumerable.Range(0, packed.Length).Select(place => packed.Select((value, index) => index == place ? (byte)~value : value).ToArray());
        int errors = 0;
        foreach (byte[] hostile in truncated.Concat(flipped))
        {
            try
            {
                Assert.Equal(elements, IdxFile.Read(hostile).Elements.ToArray());
            }
            catch (InvalidDataException)
            {
                errors++;
            }
        }

        Assert.InRange(errors, packed.Length, 2 * packed.Length - 1);
    }

    [Fact]
    public void AGzipBombStopsAtThePromise()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Idx.Header(0x08, 10));
            byte[] zeros = new byte[1 << 20];
            for (int mebibyte = 0; mebibyte < 256; mebibyte++)
            {
                gzip.Write(zeros);
            }
        }

        packed.Position = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<InvalidDataException>(() => IdxFile.Read(packed)).Message;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 17);
        Assert.InRange(packed.Position, 0, packed.Length / 2);
        Assert.Contains("found more", message);
    }

    [Fact]
    public void AHeaderThatPromisesGigabytesTakesNoMemory()
    {
        byte[] bytes = Idx.Of(0x08, [2_000_000_000], new byte[1000]);
        byte[] packed = Idx.Gzip(bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(bytes));
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(packed));
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(new SlowStream(bytes)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 19);
    }
}
