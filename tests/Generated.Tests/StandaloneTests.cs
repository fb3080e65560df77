using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests;

/// <summary>Compiled networks in a process of their own: a test host allocates too, and has one width of vectors.</summary>
public sealed class StandaloneTests(ITestOutputHelper output)
{
    private const int Networks = 8;
    private const int CallsOfEach = 11;
    private const int CallsByLabel = 2;
    private const int NumbersOfThreads = 2;

    [Fact]
    public void WarmCallsAllocateNothingOnAnyThread()
    {
        (long Bytes, string Call)[] measured =
            [.. Run("allocation").Select(line => line.Split(' ', 2)).Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))];

        (long seen, string control) = measured[0];
        Assert.StartsWith("control: ", control);
        Assert.True(seen >= 1000, $"Ten arrays of 100 bytes were measured as {seen} bytes.");
        Assert.Equal(((Networks * CallsOfEach) + CallsByLabel) * NumbersOfThreads, measured.Length - 1);
        Assert.All(measured[1..], line => Assert.True(line.Bytes == 0, $"{line.Bytes} bytes in ten calls: {line.Call}"));
    }

    [Fact]
    public void AHundredLayersAreCompiledAtTheirBestOnceAndForAllWithEverythingInlinedThatAsksToBe()
    {
        string[] lines = Run("steps");
        Assert.Equal(10, lines.Count(line => line.StartsWith("time of call ")));
        if (Repository.Configuration != "Release")
        {
            output.WriteLine("A debug build: the JIT optimizes nothing of it.");
            return;
        }

        // 2: optimized at once. Too many variables or too large a method would be 1, or inlining that stopped.
        string[] passes = [.. lines.Where(line => Regex.IsMatch(line, @"^tier \d Compiled\.(Wide|Lanes\d|Portable)\."))];
        Assert.Contains(passes, line => line.EndsWith(".Predict2"));
        Assert.Contains(passes, line => line.EndsWith(".TrainBackward2"));
        Assert.All(passes, line => Assert.StartsWith("tier 2 ", line));
        Assert.All(lines.Where(line => Regex.IsMatch(line, @"^tier \d NetGen\.Kernels\.(DenseKernels|Strip|Tile)\.\w+$")), line => Assert.True(line.StartsWith("tier 2 "), line));
        string[] refused = [.. lines.Where(line => Regex.IsMatch(line, @"^not inlined Compiled\.(Wide|Lanes\d|Portable)\."))];
        Assert.DoesNotContain(refused, line => line.EndsWith("too many locals") || line.Contains("budget") || line.Contains(": NetGen.Kernels.VectorMath."));
    }

    [Fact]
    public void TheSameSeedLearnsTheSameBitsInEveryProcess()
    {
        string[] hashes = [.. Run("proof").Where(line => line.StartsWith("hash "))];

        Assert.Equal(Networks, hashes.Length);
        Assert.Equal(hashes, Run("proof").Where(line => line.StartsWith("hash ")));
    }

    [Fact]
    public void TheSameSeedLearnsTheSameBitsWithEveryNumberOfThreads() => HaveOneHash(Run("threads"));

    [OneCoreFact]
    public void FourThreadsOnOneCoreLearnTheSameBits()
    {
        string[] lines = Run("threads", core: 0);

        Assert.Equal("1 cores", lines[0]);
        HaveOneHash(lines);
    }

    [Fact]
    public void ATrainingThatIsKilledTwentyTimesEndsWithTheBitsOfOneThatNeverWas()
    {
        using var folder = new TemporaryFolder();
        string whole = Run("train", arguments: [folder["whole"]])[^1];
        var random = new Random(20);
        int epoch = 0;
        for (int kill = 0; kill < 20; kill++)
        {
            // Somewhere within the epochs after one that it is known to have saved: between two files, or while one is written.
            int last = epoch + random.Next(1, 15);
            using Process process = Start("train", [folder["killed"], "paced"]);
            while (epoch < last)
            {
                string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The training ended by itself, with exit code {process.ExitCode}, after epoch {epoch}.");
                int saved = int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
                Assert.True(saved > epoch, $"epoch {saved} was trained again after {epoch}");
                epoch = saved;
                process.StandardInput.WriteLine();
                process.StandardInput.Flush();
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(random.NextDouble() * 2));
            process.Kill();
            process.WaitForExit();
        }

        string[] rest = Run("train", arguments: [folder["killed"]]);
        Assert.InRange(rest.Length, 2, 400 - epoch + 1);
        Assert.EndsWith(" after 400 epochs, 8800 steps", whole);
        Assert.Equal(whole, rest[^1]);
    }

    [Fact]
    public void NetworksHoldWhereVectorsAreNarrow()
    {
        string[] lines = Run("proof", ("DOTNET_EnableAVX2", "0"));

        Assert.StartsWith(RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64 ? "width 4 without" : "width", lines[0]);
    }

    [Fact]
    public void NetworksHoldWhereVectorsAreAsWideAsTheyGet()
    {
        string[] lines = Run("proof", ("DOTNET_MaxVectorTBitWidth", "512"));

        Assert.StartsWith(lines[0].EndsWith("with Vector512") ? "width 16" : "width", lines[0]);
    }

    [Fact]
    public void NetworksHoldWithoutVector512() => Assert.EndsWith("without Vector512", Run("proof", ("DOTNET_EnableAVX512", "0"))[0]);

    private static void HaveOneHash(string[] lines) => Assert.Equal(
        [("Digits", 3, 1), ("Wide", 3, 1)],
        lines[1..].Select(line => line.Split(' ')).GroupBy(words => words[0], words => words[1]).Select(hashes => (hashes.Key, hashes.Count(), hashes.Distinct().Count())));

    /// <summary>Runs the program; it fails where a proof does.</summary>
    private string[] Run(string command, (string Name, string Value)? variable = null, string[]? arguments = null, int? core = null)
    {
        using Process process = Start(command, arguments ?? [], variable, core);
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.WriteLine(text);
        Assert.True(process.ExitCode == 0, text);
        return text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    private static Process Start(string command, string[] arguments, (string Name, string Value)? variable = null, int? core = null)
    {
        string folder = Path.Combine(Repository.Root, "tests", "Generated.Tests", "Standalone", "bin", Repository.Configuration, "net10.0");
        string[] call = [.. core is int one ? ["taskset", "-c", $"{one}"] : Array.Empty<string>(), "dotnet", "exec", Path.Combine(folder, "NetGen.Generated.Standalone.dll"), command, .. arguments];
        var start = new ProcessStartInfo(call[0], call[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (variable is (string name, string value))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>A test that keeps a process to one core.</summary>
internal sealed class OneCoreFactAttribute : FactAttribute
{
    public OneCoreFactAttribute() => Skip = Programs.Find("taskset") is null ? "taskset is not on the path" : null;
}
