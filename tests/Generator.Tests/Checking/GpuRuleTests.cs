using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>What is compiled for GPUs says nothing; what is not says so, and is compiled for the CPU all the same.</summary>
public sealed class GpuRuleTests
{
    public static TheoryData<int> Faults => [.. Enumerable.Range(0, GpuCases.All.Length).Where(index => IsOfTargets(GpuCases.All[index].Id))];

    [Theory]
    [InlineData("[Input(4)] [Dense(2)]")]
    [InlineData("[Input(28, 28)] [Flatten] [Dense(8, Activation.GELU, Bias = false)] [Activate(Activation.LeakyReLU, Slope = 0.2)] [Dense(10, Activation.Softmax)] [Loss(Loss.CrossEntropy)]")]
    [InlineData("[Input(4)] [Dense(6)] [Dropout(0.5)] [BatchNorm] [Dropout(0.25, Classical = true)] [LayerNorm] [RMSNorm(Affine = false)] [Add(\"Dense1\")] [Dense(3, Activation.LogSoftmax)]")]
    [InlineData("[Input(2, 3)] [LayerNorm(Axes = 2)] [Dropout(0)] [Reshape(3, 2)] [RMSNorm] [Flatten] [Dense(2)] [Loss(Loss.Huber, Delta = 2, Weight = 0.5, Reduction = Reduction.Sum)] [Penalty(L1 = 0.1, L2 = 0.2)]")]
    [InlineData("[Input(4)] [Dropout(0.5, Classical = true)]")]
    [InlineData("[Input(4)] [Dense(4)] [Block(typeof(Unit), Times = 3)] [Dense(1)] [Loss(Loss.MeanSquaredError)]")]
    public void What_is_compiled_for_GPUs_gives_no_message(string network)
    {
        CheckedNetwork found = Check(Compile("Gpu = true", network));
        Assert.Empty(found.Diagnostics);
        Assert.True(found.Network!.Gpu);
        Assert.False(Check(Compile("Seed = 1", network)).Network!.Gpu);
    }

    [Theory]
    [InlineData("[Input(4)] [Dense(3)] [Concat(\"Dense1\")] [Multiply(\"Concat1\")]", "NETG305", "NETG305")]
    [InlineData("[Input(4, Name = \"a\")] [Input(4, Name = \"b\")] [Input(4, Name = \"c\")] [Concat(\"a\", \"b\")] [Dense(2)]", "NETG305", "NETG306")]
    [InlineData("[Input(4, Name = \"a\")] [Input(4, Name = \"b\")] [Add(\"a\")]", "NETG306")]
    [InlineData("[Input(4)] [Dense(0)] [Multiply(\"Dense1\")]", "NETG101", "NETG305")]
    [InlineData("[Input(2, 3)] [Dense(2)] [BatchNorm]", "NETG104")]
    [InlineData("[Input(4)]", "NETG007")]
    [InlineData("[Input(4, Name = \"a\")] [Input(4, Name = \"b\")]", "NETG007", "NETG015", "NETG015", "NETG306")]
    [InlineData("[Flatten]", "NETG006")]
    [InlineData("[Input(4)] [Reshape(3)] [BatchNorm]", "NETG108")]
    [InlineData("[Input(2, 2)] [Flatten(From = \"nobody\")]", "NETG008")]
    public void Every_mistake_is_said_once(string network, params string[] ids) =>
        Assert.Equal(ids, Check(Compile("Gpu = true", network)).Diagnostics.Select(found => found.Descriptor.Id).Order());

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_keeps_a_network_from_GPUs_leaves_its_code_for_the_CPU_alone(int index)
    {
        DiagnosticCase fault = GpuCases.All[index];
        CheckedNetwork found = Check(fault.Compile());
        Assert.Null(found.Stub);
        Assert.False(found.Network!.Gpu);

        DiagnosticCase without = fault with { Source = fault.Source.Replace("(Gpu = true)", "").Replace("Gpu = true, ", "") };
        Assert.Equal(
            Assert.Single(Host.Run(without.Compile()).GeneratedTrees).ToString(),
            Host.Run(fault.Compile()).GeneratedTrees.Single(tree => !tree.FilePath.EndsWith(".Gpu.g.cs", StringComparison.Ordinal)).ToString());
    }

