using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Emission;

/// <summary>What emitted code uses of ILGPU is a list that somebody has read. NETGEN_ACCEPT=1 writes it; read it then.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void NothingElseOfIlgpuIsUsed()
    {
        CSharpCompilation emitted = GpuCompiler.Emit(Examples.All);
        string[] used = [.. new EmittedKernels(emitted).Files.SelectMany(file => Used(emitted.GetSemanticModel(file))).Distinct().Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("NETGEN_ACCEPT") == "1")
        {
            File.WriteAllLines(ListFile(), used);
        }

        string[] listed = File.ReadAllLines(ListFile());
        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
        Assert.True(used.All(listed.Contains), $"Emitted code uses what IlgpuSurface.txt does not list:\n{string.Join("\n", used.Except(listed))}");
        Assert.True(listed.All(used.Contains), $"IlgpuSurface.txt lists what no emitted code uses:\n{string.Join("\n", listed.Except(used))}");
    }

    private static IEnumerable<string> Used(SemanticModel model) =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes()
        from symbol in Of(model, node)
        let original = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition
        where original.ContainingAssembly?.Name == typeof(Accelerator).Assembly.GetName().Name && original is not INamespaceSymbol
        select original.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>What a node names, and the conversion that is applied to it.</summary>
    private static IEnumerable<ISymbol> Of(SemanticModel model, SyntaxNode node)
    {
        if (node is SimpleNameSyntax or ElementAccessExpressionSyntax or BaseObjectCreationExpressionSyntax && model.GetSymbolInfo(node).Symbol is ISymbol named)
        {
            yield return named;
        }

        if (node is ExpressionSyntax expression && model.GetConversion(expression).MethodSymbol is IMethodSymbol conversion)
        {
            yield return conversion;
        }
    }

    private static string ListFile([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "IlgpuSurface.txt");
}
