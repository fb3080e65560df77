using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator;

/// <summary>Says what is wrong with a network while its author types, by the generator's own reader and checker.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkReader.Read(type, context.Compilation, context.CancellationToken) is not { } declaration)
        {
            return;
        }

        foreach (DiagnosticModel diagnostic in ShapeChecker.Check(declaration).Diagnostics)
        {
            context.ReportDiagnostic(diagnostic.At(DiagnosticPlace.Of(diagnostic, type, context.CancellationToken)));
        }
    }
}
