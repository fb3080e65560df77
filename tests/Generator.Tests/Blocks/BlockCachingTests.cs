using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The promise of caching where a network's layers lie in other files.</summary>
public sealed class BlockCachingTests
{
    private const string Network = "using NetGen; [Network, Input(4), Block(typeof(Outer), Times = 3), Loss(Loss.MeanSquaredError)] public partial class Net;";
    private const string Outer = "using NetGen; [Layers, Block(typeof(Inner)), Add(\"input\")] static class Outer { static int Twice(int x) => 2 * x; }";
    private const string Inner = "using NetGen; [Layers, Dense(4, Activation.ReLU)] static class Inner;";
    private const string Other = "class Other;";

    private static readonly string[] steps = [StepNames.Check, StepNames.Network, StepNames.Plan, StepNames.Emit];

    public static TheoryData<string, string, string> EditsElsewhere => new()
    {
        { Outer, Inner, "class Other { int field; }" },
        { Outer, "// A comment that moves every line.\n" + Inner, Other },
        { Outer.Replace("2 * x", "x + x").Replace("Twice", "Double"), Inner, Other },
        { Outer.Replace("static class", "public abstract partial class"), Inner, "partial class Outer;" },
        { Outer, Inner.Replace("[Layers, Dense(4", "[Layers] // a block\n[Dense(2 + 2"), Other },
        { Outer, Inner, "[NetGen.Layers, NetGen.Dense(3)] class Other;" },
    };

    public static TheoryData<string, string> EditsOfBlocks => new()
    {
        { Outer, Inner.Replace("ReLU", "Tanh") },
        { Outer, Inner.Replace("[Layers, ", "[Layers, Dense(5), ") },
        { Outer.Replace("Add(\"input\")", "Dense(4)"), Inner },
        { Outer.Replace("Inner", "Inner2"), Inner.Replace("Inner", "Inner2") },
    };

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void An_edit_elsewhere_writes_nothing_again(string outer, string inner, string other)
    {
        GeneratorRunResult result = Edit(outer, inner, other);
        Assert.All(Reasons(result, StepNames.Read), reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, $"Read: {reason}"));
        Assert.All(steps, step => Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, step)));
    }

    [Theory]
    [MemberData(nameof(EditsOfBlocks))]
    public void A_change_of_a_block_is_written_again(string outer, string inner)
    {
        GeneratorRunResult result = Edit(outer, inner, Other);
        Assert.All(steps, step => Assert.Equal([IncrementalStepRunReason.Modified], Reasons(result, step)));
        Assert.Equal(
            Assert.Single(Host.Run(Host.Compile(Network, outer, inner, Other)).Results.Single().GeneratedSources).SourceText.ToString(),
            Assert.Single(result.GeneratedSources).SourceText.ToString());
    }

    [Fact]
    public void A_mistake_in_a_block_puts_the_stub_in_the_place_of_the_network()
    {
        GeneratorRunResult result = Edit(Outer, Inner.Replace("Dense(4", "Dense(0"), Other);
        Assert.Equal([IncrementalStepRunReason.Removed], Reasons(result, StepNames.Network));
        string stub = Assert.Single(result.GeneratedSources).SourceText.ToString();
        Assert.Contains("This network has a mistake", stub);
        Assert.Contains("DenseParameters Outer3_Inner1_Dense1 ", stub);
    }

    private static GeneratorRunResult Edit(string outer, string inner, string other)
    {
        CSharpCompilation compilation = Host.Compile(Network, Outer, Inner, Other);
        GeneratorDriver driver = Host.Driver().RunGenerators(compilation);
        string[] edited = [Network, outer, inner, other];
        string[] before = [Network, Outer, Inner, Other];
        foreach (int file in Enumerable.Range(0, edited.Length).Where(file => edited[file] != before[file]))
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], Host.Tree(edited[file], file));
        }

        return Assert.Single(driver.RunGenerators(compilation).GetRunResult().Results);
    }

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)] : [];
}
