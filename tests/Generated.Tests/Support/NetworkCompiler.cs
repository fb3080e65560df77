using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator;

namespace NetGen.Generated.Tests.Support;

/// <summary>Compiles declarations with the generator, in memory, as a user's compiler would: C# 12, warnings are errors.</summary>
internal static class NetworkCompiler
{
    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)]);

    private static readonly ImmutableArray<MetadataReference> references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles networks that are declared in the global namespace.</summary>
    /// <param name="declarations">The networks; names are unique.</param>
    /// <param name="form">The form that all of them take.</param>
    /// <exception cref="CompilationFailed">The generator or the compiler had something to say.</exception>
    public static CompiledNetworks Compile(IEnumerable<NetworkDeclaration> declarations, VectorForm form) => Generate(declarations).Compile(form);

    /// <summary>Runs the generator over networks that are declared in the global namespace.</summary>
    /// <param name="declarations">The networks; names are unique.</param>
    /// <exception cref="CompilationFailed">The generator had something to say.</exception>
    public static GeneratedNetworks Generate(IEnumerable<NetworkDeclaration> declarations)
    {
        string source = "using NetGen;\n\n" + string.Join("\n", declarations);
        CSharpCompilation declared = CSharpCompilation.Create(
            "Networks", [CSharpSyntaxTree.ParseText(source, Parsing, "Declarations.cs", Encoding.UTF8)], references, options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: Parsing, optionsProvider: AnalyzersAreOff.Instance);
        GeneratorRunResult run = driver.RunGenerators(declared).GetRunResult().Results.Single();
        return run.Exception is null && run.Diagnostics.IsEmpty
            ? new GeneratedNetworks(declared, run.GeneratedSources)
            : throw new CompilationFailed($"{run.Exception}{string.Join("\n", run.Diagnostics)}\n{source}");
    }
}
