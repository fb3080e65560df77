using System;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Oracle;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Runtime.Tests.Data;

public sealed class IdxFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void PairsAreRecognisedByContentUnderAnyNames()
    {
        Put("d", Idx.Counting(5, 2, 2));
        Put("c.bin", Idx.Gzip(Idx.Counting(5)));
        Put("b", Idx.Gzip(Idx.Counting(11, 2, 2)));
        Put("a.png", Idx.Counting(11));
        Put("README.md", "hello"u8.ToArray());
        Put("empty", []);
        Put("archive.gz", Idx.Gzip(1, 2, 3));
        Put("broken.gz", [0x1f, 0x8b, 1]);
        var found = IdxFolder.Find(folder.Path);
        Assert.Equal(new IdxPair(folder["b"], folder["a.png"], 11, found.Train.InputShape), found.Train);
        Assert.Equal(new IdxPair(folder["d"], folder["c.bin"], 5, found.Test!.InputShape), found.Test);
        Assert.Equal([2L, 2L], found.Train.InputShape.ToArray());
        Assert.Equal((11, 4), (found.Train.Read().Count, found.Train.Read().InputSize));
    }

    [Fact]
    public void OnePairIsEnough()
    {
        Put("x", Idx.Counting(3, 2));
        Put("y", Idx.Counting(3));
        var found = IdxFolder.Find(folder.Path);
        Assert.Equal(3, found.Train.Count);
        Assert.Null(found.Test);
        using IdxExamples open = found.Train.Open();
        Assert.Equal(2, open.InputSize);
    }

    [Fact]
    public void AFileBesideItsPackedFormCountsOnce()
    {
        Put("images", Idx.Counting(3, 2));
        Put("images.gz", Idx.Gzip(Idx.Counting(3, 2)));
        Put("labels", Idx.Counting(3));
        Put("labels.gz", Idx.Gzip(Idx.Counting(3)));
        Assert.Equal(folder["images"], IdxFolder.Find(folder.Path).Train.Inputs);
    }

    [Fact]
    public void NothingIsSaid() => Assert.EndsWith("found no IDX file.", Refusal());

    [Fact]
    public void WhatIsAmbiguousOrMissingIsListed()
    {
        Put("a", Idx.Counting(3, 2));
        Assert.EndsWith("found inputs 3 × 2 in a.", Refusal());
        Put("b", Idx.Counting(4));
        Assert.EndsWith("found inputs 3 × 2 in a, labels 4 in b.", Refusal());
        Put("c", Idx.Counting(3));
        Assert.Contains("labels 3 in c", Refusal());
        Put("d", Idx.Counting(3, 5));
        Put("b", Idx.Counting(3));
        Assert.Contains("inputs 3 × 5 in d", Refusal());
    }

    [Fact]
    public void TwoPairsOfOneSizeAndThreePairsAreAmbiguous()
    {
        Put("a", Idx.Counting(3, 2));
        Put("b", Idx.Counting(3));
        Put("c", Idx.Counting(4, 2));
        Put("d", Idx.Counting(4));
        Assert.Equal(4, IdxFolder.Find(folder.Path).Train.Count);
        Put("e", Idx.Counting(5, 2));
        Put("f", Idx.Counting(5));
        Refusal();
        Put("e", Idx.Counting(4, 3));
        File.Delete(folder["f"]);
        Refusal();
    }

    [Fact]
    public void TwoInputsForTheSameLabelsAreAmbiguousEvenWhereTheirNumbersMatch()
    {
        Put("a", Idx.Counting(3, 2));
        Put("b", Idx.Counting(3, 5));
        Put("c", Idx.Counting(3));
        Put("d", Idx.Counting(4));
        Assert.EndsWith("found inputs 3 × 2 in a, inputs 3 × 5 in b, labels 3 in c, labels 4 in d.", Refusal());
    }

    [Fact]
    public void AFileThatClaimsToBeIdxAndIsNoneIsNamed()
    {
        Put("train-images-idx3-ubyte", "<html>not found</html>"u8.ToArray());
        Assert.StartsWith("train-images-idx3-ubyte: expected IDX", Refusal());
    }

    [Fact]
    public void IdxOfAnotherTypeIsNamed()
    {
        Put("floats", Idx.Header(0x0D, 3));
        Assert.StartsWith("floats: expected elements of type 0x08", Refusal());
    }

    [SharedOracleFact]
    public void MnistIsRead()
    {
        var found = IdxFolder.Find(Path.Combine(SharedOracle.Folder!, "..", "data", "mnist"));
        IdxExamples[] sets = [found.Train.Read(), found.Test!.Read()];
        Assert.Equal([10_000, 2_000], sets.Select(set => set.Count));
        Assert.All(sets, set => Assert.Equal((784, 9), (set.InputSize, set.LargestLabel().Label)));
    }

    private void Put(string name, byte[] bytes) => File.WriteAllBytes(folder[name], bytes);

    private string Refusal() => Assert.Throws<InvalidDataException>(() => IdxFolder.Find(folder.Path)).Message;
}
