using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generator.Tests;

public sealed class DiagnosticTests(ITestOutputHelper output)
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, DiagnosticCases.All.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_analyzer_says_it_once_at_its_place(int index)
    {
        DiagnosticCase expected = DiagnosticCases.All[index];
        CSharpCompilation compilation = expected.Compile();
        Hold(expected, compilation, Host.Analyze(compilation));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_generator_says_the_same_only_without_analyzers(int index)
    {
        DiagnosticCase expected = DiagnosticCases.All[index];
        CSharpCompilation compilation = expected.Compile();
        IReadOnlyList<Diagnostic> said = Host.Run(compilation, ("RunAnalyzers", "false")).Diagnostics;
        if (SeverityOf(expected) == DiagnosticSeverity.Error)
        {
            Hold(expected, compilation, said);
        }
        else
        {
            Assert.Empty(said); // whoever turns analyzers off wants no warnings
        }

        Assert.Empty(Host.Run(compilation).Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_compiler_has_nothing_to_add(int index)
    {
        // With the generated members in place: the analyzer sees them too, and says no more than before.
        DiagnosticCase expected = DiagnosticCases.All[index];
        CSharpCompilation compilation = Host.Generate(expected.Compile());
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Hold(expected, compilation, Host.Analyze(compilation));
    }

    [Fact]
    public void Every_message_is_printed()
    {
        foreach (DiagnosticCase printed in DiagnosticCases.All)
        {
            CSharpCompilation compilation = printed.Compile();
            foreach (Diagnostic diagnostic in Host.Analyze(compilation))
            {
                output.WriteLine($"{diagnostic.Id} at {Host.Underlined(diagnostic, compilation)}\n    {diagnostic.GetMessage()}");
            }
        }

        Assert.Equal(Descriptors.All.Select(descriptor => descriptor.Id).Order(), DiagnosticCases.All.Select(printed => printed.Id).Distinct().Order());
    }

    [Fact]
    public void Every_message_is_in_the_list() =>
        Assert.Equal(
            typeof(Descriptors).GetFields().Where(field => field.FieldType == typeof(DiagnosticDescriptor)).Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
            Descriptors.All);

    private static void Hold(DiagnosticCase expected, CSharpCompilation compilation, IReadOnlyList<Diagnostic> diagnostics)
    {
        Assert.True(diagnostics.Count == 1, $"Expected {expected.Id} alone, found {string.Join("\n", diagnostics)}.");
        Assert.Equal(expected.Id, diagnostics[0].Id);
        Assert.Equal(expected.Message, diagnostics[0].GetMessage());
        Assert.Equal(expected.Underlined, Host.Underlined(diagnostics[0], compilation));
        Assert.Equal(SeverityOf(expected), diagnostics[0].Severity);
    }

    private static DiagnosticSeverity SeverityOf(DiagnosticCase expected) => Descriptors.All.Single(descriptor => descriptor.Id == expected.Id).DefaultSeverity;
}
