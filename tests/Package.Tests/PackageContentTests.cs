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
    public void The_package_of_reports_holds_these_files_and_no_others() => Assert.Equal(
        [
            "NetGen.Report.nuspec",
            "README.md",
            "icon.png",
            "lib/net10.0/NetGen.Report.dll",
            "lib/net10.0/NetGen.Report.xml",
            "lib/net9.0/NetGen.Report.dll",
            "lib/net9.0/NetGen.Report.xml",
            "third-party/uPlot/LICENSE",
            "third-party/uPlot/README.md",
        ],
        Entries(package.ReportPackagePath));

    [Fact]
    public void The_symbols_package_of_reports_holds_its_symbols() => Assert.Equal(
        ["NetGen.Report.nuspec", "lib/net10.0/NetGen.Report.pdb", "lib/net9.0/NetGen.Report.pdb"],
        Entries(package.ReportSymbolsPath));

    [Fact]
    public void The_package_states_its_licence_readme_and_icon_and_depends_on_nothing() =>
        Assert.Empty(Dependencies(package.PackagePath, "NetGen"));

    [Fact]
    public void The_package_of_reports_states_the_same_and_depends_on_the_first_alone() => Assert.Equal(
        [("NetGen", package.Version, "All"), ("NetGen", package.Version, "All")],
        Dependencies(package.ReportPackagePath, "NetGen.Report"));

    [Fact]
    public void Packing_in_another_folder_gives_the_same_bytes()
    {
        string folder = package.Pack("second");
        foreach (string path in (string[])[package.PackagePath, package.ReportPackagePath])
        {
            string second = Path.Combine(folder, Path.GetFileName(path));
            foreach (string entry in Entries(path).Where(entry => entry.EndsWith(".dll")))
            {
                Assert.True(Bytes(path, entry).SequenceEqual(Bytes(second, entry)), $"{entry} differs");
            }
        }
    }

    /// <summary>What a package depends on, for each framework, when it states the rest.</summary>
    private (string Id, string Version, string? Include)[] Dependencies(string path, string id)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream stream = archive.GetEntry($"{id}.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal(id, Value("id"));
        Assert.Equal(package.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        return [.. metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => ((string)element.Attribute("id")!, (string)element.Attribute("version")!, (string?)element.Attribute("include")))];
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
