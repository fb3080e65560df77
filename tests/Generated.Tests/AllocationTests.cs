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
    [Fact]
    public void WarmCallsAllocateNothingOnAnyThread()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Generated.Tests", "Allocation", "bin", Repository.Configuration, "net10.0");
        CommandResult program = Command.Dotnet(folder, "exec", "NetGen.Generated.Allocation.dll").Succeeded();
        output.WriteLine(program.Output);
        (long Bytes, string Call)[] measured = [.. program.OutputLines.Select(line => line.Split(' ', 2)).Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))];

        (long seen, _) = measured.Single(line => line.Call.StartsWith("control: "));
        Assert.True(seen >= 1000, $"Ten arrays of 100 bytes were measured as {seen} bytes.");
        Assert.Equal(6 * 8 + 2, measured.Length - 1);
        Assert.All(measured.Where(line => !line.Call.StartsWith("control: ")), line => Assert.True(line.Bytes == 0, $"{line.Bytes} bytes in ten calls: {line.Call}"));
    }
}
