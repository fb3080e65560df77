using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>A network that would learn through a hard threshold is compiled, with a warning that its author can suppress.</summary>
[Trait("Mathematics", "B7")]
public sealed class HardThresholdTests
{
    private const string Stuck = "[Network, Input(4)] [Dense(8, Activation.HardThreshold)] [Dense(1)] [Loss(Loss.MeanSquaredError)] partial class Net;";

    [Theory]
    [InlineData("[Input(4)] [Dense(8, Activation.HardThreshold)] [Dense(1)]")] // nothing is trained
    [InlineData("[Input(4)] [Activate(Activation.HardThreshold)] [Dense(1)] [Loss(Loss.MeanSquaredError)]")] // nothing to learn above
    [InlineData("[Input(4)] [Dropout(0.5)] [Activate(Activation.HardThreshold)] [Dense(1)] [Loss(Loss.MeanSquaredError)]")]
    [InlineData("[Input(4)] [Dense(8, Activation.Sigmoid)] [Activate(Activation.HardThreshold, From = \"input\", Name = \"Bits\")] [Concat(\"Dense1\")] [Dense(1)] [Loss(Loss.MeanSquaredError)]")]
    public void It_is_silent_where_nothing_would_learn_through_it(string attributes) =>
        Assert.Empty(Host.Analyze(Compile($"[Network] {attributes} partial class Net;")));

    [Theory]
    [InlineData("[Input(4)] [Dense(8)] [Activate(Activation.HardThreshold)] [Activate(Activation.Tanh)] [Loss(Loss.MeanSquaredError)]", 1)]
    [InlineData("[Input(4)] [Dense(8, Activation.HardThreshold)] [Dense(3, Activation.HardThreshold)] [Dense(1)] [Loss(Loss.MeanSquaredError)]", 2)]
    [InlineData("[Input(4)] [Dense(4, Name = \"d\")] [Dense(4, Activation.HardThreshold, Share = \"d\")] [Loss(Loss.MeanSquaredError)]", 1)]
    [InlineData("[Input(4)] [Dense(8, Name = \"d\")] [Activate(Activation.HardThreshold)] [Add(\"d\")] [Loss(Loss.MeanSquaredError)]", 1)]
    public void It_is_said_of_every_threshold_with_something_to_learn_above(string attributes, int times) =>
        Assert.Equal(Enumerable.Repeat("NETG214", times), Host.Analyze(Compile($"[Network] {attributes} partial class Net;")).Select(diagnostic => diagnostic.Id));

    [Fact]
    public void The_network_is_compiled_all_the_same()
    {
        CSharpCompilation generated = Host.Generate(Compile(Stuck));
        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.NotNull(generated.GetTypeByMetadataName("Net")!.GetMembers("Forward").FirstOrDefault());
    }

    [Fact]
    public void It_is_suppressed_as_any_warning_where_warnings_are_errors()
    {
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(Analyze(Stuck, ReportDiagnostic.Default)).Severity);
        Assert.Empty(Analyze(Stuck, ReportDiagnostic.Suppress));
        Assert.Empty(Analyze($"#pragma warning disable NETG214\n{Stuck}", ReportDiagnostic.Default));
        Assert.Empty(Analyze($"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen.Training\", \"NETG214\")] {Stuck}", ReportDiagnostic.Default));
    }

    private static IReadOnlyList<Diagnostic> Analyze(string network, ReportDiagnostic noWarn)
    {
        CSharpCompilation compilation = Compile(network);
        var options = compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error);
        return Host.Analyze(compilation.WithOptions(noWarn == ReportDiagnostic.Default ? options : options.WithSpecificDiagnosticOptions([new("NETG214", noWarn)])));
    }

    private static CSharpCompilation Compile(string network) => Host.Compile($"using NetGen;\n{network}");
}
