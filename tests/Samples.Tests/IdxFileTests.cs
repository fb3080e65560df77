using System;
using System.IO;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_are_read_plain_and_gzipped(bool gzip)
    {
        IdxFile file = Read("images", gzip ? IdxFiles.Gzip(IdxFiles.Images(3)) : IdxFiles.Images(3))!;

        Assert.Equal([3, 28, 28], file.Shape);
        Assert.Equal(IdxFiles.Images(3)[16..], file.Elements);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("empty")]
    public void A_file_that_neither_is_IDX_nor_says_so_is_passed_over(string name) =>
        Assert.Null(Read(name, name == "empty" ? [] : "# MNIST"u8.ToArray()));

    [Fact]
    public void A_gzip_that_holds_no_IDX_is_passed_over() => Assert.Null(Read("data.csv.gz", IdxFiles.Gzip("1,2,3"u8.ToArray())));

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 784)]
    [InlineData(true, 1)]
    [InlineData(true, 784)]
    public void A_truncated_file_is_an_error_with_both_lengths(bool gzip, int missing)
    {
        byte[] bytes = IdxFiles.Images(3)[..^missing];

        Refused("images", gzip ? IdxFiles.Gzip(bytes) : bytes, $"images: expected 3 × 28 × 28 = 2352 bytes after the header, found {2352 - missing}.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_oversized_file_is_an_error(bool gzip)
    {
        byte[] bytes = [.. IdxFiles.Labels(10), 7];

        Refused("labels", gzip ? IdxFiles.Gzip(bytes) : bytes, "labels: expected 10 = 10 bytes after the header, found more.");
    }

    [Fact]
    public void A_file_that_ends_in_its_header_is_an_error() =>
        Refused("images", IdxFiles.Images(3)[..9], "images: expected a header of 16 bytes, the file ends after 9.");

    [Fact]
    public void A_gzip_that_breaks_off_is_an_error()
    {
        byte[] whole = IdxFiles.Gzip(IdxFiles.Images(200));

        DataException error = Assert.Throws<DataException>(() => Read("train-images-idx3-ubyte.gz", whole[..(whole.Length / 2)]));
        Assert.StartsWith("train-images-idx3-ubyte.gz: ", error.Message);
    }

    [Fact]
    public void A_gzip_with_damaged_content_is_an_error()
    {
        byte[] damaged = IdxFiles.Gzip(IdxFiles.Images(200));
        damaged.AsSpan(damaged.Length / 3, 40).Fill(0xff);

        Assert.Throws<DataException>(() => Read("train-images-idx3-ubyte.gz", damaged));
    }

    [Theory]
    [InlineData("t10k-images-idx3-ubyte", "3C68746D")]
    [InlineData("labels.idx", "3C68746D")]
    public void A_foreign_file_under_an_IDX_name_is_an_error(string name, string start) =>
        Refused(
            name, "<html>not found</html>"u8.ToArray(),
            $"{name}: expected an IDX file of bytes, which starts 00000803 (images) or 00000801 (labels); it starts {start}.");

    [Fact]
    public void An_IDX_file_of_floats_is_an_error() =>
        Refused(
            "images-idx3", IdxFiles.Bytes(0xD03, [1, 1, 1], new byte[4]),
            "images-idx3: expected an IDX file of bytes, which starts 00000803 (images) or 00000801 (labels); it starts 00000D03.");

    [Theory]
    [InlineData(uint.MaxValue, uint.MaxValue, uint.MaxValue, "at most")]
    [InlineData(2_000_000_000u, 1u, 1u, "found 5")]
    public void Sizes_that_the_file_does_not_hold_allocate_nothing_of_their_size(uint count, uint rows, uint columns, string says)
    {
        byte[] bytes = IdxFiles.Bytes(0x803, [count, rows, columns], new byte[5]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DataException error = Assert.Throws<DataException>(() => Read("images", bytes));

        Assert.Contains(says, error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_gzip_that_expands_without_end_is_read_no_further_than_its_header_promises()
    {
        byte[] bomb = IdxFiles.Gzip([.. IdxFiles.Labels(10), .. new byte[50_000_000]]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DataException error = Assert.Throws<DataException>(() => Read("labels", bomb));

        Assert.Contains("found more", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private IdxFile? Read(string name, byte[] bytes)
    {
        File.WriteAllBytes(folder[name], bytes);
        return IdxFile.Read(folder[name]);
    }

    private void Refused(string name, byte[] bytes, string message) =>
        Assert.Equal(message, Assert.Throws<DataException>(() => Read(name, bytes)).Message);
}
