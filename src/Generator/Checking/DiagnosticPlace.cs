using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Finds the place of a message again: its attribute, its constructor, or the name of the class.</summary>
internal static class DiagnosticPlace
{
    /// <summary>What is wrong with a class, with places; null where nothing is. Warnings are left to the analyzer, where they can be suppressed.</summary>
    public static LocatedDiagnostics? Locate(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        EquatableArray<DiagnosticModel> diagnostics = NetworkReader.Read(type, compilation, cancellation) is { } declaration
            ? ShapeChecker.Check(declaration).Diagnostics.Where(diagnostic => diagnostic.IsError).ToEquatableArray() : default;
        return diagnostics.Count == 0 ? null : new LocatedDiagnostics(diagnostics
            .Select(diagnostic => new LocatedDiagnostic(diagnostic, LocationModel.Of(Of(diagnostic, type, cancellation)))).ToEquatableArray());
    }

    /// <summary>The place of one message.</summary>
    public static Location Of(DiagnosticModel diagnostic, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (diagnostic.Constructor is { } constructor)
        {
            return TypeReader.Unchained(type).ElementAt(constructor).Locations[0];
        }

        ImmutableArray<AttributeData> attributes = NetworkAttributes.Of(type);
        return diagnostic.Attribute is { } index
            ? attributes[index].ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation()
            : NetworkReader.Carrier(attributes, cancellation)!.Identifier.GetLocation();
    }
}
