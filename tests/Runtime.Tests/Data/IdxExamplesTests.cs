using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Data;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

public sealed class IdxExamplesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 784)]
    [InlineData(7, 1)]
    [InlineData(257, 31)]
    [InlineData(3, 70_001)]
    public void RowsAreBytesDividedBy255InAnyOrderFromMemoryAndFromFiles(uint count, uint size)
    {
        using var folder = new TemporaryFolder();
        byte[] inputs = Idx.Counting(count, size, 1);
        byte[] labels = Idx.Counting(count);
        File.WriteAllBytes(folder["inputs"], inputs);
        File.WriteAllBytes(folder["labels"], labels);
        int[] rows = [.. Enumerable.Range(0, (int)count).Reverse(), .. Enumerable.Range(0, (int)count), 0, 0];
        using var memory = IdxExamples.Read(folder["inputs"], folder["labels"]);
        using var file = IdxExamples.Open(folder["inputs"], folder["labels"]);
        foreach (IdxExamples examples in new[] { memory, file })
        {
            Assert.Equal(((int)count, (int)size, 0), (examples.Count, examples.InputSize, examples.TargetSize));
            Assert.Equal([(int)size, 1], examples.InputShape.ToArray());
            float[] numbers = new float[rows.Length * (int)size];
            int[] classes = new int[rows.Length];
            examples.Read(rows, numbers, [], classes);
            Assert.Equal(rows.SelectMany(row => inputs.Skip(16 + row * (int)size).Take((int)size)).Select(value => value / 255f), numbers);
            Assert.Equal(rows.Select(row => (int)labels[8 + row]), classes);
        }
    }

    [Fact]
    public void EveryByteBecomesItsExact255thPart()
    {
        byte[] bytes = Idx.Counting(1, 256);
        var examples = new IdxExamples(IdxFile.Read(bytes), IdxFile.Read(Idx.Counting(1)));
        float[] numbers = new float[256];
        examples.Read([0], numbers, [], new int[1]);
        Assert.Equal(Enumerable.Range(0, 256).Select(value => value / 255f), numbers);
    }

    [Fact]
    public void TheLargestLabelIsFoundWithItsFirstRow()
    {
        byte[] labels = [.. Enumerable.Repeat((byte)3, 70_000)];
        labels[69_000] = 11;
        labels[69_999] = 11;
        var examples = new IdxExamples(IdxFile.Read(Idx.Of(0x08, [70_000], labels)), IdxFile.Read(Idx.Of(0x08, [70_000], labels)));
        Assert.Equal((11, 69_000), examples.LargestLabel());
    }

    [Fact]
    public void FilesThatDoNotFitTogetherAreNamed()
    {
        var images = IdxFile.Read(Idx.Counting(3, 2), "images");
        string message = Assert.Throws<InvalidDataException>(() => new IdxExamples(images, IdxFile.Read(Idx.Counting(4), "labels"))).Message;
        Assert.Equal("labels: expected one axis of 3 labels, as many as the rows of images; found 4.", message);
        Assert.Throws<InvalidDataException>(() => new IdxExamples(images, IdxFile.Read(Idx.Counting(3, 1))));
    }

    [Fact]
    public void RowsAndLengthsThatDoNotFitAreRefused()
    {
        var examples = new IdxExamples(IdxFile.Read(Idx.Counting(3, 2)), IdxFile.Read(Idx.Counting(3)));
        Assert.Contains("rows[1] is 3; expected 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => examples.Read([0, 3], new float[4], [], new int[2])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => examples.Read([-1], new float[2], [], new int[1]));
        Assert.Throws<ArgumentException>(() => examples.Read([0], new float[3], [], new int[1]));
        Assert.Throws<ArgumentException>(() => examples.Read([0], new float[2], [], new int[2]));
        Assert.Throws<ArgumentException>(() => examples.Read([0], new float[2], new float[1], new int[1]));
    }

    [Fact]
    public void OpeningRefusesPackedTruncatedAndLengthenedFiles()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["labels"], Idx.Counting(3));
        Assert.Contains("expected a plain file", Refusal(Idx.Gzip(Idx.Counting(3, 2))));
        Assert.Contains("= 6 bytes after the header, found 5", Refusal(Idx.Counting(3, 2)[..^1]));
        Assert.Contains("= 6 bytes after the header, found 7", Refusal([.. Idx.Counting(3, 2), 0]));
        Assert.Contains("found 1", Refusal(Idx.Of(0x08, [uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue], [1])));
        Assert.Contains("as many as the rows", Refusal(Idx.Counting(4, 2)));
        File.Delete(folder["labels"]);

        string Refusal(byte[] inputs)
        {
            File.WriteAllBytes(folder["inputs"], inputs);
            return Assert.Throws<InvalidDataException>(() => IdxExamples.Open(folder["inputs"], folder["labels"])).Message;
        }
    }

    [Fact]
    public void AFileThatShrinksWhileItIsOpenIsAnError()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["inputs"], Idx.Counting(100, 100));
        File.WriteAllBytes(folder["labels"], Idx.Counting(100));
        using var examples = IdxExamples.Open(folder["inputs"], folder["labels"]);
        using (var file = new FileStream(folder["inputs"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(5000);
        }

        Assert.Contains("shorter", Assert.Throws<InvalidDataException>(() => examples.Read([99], new float[100], [], new int[1])).Message);
    }

    [Fact]
    public void ManyThreadsReadTheSameFiles()
    {
        using var folder = new TemporaryFolder();
        byte[] inputs = Idx.Counting(1009, 37);
        File.WriteAllBytes(folder["inputs"], inputs);
        File.WriteAllBytes(folder["labels"], Idx.Counting(1009));
        using var examples = IdxExamples.Open(folder["inputs"], folder["labels"]);
        Parallel.For(0, 2000, index =>
        {
            int row = index * 31 % 1009;
            float[] numbers = new float[37];
            int[] label = new int[1];
            examples.Read([row], numbers, [], label);
            Assert.Equal(row % 256, label[0]);
            Assert.Equal(inputs[12 + row * 37] / 255f, numbers[0]);
            Assert.Equal(inputs[12 + row * 37 + 36] / 255f, numbers[36]);
        });
    }

    [SparseFileFact]
    public void FilesLargerThanMemoryTakeTheMemoryOfTheRowsAskedFor()
    {
        const int Count = 6_000_000;
        using var folder = new TemporaryFolder();
        using (FileStream inputs = File.Create(folder["inputs"]))
        {
            inputs.Write(Idx.Header(0x08, Count, 28, 28));
            inputs.SetLength(16 + Count * 784L);
            inputs.Position = 16 + (Count - 1) * 784L + 783;
            inputs.WriteByte(51);
        }

        using (FileStream labels = File.Create(folder["labels"]))
        {
            labels.Write(Idx.Header(0x08, Count));
            labels.SetLength(8 + Count);
            labels.Position = 8 + Count - 1;
            labels.WriteByte(9);
        }

        float[] numbers = new float[64 * 784];
        int[] classes = new int[64];
        int[] rows = [.. Enumerable.Range(0, 64).Select(row => row * (Count / 64))];
        rows[^1] = Count - 1;
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var examples = IdxExamples.Open(folder["inputs"], folder["labels"]);
        for (int batch = 0; batch < 10; batch++)
        {
            examples.Read(rows, numbers, [], classes);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 18);
        Assert.Equal((Count, 9, 51 / 255f), (examples.Count, classes[^1], numbers[^1]));
        Assert.Equal((9, Count - 1), examples.LargestLabel());
        Assert.Contains("promises 6000000 × 28 × 28 = 4704000000 bytes; at most", Assert.Throws<InvalidDataException>(() => IdxFile.Read(folder["inputs"])).Message);
    }
}

/// <summary>A test that needs a file of 5 GB that takes no room; skipped where the file system cannot have one.</summary>
internal sealed class SparseFileFactAttribute : FactAttribute
{
    public SparseFileFactAttribute()
    {
        using var folder = new TemporaryFolder();
        try
        {
            long free = new DriveInfo(folder.Path).AvailableFreeSpace;
            using FileStream file = File.Create(folder["sparse"]);
            file.SetLength(1L << 30);
            file.Flush(flushToDisk: true);
            long taken = free - new DriveInfo(folder.Path).AvailableFreeSpace;
            Skip = taken < 1L << 29 ? null : "The file system of temporary files has no sparse files: one of 1 GB took its room.";
        }
        catch (IOException exception)
        {
            Skip = $"The file system of temporary files has no sparse files: {exception.Message}";
        }
    }
}
