using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>A message without its place: the place is an attribute's index, or the class itself.</summary>
/// <param name="Descriptor">What is said.</param>
/// <param name="Attribute">The attribute it is said of, or null for the name of the class.</param>
/// <param name="Arguments">What the message is filled with.</param>
internal sealed record DiagnosticModel(DiagnosticDescriptor Descriptor, int? Attribute, EquatableArray<string> Arguments)
{
    public Diagnostic At(Location location) => Diagnostic.Create(Descriptor, location, [.. Arguments]);
}
