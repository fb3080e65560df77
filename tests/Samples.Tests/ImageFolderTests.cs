using System;
using System.IO;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_larger_pair_trains_whatever_the_files_are_called()
    {
        Write("a", IdxFiles.Labels(4));
        Write("b", IdxFiles.Gzip(IdxFiles.Images(4)));
        Write("c", IdxFiles.Gzip(IdxFiles.Labels(20)));
        Write("d", IdxFiles.Images(20));
        Write("notes.txt", "not data"u8.ToArray());

        (ImageSet train, ImageSet test) = ImageFolder.Read(folder.Path);

        Assert.Equal(("d", 20), (train.Name, train.Count));
        Assert.Equal(("b", 4), (test.Name, test.Count));
        Assert.Equal(3 / 255f, test.Pixels[3 * 784]);
        Assert.Equal([0, 1, 2, 3], test.Labels);
    }

    [Fact]
    public void A_folder_without_data_is_an_error() => Refused("found no IDX file.");

    [Fact]
    public void Labels_that_match_no_images_are_an_error()
    {
        Write("a", IdxFiles.Images(20));
        Write("b", IdxFiles.Labels(20));
        Write("c", IdxFiles.Images(4));
        Write("d", IdxFiles.Labels(5));

        Refused("found 20 images in a, 20 labels in b, 4 images in c, 5 labels in d.");
    }

    [Fact]
    public void Two_pairs_of_one_size_are_an_error()
    {
        Write("a", IdxFiles.Images(4));
        Write("b", IdxFiles.Labels(4));
        Write("c", IdxFiles.Images(4));
        Write("d", IdxFiles.Labels(4));

        Refused("found 4 images in a, 4 labels in b, 4 images in c, 4 labels in d.");
    }

    [Fact]
    public void Images_of_another_size_are_an_error()
    {
        Write("a", IdxFiles.Bytes(0x803, [20, 8, 8], new byte[20 * 64]));
        Write("b", IdxFiles.Labels(20));
        Write("c", IdxFiles.Images(4));
        Write("d", IdxFiles.Labels(4));

        Refused("a: expected images of 28 × 28 pixels, found 8 × 8.");
    }

    [Fact]
    public void A_label_that_is_no_digit_is_an_error()
    {
        Write("a", IdxFiles.Images(20));
        Write("b", IdxFiles.Labels(20));
        Write("c", IdxFiles.Images(2));
        Write("d", IdxFiles.Bytes(0x801, [2], [3, 12]));

        Refused("d: expected labels from 0 to 9, label 1 is 12.");
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(folder[name], bytes);

    private void Refused(string ending) =>
        Assert.EndsWith(ending, Assert.Throws<DataException>(() => ImageFolder.Read(folder.Path)).Message);
}
