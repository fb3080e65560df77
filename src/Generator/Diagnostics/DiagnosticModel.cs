using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>A message without its place: the place is an attribute's or a constructor's index, or the class itself.</summary>
/// <param name="Descriptor">What is said.</param>
/// <param name="Attribute">The attribute it is said of, or null for the name of the class.</param>
/// <param name="Arguments">What the message is filled with.</param>
/// <param name="Constructor">The constructor it is said of, among those that call no other; or null.</param>
internal sealed record DiagnosticModel(DiagnosticDescriptor Descriptor, int? Attribute, EquatableArray<string> Arguments, int? Constructor = null)
{
    /// <summary>Whether it keeps the network from being compiled.</summary>
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic At(Location location) => Diagnostic.Create(Descriptor, location, [.. Arguments.Select(Text.Visible)]);
}
