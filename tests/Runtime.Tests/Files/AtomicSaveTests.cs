using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using NetGen.Files;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

public sealed class AtomicSaveTests
{
    [Fact]
    public void ASaveMakesOneFileOrReplacesIt()
    {
        using var folder = new Folder();
        for (float value = 1; value <= 2; value++)
        {
            Writer(value).Save(folder["w.safetensors"]);
            Assert.Equal(["w.safetensors"], folder.Names);
            Assert.Equal(value, Value(folder["w.safetensors"]));
        }
    }

    [Fact]
    public void APathWithoutAFolderIsInTheCurrentOne()
    {
        string name = $"netgen-{Guid.NewGuid():N}.safetensors";
        try
        {
            Writer(3).Save(name);
            Assert.Equal(3, Value(Path.Combine(Environment.CurrentDirectory, name)));
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Fact]
    public void ALinkWithoutAFolderPointsIntoItsOwn()
    {
        string target = $"netgen-{Guid.NewGuid():N}.safetensors", link = target + ".link", linkOfLink = link + ".link";
        try
        {
            Writer(1).Save(target);
            File.CreateSymbolicLink(link, target);
            File.CreateSymbolicLink(linkOfLink, link);
            Writer(2).Save(linkOfLink);
            Assert.Equal(2, Value(target));
            Assert.Equal(link, new FileInfo(linkOfLink).LinkTarget);
        }
        finally
        {
            Array.ForEach([target, link, linkOfLink], File.Delete);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void AFullDiskLeavesTheOldFileAndNothingElse(int written)
    {
        using var folder = new Folder();
        Writer(1).Save(folder["w.safetensors"]);
        byte[] before = File.ReadAllBytes(folder["w.safetensors"]);
        IOException full = Assert.Throws<IOException>(() => AtomicFile.Save(folder["w.safetensors"], stream =>
        {
            stream.Write(new byte[written]);
            stream.Flush();
            Assert.Equal(2, folder.Names.Length);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("The disk is full.", full.Message);
        Assert.Equal(["w.safetensors"], folder.Names);
        Assert.Equal(before, File.ReadAllBytes(folder["w.safetensors"]));
    }

    [Fact]
    public void TheTargetIsTheOldFileUntilTheNewOneIsWhole()
    {
        using var folder = new Folder();
        Writer(1).Save(folder["w.safetensors"]);
        AtomicFile.Save(folder["w.safetensors"], stream =>
        {
            Writer(2).Write(stream);
            stream.Flush();
            Assert.Equal(1, Value(folder["w.safetensors"]));
            Assert.All(folder.Names, name => Assert.StartsWith("w.safetensors", name));
        });
        Assert.Equal(2, Value(folder["w.safetensors"]));
    }

    [Fact]
    public void AFolderIsNoTarget()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["sub"]);
        foreach (string path in (string[])[folder["sub"], folder["sub"] + Path.DirectorySeparatorChar, folder[""]])
        {
            Assert.Equal($"Cannot save to {path}: it is a folder; expected the path of a file.", Assert.Throws<IOException>(() => Writer(1).Save(path)).Message);
        }

        Assert.Equal(["sub"], folder.Names);
    }

    [Fact]
    public void AMissingFolderIsNamed()
    {
        using var folder = new Folder();
        string path = Path.Combine(folder["absent"], "w.safetensors");
        Assert.Equal($"Cannot save to {path}: there is no folder {folder["absent"]}; make it first.", Assert.Throws<DirectoryNotFoundException>(() => Writer(1).Save(path)).Message);
        Assert.Throws<ArgumentException>(() => Writer(1).Save(""));
    }

    [LinuxFact]
    public void AFolderThatTakesNoFilesIsNamed()
    {
        IOException refused = Assert.Throws<IOException>(() => Writer(1).Save("/proc/self/w.safetensors"));
        Assert.StartsWith("Cannot save to /proc/self/w.safetensors: no file can be made in /proc/self: ", refused.Message);
    }

    [Fact]
    public void AFailedMoveLeavesNothingBehind()
    {
        using var folder = new Folder();
        Assert.ThrowsAny<IOException>(() => AtomicFile.Save(folder["w"], _ => Directory.CreateDirectory(folder["w"])));
        Assert.Equal(["w"], folder.Names);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void TheModeOfTheOldFileIsKeptBeforeAnythingIsWritten()
    {
        using var folder = new Folder();
        Writer(1).Save(folder["w"]);
        UnixFileMode[] modes =
        [
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            UnixFileMode.UserRead | UnixFileMode.GroupRead,

            // What the process masks of new files is kept too.
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite,
        ];
        foreach (UnixFileMode mode in modes)
        {
            File.SetUnixFileMode(folder["w"], mode);
            AtomicFile.Save(folder["w"], stream =>
            {
                Assert.Equal(0, stream.Length);
                Assert.All(folder.Names, name => Assert.Equal(mode, File.GetUnixFileMode(folder[name])));
                Writer(2).Write(stream);
            });
            Assert.Equal(mode, File.GetUnixFileMode(folder["w"]));
            Assert.Equal(2, Value(folder["w"]));
        }
    }

    [Fact]
    public void SavesAtOnceLeaveOneOfThemWhole()
    {
        using var folder = new Folder();
        Enumerable.Range(0, 40).AsParallel().WithDegreeOfParallelism(4).ForAll(value => Writer(value).Save(folder["w.safetensors"]));
        Assert.Equal(["w.safetensors"], folder.Names);
        Assert.InRange(Value(folder["w.safetensors"]), 0, 39);
    }

    private static TensorFileWriter Writer(float value)
    {
        var writer = new TensorFileWriter();
        writer.Add<float>("w", [1], [value]);
        return writer;
    }

    private static float Value(string path)
    {
        float[] value = new float[1];
        TensorFile.Read(path).CopyTo<float>("w", value);
        return value[0];
    }
}

/// <summary>A test of a folder that refuses files even to an administrator, which Linux has.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "There is no folder here that refuses files to everybody; Linux has /proc/self.";
}

/// <summary>A test of files that have modes, which Windows has not.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Files have no modes here." : null;
}
