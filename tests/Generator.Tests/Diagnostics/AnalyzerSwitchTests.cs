using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The generator speaks exactly where the build leaves analyzers out.</summary>
public sealed class AnalyzerSwitchTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", "", false)]
    [InlineData("true", null, false)]
    [InlineData("false", null, true)]
    [InlineData("False", null, true)]
    [InlineData(null, "false", true)]
    [InlineData("", " false ", true)]
    [InlineData("true", "false", false)]
    [InlineData("false", "true", true)]
    public void The_two_properties_count_as_they_do_for_the_compiler(string? run, string? runDuringBuild, bool speaks)
    {
        (string Name, string Value)[] properties =
            [.. new[] { ("RunAnalyzers", run), ("RunAnalyzersDuringBuild", runDuringBuild) }.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!))];
        GeneratorDriverRunResult result = Host.Run(Host.Compile("using NetGen; [Network, Input(2), Dense(0)] partial class Net;"), properties);
        Assert.Equal(speaks ? ["NETG101"] : [], result.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_class_with_several_attributes_and_parts_is_spoken_of_once()
    {
        const string Source = "using NetGen; [Dense(2), Dropout(2)] partial class Net; [Input(2), Loss(Loss.MeanSquaredError)] partial class Net;";
        Assert.Equal("NETG004", Assert.Single(Host.Run(Host.Compile(Source), ("RunAnalyzers", "false")).Diagnostics).Id);
        Assert.Equal("NETG004", Assert.Single(Host.Analyze(Host.Compile(Source))).Id);
    }
}
