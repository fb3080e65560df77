using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>
/// No ARM64 runtime is needed to run a core that allocates nothing: the NativeAOT compiler for x64 also writes ARM64
/// objects, a cross compiler links one with a driver in C, and an emulator runs it.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed partial class Arm64Tests(PackageFixture package)
{
    [Arm64Fact]
    public void The_core_of_a_network_gives_the_same_numbers_on_ARM64_as_on_x64()
    {
        UserProject project = package.Project("Edge");
        project.Build("-c", "Release").Succeeded();
        string data = project.Dotnet(project["bin", "Release", "net9.0", "Edge.dll"]).Succeeded().Output;
        File.WriteAllText(project["data.h"], data);

        project.Dotnet(
            "publish", "-c", "Release", "-r", "linux-x64", "-p:Core=true", "-tl:off",
            $"-p:CppCompilerAndLinker={NativeAotFactAttribute.Linker}").Succeeded();
        string[] x64 = OnX64(project);
        string[] arm64 = OnArm64(project);

        (double Value, double Bound)[] expected = [.. Expected().Matches(data).Select(match => (Number(match.Groups[1].Value), Number(match.Groups[2].Value)))];
        Assert.Equal(3, expected.Length);
        Within(expected, x64);
        Within(expected, arm64);
        package.Say(x64.SequenceEqual(arm64)
            ? "ARM64 under emulation: bit-identical to x64"
            : $"ARM64 under emulation: {string.Join(" ", arm64)}, x64: {string.Join(" ", x64)}, both within the bound of a float sum");
    }

    private static string[] OnX64(UserProject project)
    {
        string library = project["bin", "Release", "net9.0", "linux-x64", "publish", "Edge.so"];
        Command.Run(project.Folder, NativeAotFactAttribute.Linker!, "-O1", "driver.c", library, "-o", "driver-x64").Succeeded();
        return Command.Run(project.Folder, project["driver-x64"]).Succeeded().OutputLines;
    }

    private static string[] OnArm64(UserProject project)
    {
        // The compiler's own response file, with another target.
        string[] response = File.ReadAllLines(project["obj", "Release", "net9.0", "linux-x64", "native", "Edge.ilc.rsp"]);
        string compiler = response.Select(line => CompilerPackage().Match(line)).First(match => match.Success).Groups[1].Value;
        File.WriteAllLines(project["arm64.rsp"], response
            .Where(line => !line.StartsWith("--exportsfile", StringComparison.Ordinal) && !line.StartsWith("--instruction-set", StringComparison.Ordinal))
            .Select(line => line.StartsWith("-o:", StringComparison.Ordinal) ? "-o:arm64.o" : line.Replace("--targetarch:x64", "--targetarch:arm64")));
        Command.Run(project.Folder, Path.Combine(compiler, "tools", "ilc"), "@arm64.rsp").Succeeded();
        Command.Run(
            project.Folder, Arm64FactAttribute.Compiler,
            "-O1", "driver.c", "stubs.c", "arm64.o", "-o", "driver-arm64", "-static", "-Wl,--unresolved-symbols=ignore-all").Succeeded();
        return Command.Run(project.Folder, Arm64FactAttribute.Emulator, project["driver-arm64"]).Succeeded().OutputLines;
    }

    private static void Within((double Value, double Bound)[] expected, string[] lines)
    {
        Assert.Equal(expected.Length, lines.Length);
        foreach (((double value, double bound), string line) in expected.Zip(lines))
        {
            Assert.InRange(Number(line), value - bound, value + bound);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^// expect (\S+) (\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Expected();

    [GeneratedRegex(@"^-*\w*:?(.*runtime\.linux-x64\.microsoft\.dotnet\.ilcompiler[/\\][^/\\]+)[/\\]", RegexOptions.IgnoreCase)]
    private static partial Regex CompilerPackage();
}
