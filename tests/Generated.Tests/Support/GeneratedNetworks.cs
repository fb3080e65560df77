using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generated.Tests.Support;

/// <summary>Declarations and the files that the generator made of them, to be compiled in one form after another.</summary>
internal sealed class GeneratedNetworks(CSharpCompilation declared, ImmutableArray<GeneratedSourceResult> files)
{
    /// <summary>The generated files.</summary>
    public IEnumerable<string> Files => files.Select(file => file.SourceText.ToString());

    /// <summary>Compiles the files as they are.</summary>
    /// <exception cref="CompilationFailed">The compiler had something to say.</exception>
    public CompiledNetworks Compile() => Compile([.. files.Select(file => Tree(file, file.SourceText.ToString()))]);

    /// <summary>
    /// Compiles the networks in one form.
    /// </summary>
    /// <exception cref="CompilationFailed">The compiler had something to say, or a file does not choose its form.</exception>
    public CompiledNetworks Compile(VectorForm form) => Compile(
    [
        .. files.Select(file => Tree(file, VectorForms.Held(file.SourceText.ToString(), form) ?? throw Unchosen(file, form))),
    ]);

    private CompiledNetworks Compile(SyntaxTree[] trees)
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

    private static SyntaxTree Tree(GeneratedSourceResult file, string text) =>
        CSharpSyntaxTree.ParseText(text, NetworkCompiler.Parsing, file.HintName, Encoding.UTF8);

    private static CompilationFailed Unchosen(GeneratedSourceResult file, VectorForm form) =>
        new($"{file.HintName} does not choose its form by '{Generator.VectorForm.IsWide}', so it cannot be held to {form}:\n{file.SourceText}");

    /// <summary>The files that are complained about, with line numbers.</summary>
    private static IEnumerable<string> Blamed(Diagnostic[] said, SyntaxTree[] trees) =>
        trees.Where(tree => said.Any(diagnostic => diagnostic.Location.SourceTree == tree)).Select(tree =>
            $"// {tree.FilePath}\n{string.Join("\n", tree.ToString().Split('\n').Select((line, index) => $"{index + 1,5}  {line}"))}");
}
