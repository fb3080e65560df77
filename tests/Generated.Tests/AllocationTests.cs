using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests;

/// <summary>Counted over all threads of a process of its own, for a test host allocates too.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const int Networks = 6;
    private const int CallsOfEach = 8;
    private const int CallsByLabel = 2;

    [Fact]
    public void WarmCallsAllocateNothingOnAnyThread()
    {
        string[] lines = Run(Path.Combine(Repository.Root, "tests", "Generated.Tests", "Allocation", "bin", Repository.Configuration, "net10.0", "NetGen.Generated.Allocation.dll"));
        (long Bytes, string Call)[] measured = [.. lines.Select(line => line.Split(' ', 2)).Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))];

        (long seen, string control) = measured[0];
        Assert.StartsWith("control: ", control);
        Assert.True(seen >= 1000, $"Ten arrays of 100 bytes were measured as {seen} bytes.");
        Assert.Equal(Networks * CallsOfEach + CallsByLabel, measured.Length - 1);
        Assert.All(measured[1..], line => Assert.True(line.Bytes == 0, $"{line.Bytes} bytes in ten calls: {line.Call}"));
    }

    private string[] Run(string program)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program]) { RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.WriteLine(text);
        Assert.Equal(0, process.ExitCode);
        return text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
