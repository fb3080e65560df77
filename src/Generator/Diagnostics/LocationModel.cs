using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator;

/// <summary>A place in a file, by value.</summary>
internal sealed record LocationModel(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationModel Of(Location location) => new(location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span);

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

/// <summary>A message with its place, by value. It never meets the models that files are made of.</summary>
internal sealed record LocatedDiagnostic(DiagnosticModel Diagnostic, LocationModel Location)
{
    public Diagnostic ToDiagnostic() => Diagnostic.At(Location.ToLocation());
}

/// <summary>What is wrong with one class.</summary>
internal sealed record LocatedDiagnostics(EquatableArray<LocatedDiagnostic> Diagnostics);
