using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace NetGen.Package.Tests;

/// <summary>
/// The packages, packed once, and a place where users' projects find it: a feed of its own, and a cache that has never
/// seen it. Everything else comes from where this machine always takes it.
/// </summary>
public sealed class PackageFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly IMessageSink messages;

    public PackageFixture(IMessageSink messages)
    {
        this.messages = messages;
        Version = "0.0.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        Pack("first");
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="under-test" value="{folder["first", "feed"]}" />
              </packageSources>
              <fallbackPackageFolders>
                {(Directory.Exists(MachineCache) ? $"<add key=\"machine\" value=\"{MachineCache}\" />" : "")}
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>A version that no other feed or cache has.</summary>
    public string Version { get; }

    public string PackagePath => folder["first", "feed", $"NetGen.{Version}.nupkg"];

    public string SymbolsPath => folder["first", "feed", $"NetGen.{Version}.snupkg"];

    public string ReportPackagePath => folder["first", "feed", $"NetGen.Report.{Version}.nupkg"];

    public string ReportSymbolsPath => folder["first", "feed", $"NetGen.Report.{Version}.snupkg"];

    /// <summary>Packs in an output folder of its own, so that no build beside the tests is disturbed.</summary>
    /// <returns>The folder of the packages.</returns>
    public string Pack(string name)
    {
        foreach (string project in (string[])["Runtime", "Report"])
        {
            Command.Dotnet(
                Repository.Root, "pack", Path.Combine("src", project), "-c", "Release", "--artifacts-path", folder[name],
                "-o", folder[name, "feed"], $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", $"-p:PathMap={folder[name]}=/_output/", "-tl:off").Succeeded();
        }

        return folder[name, "feed"];
    }

    /// <summary>Makes a copy of one of the users' projects.</summary>
    internal UserProject Project(string name)
    {
        string target = folder["users", name];
        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Users", name)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }

        return new UserProject(target, new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = folder["cache"],
            ["NetGenVersion"] = Version,
        });
    }

    /// <summary>Says something in the output of the test run.</summary>
    public void Say(string text) => messages.OnMessage(new DiagnosticMessage(text));

    public void Dispose() => folder.Dispose();

    private static string MachineCache =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFixture>
{
    public const string Name = "Package";
}
