using NetGen.Checking;
using Xunit;

namespace NetGen.Runtime.Tests.Checking;

public sealed class ComparisonTests
{
    [Fact]
    public void The_worst_number_is_named_with_its_bound()
    {
        Comparison comparison = new("claim");
        comparison.Add(new Bounded(1, 1e-3), 1.0005f, () => "first");
        comparison.Add(new Bounded(2, 1e-3), 2.0009f, () => "second");
        ProofFinding finding = comparison.Finding();
        Assert.True(finding.Holds);
        Assert.Contains("at second; the largest is 2", finding.Detail);
        Assert.Equal(0.9, finding.Share!.Value, 0.001);
    }

    [Fact]
    public void A_bound_above_every_number_is_said_to_say_little()
    {
        Comparison comparison = new("claim");
        comparison.Add(new Bounded(0.5, 2), 1, () => "here");
        Assert.Contains("says little", comparison.Finding().Detail);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1.0011f)]
    public void What_lies_outside_fails(float number)
    {
        Comparison comparison = new("claim");
        comparison.Add(new Bounded(1, 1e-3), 1, () => "right");
        comparison.Add(new Bounded(1, 1e-3), number, () => "wrong");
        ProofFinding finding = comparison.Finding();
        Assert.False(finding.Holds);
        Assert.StartsWith("1 of 2 outside their bounds; the worst, wrong,", finding.Detail);
    }

    [Fact]
    public void An_exact_reference_allows_no_error()
    {
        Comparison comparison = new("claim");
        comparison.Add(new Bounded(0, 0), 1e-20f, () => "here");
        Assert.False(comparison.Finding().Holds);
    }
}