    [Theory]
    [InlineData("[Input(4)] [Dense(4)] [Multiply(\"input\")] [Loss(Loss.MeanSquaredError)]", "NETG305")]
    [InlineData("[Input(4)] [Dense(0)] [Loss(Loss.MeanSquaredError)]", "NETG101")]
    public void A_mistake_is_one_message_where_the_class_for_GPUs_is_used(string network, string id)
    {
        CSharpCompilation compilation = Compile("Gpu = true", network).AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            """
            using ILGPU.Runtime;
            using NetGen;

            static class Use
            {
                static float Train(Accelerator accelerator, Batch<float> examples)
                {
                    var net = new Net(seed: 1);
                    using var gpu = new Net.Gpu(accelerator, maximumRows: 64);
                    gpu.CopyFrom(net);
                    Net.Gpu.DeviceBatch batch = gpu.Upload(examples);
                    gpu.TrainAdam(batch, learningRate: 0.01f);
                    gpu.TrainSgd(new Net.Gpu.DeviceBatch(batch.Inputs, batch.Targets, batch.Rows) { Weights = batch.Weights }, 0.1f);
                    gpu.CopyTo(net);
                    return gpu.Cost();
                }
            }
            """, Host.Parse));
        Assert.Equal(id, Assert.Single(Check(compilation).Diagnostics).Descriptor.Id);
        Host.Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        Assert.Empty(updated.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("1.5.3", true)]
    [InlineData("1.5.4.7", true)]
    [InlineData("1.10.0", true)]
    [InlineData("2.0.0", true)]
    [InlineData("1.5.2.9", false)]
    [InlineData("0.9.3", false)]
    public void The_version_is_that_of_the_assembly(string version, bool isEnough)
    {
        CheckedNetwork found = Check(Ilgpu.Beside(Host.Compile("using NetGen; [Network(Gpu = true), Input(4), Dense(2)] partial class Net;"), version));
        Assert.Equal(isEnough, found.Network!.Gpu);
        Assert.Equal(isEnough ? [] : ["NETG304"], found.Diagnostics.Select(fault => fault.Descriptor.Id));
    }

    [Fact]
    public void Of_several_assemblies_the_newest_counts()
    {
        MetadataReference old = Ilgpu.Reference("namespace ILGPU.Runtime { public class Accelerator; }", "Old");
        Assert.True(Check(Compile("Gpu = true", "[Input(4)] [Dense(2)]").AddReferences(old)).Network!.Gpu);
    }

    [Fact]
    public void The_generated_class_is_not_taken_for_one_of_the_users()
    {
        CSharpCompilation compilation = Compile("Gpu = true", "[Input(4)] [Dense(2)]");
        Assert.Empty(Check(WithClass("Generated/Net.Gpu.g.cs")).Diagnostics);
        Assert.Equal("NETG017", Assert.Single(Check(WithClass("Net.Gpu.cs")).Diagnostics).Descriptor.Id);

        CSharpCompilation WithClass(string path) =>
            compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("partial class Net { public sealed class Gpu; }", Host.Parse, path));
    }

    [Fact]
    public void The_name_is_free_in_a_network_for_the_CPU() =>
        Assert.Empty(Check(Compile("Seed = 1", "[Input(4)] [Dense(4, Name = \"Gpu\")]")).Diagnostics);

    private static bool IsOfTargets(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id).Category == "NetGen.Targets";

    private static CSharpCompilation Compile(string settings, string network) => Ilgpu.Beside(Host.Compile(
        $"using NetGen; [Network({settings})] {network} partial class Net; [Layers, Dense(4, Activation.SiLU), LayerNorm, Add(\"input\")] static class Unit;"));

    private static CheckedNetwork Check(CSharpCompilation compilation)
    {
        IEnumerable<INamedTypeSymbol> types = compilation.GetSymbolsWithName("Net", SymbolFilter.Type).Cast<INamedTypeSymbol>();
        return ShapeChecker.Check(NetworkReader.Read(Assert.Single(types), compilation, default)!);
    }
}
