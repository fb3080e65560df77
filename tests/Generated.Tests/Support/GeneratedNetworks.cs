using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generated.Tests.Support;

/// <summary>Declarations and the files that the generator made of them, to be compiled in one form after another.</summary>
internal sealed class GeneratedNetworks(CSharpCompilation declared, ImmutableArray<GeneratedSourceResult> files)
{
    private static readonly CSharpParseOptions unanalyzed = NetworkCompiler.Parsing.WithFeatures([new("run-nullable-analysis", "never")]);

    /// <summary>The generated files.</summary>
    public IEnumerable<string> Files => files.Select(file => file.SourceText.ToString());

    /// <summary>Compiles the files as they are.</summary>
    /// <exception cref="CompilationFailed">The compiler had something to say.</exception>
    public CompiledNetworks Compile() => Compile(declared, [.. files.Select(file => file.SyntaxTree)]);

    /// <summary>
    /// Compiles the networks in one form. Nullability is not analyzed here, but where the files are compiled as they are.
    /// </summary>
    /// <exception cref="CompilationFailed">The compiler had something to say, or a file does not choose its form.</exception>
    public CompiledNetworks Compile(VectorForm form) => Compile(
        declared.RemoveAllSyntaxTrees().AddSyntaxTrees(declared.SyntaxTrees.Select(tree => tree.WithRootAndOptions(tree.GetRoot(), unanalyzed))),
        [.. files.Select(file => file.SyntaxTree.WithRootAndOptions(VectorForms.Held(file.SyntaxTree.GetRoot(), form) ?? throw Unchosen(file, form), unanalyzed))]);

    private static CompiledNetworks Compile(CSharpCompilation declared, SyntaxTree[] trees)
    {
        using var image = new MemoryStream();
        Diagnostic[] said = [.. declared.AddSyntaxTrees(trees).Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        if (said.Length > 0)
        {
            throw new CompilationFailed($"{string.Join("\n", said.Take(20))}\n{string.Join("\n", Blamed(said, trees).Take(3))}");
        }

        image.Position = 0;
        return new CompiledNetworks(image);
    }

    private static CompilationFailed Unchosen(GeneratedSourceResult file, VectorForm form) =>
        new($"{file.HintName} does not choose its form by '{Generator.VectorForm.IsWide}', so it cannot be held to {form}:\n{file.SourceText}");

    /// <summary>The files that are complained about, with line numbers.</summary>
    private static IEnumerable<string> Blamed(Diagnostic[] said, SyntaxTree[] trees) =>
        trees.Where(tree => said.Any(diagnostic => diagnostic.Location.SourceTree == tree)).Select(tree =>
            $"// {tree.FilePath}\n{string.Join("\n", tree.ToString().Split('\n').Select((line, index) => $"{index + 1,5}  {line}"))}");
}
