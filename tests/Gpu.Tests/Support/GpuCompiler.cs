using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using ILGPU.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generated.Tests.Support;
using NetGen.Generator;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Compiles declarations with the generator and the ILGPU that these tests have, in memory.</summary>
internal static class GpuCompiler
{
    private static readonly CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);

    // As a user would, but where kernels get steps: C# 12 has no iterators with references in them.
    private static readonly CSharpParseOptions asUsersDo = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
    private static readonly CSharpParseOptions unanalyzed = new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("run-nullable-analysis", "never")]);

    private static readonly ImmutableArray<MetadataReference> references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(IGpuNetwork).Assembly.Location).Append(typeof(Accelerator).Assembly.Location).DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles networks to be run here, whatever the compiler would warn of.</summary>
    /// <param name="declarations">The networks; names are unique.</param>
    /// <param name="change">What is done to them before that; none for <see cref="Devices.Prepare"/>.</param>
    /// <exception cref="CompilationFailed">The generator or the compiler had something to say.</exception>
    public static GpuNetworks Compile(IReadOnlyCollection<NetworkDeclaration> declarations, Func<CSharpCompilation, CSharpCompilation>? change = null)
    {
        CSharpCompilation changed = (change ?? Devices.Prepare)(HollowForm.Of(Emit(declarations)));
        CSharpCompilation compilation = changed.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(changed.SyntaxTrees.Select(tree => tree.WithRootAndOptions(tree.GetRoot(), unanalyzed)))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(string.Concat(declarations.Select(declaration => GpuGlue.Of(declaration.Name, declaration.Describe()))), unanalyzed));
        using var image = new MemoryStream();
        Diagnostic[] errors = [.. compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            throw new CompilationFailed($"{string.Join("\n", errors.Take(20))}\n{string.Join("\n", errors.Select(error => error.Location.SourceTree).Distinct().Take(2).Select(tree => tree?.ToString()))}");
        }

        image.Position = 0;
        return new(new CompiledNetworks(image));
    }

    /// <summary>The declarations with what the generator made of them, as a user's compiler has them.</summary>
    /// <param name="declarations">The networks; names are unique.</param>
    /// <param name="settings">How they are compiled; none for Release and with nullability.</param>
    /// <exception cref="CompilationFailed">The generator had something to say.</exception>
    public static CSharpCompilation Emit(IEnumerable<NetworkDeclaration> declarations, CSharpCompilationOptions? settings = null)
    {
        string source = "using NetGen;\n\n" + string.Join("\n", declarations.Select(declaration => declaration with { Gpu = true }));
        CSharpCompilation declared = CSharpCompilation.Create("Networks", [CSharpSyntaxTree.ParseText(source, asUsersDo, "Declarations.cs", Encoding.UTF8)], references, settings ?? options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: asUsersDo, optionsProvider: AnalyzersAreOff.Instance);
        GeneratorRunResult run = driver.RunGenerators(declared).GetRunResult().Results.Single();
        return run.Exception is null && run.Diagnostics.IsEmpty
            ? declared.AddSyntaxTrees(run.GeneratedSources.Select(file => file.SyntaxTree))
            : throw new CompilationFailed($"{run.Exception}{string.Join("\n", run.Diagnostics)}\n{source}");
    }
}
