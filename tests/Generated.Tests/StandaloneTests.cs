using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;
using System.Threading;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests;

/// <summary>Compiled networks in a process of their own: a test host allocates too, and has one width of vectors.</summary>
public sealed class StandaloneTests(ITestOutputHelper output)
{
    private const int Networks = 33;
    private const int Streams = 2;
    private const int CallsOfEach = 14;
    private const int CallsByLabel = 6;
    private const int NumbersOfThreads = 2;

    [Fact]
    public void WarmCallsAllocateNothingOnAnyThread()
    {
        (long Bytes, string Call)[] measured =
            [.. Run("allocation").Select(line => line.Split(' ', 2)).Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))];

        (long seen, string control) = measured[0];
        Assert.StartsWith("control: ", control);
        Assert.True(seen >= 200, $"Two arrays of 100 bytes were measured as {seen} bytes.");
        Assert.Equal(((Networks * CallsOfEach) + Streams + CallsByLabel) * NumbersOfThreads, measured.Length - 1);
        Assert.All(measured[1..], line => Assert.True(line.Bytes == 0, $"{line.Bytes} bytes in two calls: {line.Call}"));
    }

    [Fact]
    public void TheNetworksHoldEveryLayerActivationAndLoss()
    {
        string[] lines = Run("kinds");

        IEnumerable<string> layers = typeof(LayerDescription).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerDescription)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(
            [$"layers: {InOrder(layers)}", $"activations: {InOrder(Enum.GetNames<Activation>())}", $"losses: {InOrder(Enum.GetNames<Loss>())}"], lines);

        static string InOrder(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
    }

    [TracedFact]
    public void AThreadThatPredictsRowsOneByOneCallsTheSystemForNothing()
    {
        const int Rows = 1_000_000;
        using var folder = new TemporaryFolder();

        // Without -f the trace is of the first thread alone: the one that predicts.
        Run("predict", arguments: [$"{Rows}"], before: ["strace", "-o", folder["trace"]]);

        string[] trace = File.ReadAllLines(folder["trace"]);
        Assert.NotEmpty(Between(trace, "control"));
        foreach (string network in (string[])["Digits", "Small", "Tiny"])
        {
            string[] calls = Between(trace, network);
            output.WriteLine($"{network}: {calls.Length} system calls in {Rows} predictions");
            Assert.Empty(calls);
        }

        static string[] Between(string[] trace, string name)
        {
            int begin = Array.FindIndex(trace, line => line.Contains($"\"begin {name}\\n\""));
            int end = Array.FindIndex(trace, line => line.Contains($"\"end {name}, "));
            Assert.True(begin >= 0 && end > begin, $"{name} is not in the trace.");
            return trace[(begin + 1)..end];
        }
    }

    [Fact]
    public void ThreadsThatPredictWithOneNetworkNeverWaitForALock()
    {
        (int Waits, string Network)[] counted = [.. Run("contention").Select(line => line.Split(' ', 2)).Select(parts => (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))];

        Assert.StartsWith("control: ", counted[0].Network);
        Assert.True(counted[0].Waits > 0, "Nobody waited for a lock that everybody takes.");
        Assert.Equal(4, counted.Length);
        Assert.All(counted[1..], line => Assert.True(line.Waits == 0, $"{line.Waits} {line.Network}"));
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
        Assert.Contains(passes, line => line.EndsWith(".Product1"));
        Assert.Contains(passes, line => line.EndsWith(".TrainBackward2"));
        Assert.All(passes, line => Assert.StartsWith("tier 2 ", line));
        Assert.All(lines.Where(line => Regex.IsMatch(line, @"^tier \d NetGen\.Kernels\.(DenseKernels|Strip|Tile)\.\w+$")), line => Assert.True(line.StartsWith("tier 2 "), line));
        string[] refused = [.. lines.Where(line => Regex.IsMatch(line, @"^not inlined Compiled\.(Wide|Lanes\d|Portable)\."))];
        Assert.DoesNotContain(refused, line => line.EndsWith("too many locals") || line.Contains("budget") || line.Contains(": NetGen.Kernels.VectorMath."));
    }

    [Fact]
    public void TheSameSeedLearnsTheSameBitsInEveryProcess()
    {
        string[] hashes = Run("hashes");

        Assert.Equal(Networks - Streams, hashes.Length);
        Assert.Equal(hashes, Run("hashes"));
    }

    [Fact]
    public void TheSameSeedLearnsTheSameBitsWithEveryNumberOfThreads() => HaveOneHash(Run("threads"));

    [OneCoreFact]
    public void FourThreadsOnOneCoreLearnTheSameBits()
    {
        string[] lines = Run("threads", before: ["taskset", "-c", "0"]);

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
    public void NetworksHoldWithoutFma() => Hold(IsX64 ? "width 4 without FMA, without Vector512" : "width 4", ("DOTNET_EnableAVX2", "0"));

    [Fact]
    public void NetworksHoldWhereVectorsAreNarrow() =>
        Hold(IsX64 ? $"width 4 {(Fma.IsSupported ? "with" : "without")} FMA, without Vector512" : "width 4", ("DOTNET_EnableAVX512", "0"), ("DOTNET_MaxVectorTBitWidth", "128"));

    [Fact]
    public void NetworksHoldWithoutVector512() => Hold(
        $"width {Math.Min(8, Vector<float>.Count)} {(Width.IsFused ? "with" : "without")} FMA, without Vector512", ("DOTNET_EnableAVX512", "0"));

    [Fact]
    public void NetworksHoldWhereVectorsAreAsWideAsTheyGet()
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            output.WriteLine("There is no Vector512 here: that they hold without it says as much.");
            return;
        }

        Hold("width 16 with FMA, with Vector512", ("DOTNET_MaxVectorTBitWidth", "512"));
    }

    private static bool IsX64 => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Every network is proved, and learns the same with several threads, at the width asked for.</summary>
    private void Hold(string width, params (string Name, string Value)[] variables)
    {
        string[] lines = Run("proof", variables);

        Assert.StartsWith(width, lines[0]);
        Assert.Equal(Networks - Streams, lines.Count(line => line == "4 threads the same"));
    }

    private static void HaveOneHash(string[] lines) => Assert.Equal(
        [("Digits", 3, 1), ("Wide", 3, 1)],
        lines[1..].Select(line => line.Split(' ')).GroupBy(words => words[0], words => words[1]).Select(hashes => (hashes.Key, hashes.Count(), hashes.Distinct().Count())));

    /// <summary>Runs the program; it fails where a proof does.</summary>
    private string[] Run(string command, (string Name, string Value)[]? variables = null, string[]? arguments = null, string[]? before = null)
    {
        using Process process = Start(command, arguments ?? [], variables, before);
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.WriteLine(text);
        Assert.True(process.ExitCode == 0, text);
        return text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    private static Process Start(string command, string[] arguments, (string Name, string Value)[]? variables = null, string[]? before = null)
    {
        string folder = Path.Combine(Repository.Root, "tests", "Generated.Tests", "Standalone", "bin", Repository.Configuration, "net10.0");
        string[] call = [.. before ?? [], "dotnet", "exec", Path.Combine(folder, "NetGen.Generated.Standalone.dll"), command, .. arguments];
        var start = new ProcessStartInfo(call[0], call[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in variables ?? [])
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

/// <summary>A test that traces a process.</summary>
internal sealed class TracedFactAttribute : FactAttribute
{
    public TracedFactAttribute() => Skip = Reason();

    private static string? Reason()
    {
        if (Programs.Find("strace") is null)
        {
            return "strace is not on the path";
        }

        CommandResult run = Command.Run(AppContext.BaseDirectory, "strace", "-o", "/dev/null", "true");
        return run.ExitCode == 0 ? null : $"strace cannot trace here: {run.Error.Trim()}";
    }
}
