using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator;

namespace NetGen.Generated.Tests.Support;

/// <summary>Compiles declarations with the generator, in memory, as a user's compiler would: C# 12, warnings are errors.</summary>
internal static class NetworkCompiler
{
    private static readonly CSharpParseOptions parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)]);

    private static readonly ImmutableArray<MetadataReference> references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles networks that are declared in the global namespace.</summary>
    /// <param name="declarations">The networks; names are unique.</param>
    /// <param name="form">The form that all of them take.</param>
    public static CompiledNetworks Compile(IEnumerable<NetworkDeclaration> declarations, VectorForm form) =>
        Compile(string.Join("\n", declarations), form);

    /// <summary>Compiles any source that declares networks.</summary>
    /// <param name="source">C# declarations; <c>using NetGen;</c> is put before them.</param>
    /// <param name="form">The form that all of them take, or null for the one this machine takes.</param>
    /// <exception cref="CompilationFailed">The generator or the compiler had something to say.</exception>
    public static CompiledNetworks Compile(string source, VectorForm? form = null)
    {
        CSharpCompilation declared = CSharpCompilation.Create(
            "Networks", [CSharpSyntaxTree.ParseText("using NetGen;\n\n" + source, parsing, "Declarations.cs", Encoding.UTF8)], references, options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: parsing, optionsProvider: NoAnalyzers.Instance);
        GeneratorRunResult run = driver.RunGenerators(declared).GetRunResult().Results.Single();
        if (run.Exception is not null)
        {
            throw new CompilationFailed($"The generator failed on\n{source}\n{run.Exception}");
        }

        string[] generated = [.. run.GeneratedSources.Select(file => form is VectorForm chosen ? Choose(file, chosen) : file.SourceText.ToString())];
        CSharpCompilation complete = declared.AddSyntaxTrees(
            generated.Select((text, index) => CSharpSyntaxTree.ParseText(text, parsing, run.GeneratedSources[index].HintName, Encoding.UTF8)));

        using var image = new MemoryStream();
        ImmutableArray<Diagnostic> said =
        [
            .. run.Diagnostics,
            .. complete.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
        ];
        if (!said.IsEmpty)
        {
            throw new CompilationFailed($"{string.Join("\n", said)}\n{source}\n{Around(said, generated, run)}");
        }

        image.Position = 0;
        return new CompiledNetworks(image, generated);
    }

    private static string Choose(GeneratedSourceResult file, VectorForm form)
    {
        string text = file.SourceText.ToString();
        string chosen = VectorForms.Choose(text, form);
        return chosen != text
            ? chosen
            : throw new CompilationFailed($"{file.HintName} does not choose its form by '{VectorForms.Choice}', so it cannot be held to {form}:\n{text}");
    }

    /// <summary>The generated files that are complained about.</summary>
    private static string Around(ImmutableArray<Diagnostic> said, string[] generated, GeneratorRunResult run) =>
        string.Join("\n", run.GeneratedSources.Zip(generated)
            .Where(file => said.Any(diagnostic => diagnostic.Location.SourceTree?.FilePath == file.First.HintName))
            .Select(file => $"// {file.First.HintName}\n{Numbered(file.Second)}"));

    private static string Numbered(string text) =>
        string.Join("\n", text.Split('\n').Select((line, index) => $"{index + 1,5}  {line}"));

    /// <summary>Analyzers are off, as far as the generator can tell: then it reports mistakes itself.</summary>
    private sealed class NoAnalyzers : AnalyzerConfigOptionsProvider
    {
        public static readonly NoAnalyzers Instance = new();

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = "false";
                return key is "build_property.RunAnalyzers" or "build_property.RunAnalyzersDuringBuild";
            }
        }
    }
}
