using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Gathers what is wrong with one declaration.</summary>
internal sealed class Faults
{
    private readonly List<DiagnosticModel> found = [];

    public int Count => found.Count;

    public EquatableArray<DiagnosticModel> Found => found.ToEquatableArray();

    public void Report(DiagnosticDescriptor descriptor, int? attribute, params string[] arguments) =>
        found.Add(new DiagnosticModel(descriptor, attribute, arguments.ToEquatableArray()));

    public bool Holds(DiagnosticDescriptor descriptor) => found.Exists(fault => fault.Descriptor.Equals(descriptor));
}
