using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Finds the place of a message again: its attribute, or the name of the class.</summary>
internal static class DiagnosticPlace
{
    /// <summary>What is wrong with a class, with places; null where nothing is.</summary>
    public static LocatedDiagnostics? Locate(INamedTypeSymbol type, CancellationToken cancellation)
    {
        EquatableArray<DiagnosticModel> diagnostics =
            NetworkReader.Read(type, cancellation) is { } declaration ? ShapeChecker.Check(declaration).Diagnostics : default;
        return diagnostics.Count == 0 ? null : new LocatedDiagnostics(diagnostics
            .Select(diagnostic => new LocatedDiagnostic(diagnostic, LocationModel.Of(Of(diagnostic, type, cancellation)))).ToEquatableArray());
    }

    public static Location Of(DiagnosticModel diagnostic, INamedTypeSymbol type, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = NetworkAttributes.Of(type);
        return diagnostic.Attribute is { } index
            ? attributes[index].ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation()
            : NetworkReader.Carrier(attributes, cancellation)!.Identifier.GetLocation();
    }
}
