using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>What a user declares in NetGen's own namespaces, or asks of an assembly, leaves generated code as it is.</summary>
public sealed class HostileNamesTests
{
    private const string Network = """
        /// <summary>A network.</summary>
        [NetGen.Network, NetGen.Input(4), NetGen.Dense(3, NetGen.Activation.Tanh), NetGen.Dropout(0.5), NetGen.Dense(2, NetGen.Activation.Softmax), NetGen.Loss(NetGen.Loss.CrossEntropy)]
        public sealed partial class Net;
        """;

    [Theory]
    [InlineData("namespace NetGen.System { class Foo; }")]
    [InlineData("namespace NetGen.System.Numerics { class Vector; }")]
    [InlineData("namespace NetGen.NetGen.Kernels { class Vector; }")]
    [InlineData("namespace NetGen.Compiled { class Vector; class Math; class Mathematics; class Facts; class Unsafe; }")]
    [InlineData("namespace NetGen.Compiled.System { class Math; }")]
    [InlineData("namespace NetGen { class Vector; class Vector512; class Math; class MathF; class Unsafe; class Span; class MethodImpl; }")]
    [InlineData("class Vector; class Vector512; class Math; class MathF; class Unsafe; class Span;")]
    public void Names_in_the_namespaces_of_NetGen_are_not_met(string hostile) => Compiles($"{Network}\n{hostile}");

    [Fact]
    public void An_assembly_that_complies_with_the_common_language_gets_no_warning_of_generated_code()
    {
        CSharpCompilation compilation = Host.Generate(Host.Compile($"[assembly: System.CLSCompliant(true)]\n{Network}"));
        Assert.DoesNotContain(compilation.GetDiagnostics(), found => found.Location.SourceTree?.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal) == true && found.Severity != DiagnosticSeverity.Hidden);
    }

    [Fact]
    public void A_network_may_be_a_constant_away_from_another_by_the_users_own() =>
        Compiles($$"""
            {{Network}}

            static class Sizes { public const int Code = 5; }

            [NetGen.Network, NetGen.Input(3), NetGen.Dense(Sizes.Code, Name = nameof(Sizes.Code))]
            partial class Encoder;

            [NetGen.Network, NetGen.Input(Sizes.Code), NetGen.Dense(3)]
            partial class Decoder
            {
                public const int Both = Encoder.InputSize + OutputSize;
            }
            """);

    [Theory]
    [InlineData("namespace NetGen.ILGPU { class Grid; }")]
    [InlineData("namespace NetGen.ILGPU.Runtime { class Accelerator; }")]
    [InlineData("namespace NetGen { class Grid; class Group; class SharedMemory; class MathF; class Math; class Accelerator; class Device; class Tiles; class Lanes; class Checks; class Update; }")]
    [InlineData("class Grid; class Group; class SharedMemory; class MathF; class Math; class IntrinsicMath; class ArrayView<T>; class Accelerator; class Device; class Kernels; class Tiles;")]
    public void Nor_are_they_by_code_for_GPUs(string hostile) => Compiles($"{Network.Replace("NetGen.Network,", "NetGen.Network(Gpu = true),")}\n{hostile}");

    private static void Compiles(string source)
    {
        CSharpCompilation compilation = Ilgpu.Beside(Host.Compile(source));
        compilation = Host.Generate(compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)));
        Assert.Empty(Host.Analyze(compilation));
        Assert.DoesNotContain(compilation.SyntaxTrees, tree => tree.ToString().Contains(StubEmitter.Summary, System.StringComparison.Ordinal));
        using var assembly = new System.IO.MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(found => found.Severity != DiagnosticSeverity.Hidden));
    }
}
