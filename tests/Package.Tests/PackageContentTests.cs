using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace NetGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackageFixture package)
{
    [Fact]
    public void The_package_holds_these_files_and_no_others() => Assert.Equal(
        [
            "NetGen.nuspec",
            "README.md",
            "analyzers/dotnet/cs/NetGen.Generator.dll",
            "build/NetGen.props",
            "buildTransitive/NetGen.props",
            "icon.png",
            "lib/net10.0/NetGen.Attributes.dll",
            "lib/net10.0/NetGen.Attributes.xml",
            "lib/net10.0/NetGen.Runtime.dll",
            "lib/net10.0/NetGen.Runtime.xml",
            "lib/net9.0/NetGen.Attributes.dll",
            "lib/net9.0/NetGen.Attributes.xml",
            "lib/net9.0/NetGen.Runtime.dll",
            "lib/net9.0/NetGen.Runtime.xml",
        ],
        Entries(package.PackagePath));

    [Fact]
    public void The_symbols_package_holds_the_symbols_of_both_libraries() => Assert.Equal(
        [
            "NetGen.nuspec",
            "lib/net10.0/NetGen.Attributes.pdb",
            "lib/net10.0/NetGen.Runtime.pdb",
            "lib/net9.0/NetGen.Attributes.pdb",
            "lib/net9.0/NetGen.Runtime.pdb",
        ],
        Entries(package.SymbolsPath));

    [Fact]
    public void The_package_states_its_licence_readme_and_icon_and_depends_on_nothing()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using Stream stream = archive.GetEntry("NetGen.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("NetGen", Value("id"));
        Assert.Equal(package.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Packing_in_another_folder_gives_the_same_bytes()
    {
        string second = Path.Combine(package.Pack("second"), Path.GetFileName(package.PackagePath));
        foreach (string entry in Entries(package.PackagePath).Where(entry => entry.EndsWith(".dll")))
        {
            Assert.True(Bytes(package.PackagePath, entry).SequenceEqual(Bytes(second, entry)), $"{entry} differs");
        }
    }

    // Without the parts that every package has for its container format, one of them with a random name.
    private static string[] Entries(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/") && !name.StartsWith("package/") && name != "[Content_Types].xml")
            .Order(System.StringComparer.Ordinal)];
    }

    private static byte[] Bytes(string path, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
