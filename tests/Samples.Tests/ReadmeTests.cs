using System;
using System.IO;
using System.Linq;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests;

public sealed class ReadmeTests
{
    /// <summary>The lines of the README that are commands to try.</summary>
    public static string[] Commands { get; } =
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "README.md")).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal))];

    [Fact]
    public void There_is_one_command_to_see_a_network_learn_and_one_to_prove_it() =>
        Assert.Equal(["dotnet run -c Release --project samples/Digits", "dotnet test -c Release"], Commands);
}
