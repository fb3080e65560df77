using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>Data flows one way: the generator's own sources, compiled, name nothing of a later stage.</summary>
public sealed class DirectionTests
{
    private static readonly string[] stages = ["Support", "Diagnostics", "Model", "Reading", "Checking", "Planning", "Emission"];

    [Fact]
    public void No_stage_names_a_type_of_a_later_one()
    {
        string[] files = [.. Directory.GetFiles(Folder(), "*.cs", SearchOption.AllDirectories).Where(file => !Parts(file).Intersect(["obj", "bin"]).Any())];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Generator", files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("NetGen.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var named = compilation.SyntaxTrees.SelectMany(tree => Named(tree, compilation.GetSemanticModel(tree)).Select(type => (From: tree.FilePath, To: type))).Distinct().ToList();
        Assert.Contains(named, use => Stage(use.From) == stages.Length - 1 && Stage(use.To) == 2);
        Assert.Empty(named.Where(use => Stage(use.From) >= 0 && Stage(use.To) > Stage(use.From)).Select(use => $"{Path.GetFileName(use.From)} names what {Path.GetFileName(use.To)} declares"));
    }

    /// <summary>The files that declare what a file names: types, or the types of members.</summary>
    private static IEnumerable<string> Named(SyntaxTree tree, SemanticModel semantics) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = semantics.GetSymbolInfo(name).Symbol
        from place in (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.Locations ?? []
        where place.IsInSource
        select place.SourceTree!.FilePath;

    /// <summary>The number of a file's stage; −1 for the pipeline itself, which knows all of them.</summary>
    private static int Stage(string file) => Array.IndexOf(stages, Parts(file)[0]);

    private static string[] Parts(string file) => Path.GetRelativePath(Folder(), file).Split(Path.DirectorySeparatorChar);

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", "Generator"));
}
