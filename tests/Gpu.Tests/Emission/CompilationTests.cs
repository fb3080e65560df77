using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Emission;

/// <summary>What is emitted compiles in a user's project, however strict that is.</summary>
public sealed class CompilationTests
{
    [Theory]
    [InlineData(OptimizationLevel.Release, NullableContextOptions.Enable)]
    [InlineData(OptimizationLevel.Release, NullableContextOptions.Disable)]
    [InlineData(OptimizationLevel.Debug, NullableContextOptions.Enable)]
    [InlineData(OptimizationLevel.Debug, NullableContextOptions.Disable)]
    public void NothingIsWarnedOf(OptimizationLevel level, NullableContextOptions nullable)
    {
        CSharpCompilation emitted = GpuCompiler.Emit(Examples.All, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level, nullableContextOptions: nullable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999, checkOverflow: true));

        // The declarations of these tests have no comments.
        Diagnostic[] said = [.. emitted.Emit(new MemoryStream()).Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree == emitted.SyntaxTrees[0]))];

        Assert.True(said.Length == 0, string.Join("\n", said.Take(10).Select(diagnostic => diagnostic.ToString())));
    }

    [Fact]
    public void EveryGpuSaysThatItCompilesAtRunTime()
    {
        CSharpCompilation emitted = GpuCompiler.Emit(Examples.All);
        Assert.All(Examples.All, network =>
        {
            string[] marks = [.. emitted.GetTypeByMetadataName($"{network.Name}+Gpu")!.GetAttributes().Select(attribute => attribute.AttributeClass!.Name)];
            Assert.Contains("RequiresDynamicCodeAttribute", marks);
            Assert.Contains("RequiresUnreferencedCodeAttribute", marks);
        });
    }

    [Fact]
    public void TheSameNetworkIsTheSameText() => Assert.Equal(Texts(), Texts());

    private static string[] Texts() => [.. GpuCompiler.Emit(Examples.All).SyntaxTrees.Select(file => file.ToString())];
}
