using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The promise of caching, both ways: an edit elsewhere writes nothing again, a real edit does.</summary>
public sealed class CachingTests
{
    private const string Right = """
        using NetGen;

        namespace Demo;

        [Network, Input(4)]
        [Dense(3, Activation.ReLU)]
        [Dense(2, Activation.Softmax)]
        [Loss(Loss.CrossEntropy)]
        public partial class Small
        {
            public int Twice(int x) => 2 * x;
        }
        """;

    private const string Other = "class Other;";

    private static readonly string wrong = Right.Replace("Dense(3", "Dense(0");

    private static readonly string[] laterSteps = [StepNames.Check, StepNames.Network, StepNames.Plan, StepNames.Emit, StepNames.EmitGpu, StepNames.Stub, StepNames.StubGpu];

    public static TheoryData<string, string> EditsElsewhere => new()
    {
        { Right, "class Other { int field; }" },
        { $"// A comment that moves every line.\n{Right}", Other },
        { Right.Replace("[Dense(3", "// between layers\n[Dense( 3"), Other },
        { Right.Replace("2 * x", "x + x"), Other },
        { Right.Replace("public partial class", "/// <summary>Words.</summary>\npublic partial class"), Other },
    };

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void An_edit_elsewhere_leaves_a_right_network_alone(string network, string other) => HoldCached(Right, network, other);

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void An_edit_elsewhere_leaves_a_wrong_network_alone(string network, string other) =>
        HoldCached(wrong, network.Replace("Dense(3", "Dense(0").Replace("Dense( 3", "Dense( 0"), other);

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void An_edit_elsewhere_leaves_a_network_for_GPUs_alone(string network, string other) => HoldCached(ForGpus(Right), ForGpus(network), other);

    [Fact]
    public void A_change_of_a_size_is_written_again()
    {
        GeneratorRunResult result = Edit(Right, Right.Replace("Dense(3", "Dense(5"), Other);
        Assert.All(
            new[] { StepNames.Read, StepNames.Check, StepNames.Network, StepNames.Plan, StepNames.Emit },
            step => Assert.Equal([IncrementalStepRunReason.Modified], Reasons(result, step)));
        Assert.Contains(IncrementalStepRunReason.Modified, OutputReasons(result));
    }

    [Fact]
    public void A_mistake_puts_the_stub_in_the_place_of_the_network()
    {
        GeneratorRunResult result = Edit(Right, wrong, Other);
        Assert.Equal([IncrementalStepRunReason.Removed], Reasons(result, StepNames.Network));
        Assert.Equal([IncrementalStepRunReason.New], Reasons(result, StepNames.Stub));
        Assert.Contains("This network has a mistake", Assert.Single(result.GeneratedSources).SourceText.ToString());
    }

    [Fact]
    public void A_class_that_another_network_joins_stays_as_it_is()
    {
        GeneratorRunResult result = Edit(Right, Right, "[NetGen.Network, NetGen.Input(1), NetGen.Dense(1)] partial class Other;");
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.Cached], Reasons(result, StepNames.Emit).Order());
        Assert.Equal(2, result.GeneratedSources.Length);
    }

    [Fact]
    public void Permission_for_unsafe_code_is_all_that_emission_asks_of_the_compilation()
    {
        CSharpCompilation compilation = Host.Compile(Right, Other);
        GeneratorDriver driver = Host.Driver().RunGenerators(compilation);
        GeneratorRunResult named = Result(driver.RunGenerators(compilation.WithAssemblyName("Renamed")));
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(named, StepNames.Facts));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(named, StepNames.Emit));

        GeneratorRunResult allowed = Result(driver.RunGenerators(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true))));
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(allowed, StepNames.Facts));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(allowed, StepNames.Plan));
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(allowed, StepNames.Emit));
    }

    [Fact]
    public void Only_a_network_for_GPUs_asks_which_ILGPU_there_is()
    {
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(Reference(Right), StepNames.Read));

        GeneratorRunResult asked = Reference(ForGpus(Right));
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(asked, StepNames.Read));
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(asked, StepNames.Network));
    }

    private static string ForGpus(string network) => network.Replace("[Network", "[Network(Gpu = true)");

    /// <summary>What a reference to ILGPU changes.</summary>
    private static GeneratorRunResult Reference(string network)
    {
        CSharpCompilation compilation = Host.Compile(network);
        return Result(Host.Driver().RunGenerators(compilation).RunGenerators(Ilgpu.Beside(compilation)));
    }

    private static void HoldCached(string before, string after, string other)
    {
        GeneratorRunResult result = Edit(before, after, other);
        Assert.All(Reasons(result, StepNames.Read), reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, $"Read: {reason}"));
        foreach (string step in laterSteps)
        {
            Assert.All(Reasons(result, step), reason => Assert.True(reason == IncrementalStepRunReason.Cached, $"{step}: {reason}"));
        }

        Assert.NotEmpty(Reasons(result, before == wrong ? StepNames.Stub : StepNames.Emit));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static GeneratorRunResult Edit(string before, string after, string other)
    {
        CSharpCompilation compilation = Ilgpu.Beside(Host.Compile(before, Other));
        GeneratorDriver driver = Host.Driver().RunGenerators(compilation);
        CSharpCompilation edited = compilation
            .ReplaceSyntaxTree(compilation.SyntaxTrees[0], Host.Tree(after))
            .ReplaceSyntaxTree(compilation.SyntaxTrees[1], Host.Tree(other, 1));
        return Result(driver.RunGenerators(edited));
    }

    private static GeneratorRunResult Result(GeneratorDriver driver) => Assert.Single(driver.GetRunResult().Results);

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)] : [];

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason);
}
