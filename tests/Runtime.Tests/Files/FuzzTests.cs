using System.Linq;
using NetGen.Fuzz;
using Xunit;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Files made at random and broken on purpose; <c>tests/Fuzz</c> does the same with millions.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("tensors", 30)]
    [InlineData("network", 40)]
    [InlineData("idx", 10)]
    public void WrongFilesAreRefusedAndNothingElseHappens(string reader, int kinds)
    {
        Tally tally = new FuzzRun(Readers.Named(reader), seed: 2).Run(20_000);
        Assert.Empty(tally.Failures.Select(failure => $"{failure.Key} (--reader {reader} --seed 2 --only {failure.Value.First})"));
        Assert.Equal(20_000, tally.Count);
        Assert.True(tally.Fine > 1000, $"only {tally.Fine} files were read");
        Assert.True(tally.Refused.Count >= kinds, $"only {tally.Refused.Count} kinds of refusal:\n{string.Join("\n", tally.Refused.Keys)}");
    }
}
