using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The code of a page of the documentation is one program, which compiles without a warning.</summary>
public sealed class PagesTests
{
    /// <summary>What the SDK gives a user's program, and NetGen's namespaces.</summary>
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using NetGen;
        using NetGen.Checking;
        using NetGen.Data;
        using NetGen.Evaluation;
        using NetGen.Files;
        using NetGen.Search;
        using NetGen.Threading;
        using NetGen.Training;

        """;

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Where(page => Blocks(page).Any()).Select(page => Path.GetFileName(page)).Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_code_compiles(string page)
    {
        MemberDeclarationSyntax[] members = [.. Blocks(Path.Combine(Repository.Root, "docs", page))
            .SelectMany(block => ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(block, Host.Parse).GetRoot()).Members)];
        string program = string.Concat(members.OrderBy(member => member is not GlobalStatementSyntax).Select(member => member.ToFullString()));
        bool usesIlgpu = program.Contains("Gpu = true", System.StringComparison.Ordinal);
        CSharpCompilation user = Host.Compile(usesIlgpu ? Usings + IlgpuOfPages.Usings + program : Usings + program);
        user = usesIlgpu ? user.AddReferences(IlgpuOfPages.Reference) : user;
        user = user.WithOptions(user.Options.WithOutputKind(OutputKind.ConsoleApplication));

        // That generated code compiles is proved elsewhere.
        Assert.Empty(Host.Generate(user).GetSemanticModel(user.SyntaxTrees[0]).GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));
        Assert.Empty(Host.Analyze(user));
    }

    /// <summary>What stands between ```csharp and ```.</summary>
    private static IEnumerable<string> Blocks(string page)
    {
        StringBuilder? block = null;
        foreach (string line in File.ReadLines(page))
        {
            if (block is null)
            {
                block = line.Trim() == "```csharp" ? new StringBuilder() : null;
            }
            else if (line.Trim() == "```")
            {
                yield return block.ToString();
                block = null;
            }
            else
            {
                block.AppendLine(line);
            }
        }
    }
}
