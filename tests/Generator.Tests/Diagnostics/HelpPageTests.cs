using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>Every message has a page, whose examples do what it says.</summary>
public sealed class HelpPageTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_the_mistake_its_message_and_what_is_right(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.All.Single(descriptor => descriptor.Id == id);
        Assert.EndsWith($"/src/Generator/Diagnostics/Help/{id}.md", descriptor.HelpLinkUri);
        Assert.Equal(descriptor.DefaultSeverity == DiagnosticSeverity.Error, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

        string page = File.ReadAllText(Path.Combine(Folder(), $"{id}.md")).ReplaceLineEndings("\n");
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page);
        string[] examples = [.. Regex.Matches(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);

        Diagnostic said = Assert.Single(Host.Analyze(Compile(examples[0], hasIlgpu: id != Descriptors.GpuNeedsIlgpu.Id)));
        Assert.Equal(id, said.Id);
        Assert.Contains($"\n> {said.GetMessage()}\n", page);

        CSharpCompilation right = Host.Generate(Compile(examples[1], hasIlgpu: true));
        Assert.Empty(Host.Analyze(right));
        Assert.Empty(right.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Contains(right.SyntaxTrees, tree => tree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal));
    }

    [Fact]
    public void No_page_is_left_of_a_message_that_is_gone() =>
        Assert.Equal(Descriptors.All.Select(descriptor => $"{descriptor.Id}.md").Order(), Directory.GetFiles(Folder()).Select(Path.GetFileName).Order());

    private static CSharpCompilation Compile(string source, bool hasIlgpu)
    {
        CSharpCompilation compilation = Host.Compile($"using System;\nusing NetGen;\n\n{source}");
        return hasIlgpu ? Ilgpu.Beside(compilation) : compilation;
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", "Generator", "Diagnostics", "Help"));
}
