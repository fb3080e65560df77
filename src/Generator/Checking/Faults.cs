using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Gathers what is wrong with one declaration.</summary>
internal sealed class Faults
{
    private readonly List<DiagnosticModel> found = [];
    private readonly HashSet<(string Id, int Attribute, string Origin)> saidOfBlocks = [];

    /// <summary>Whether anything that was said keeps the network from being compiled.</summary>
    public bool HasErrors => found.Exists(fault => fault.IsError);

    public EquatableArray<DiagnosticModel> Found => found.ToEquatableArray();

    public void Report(DiagnosticDescriptor descriptor, int? attribute, params string[] arguments) =>
        found.Add(new DiagnosticModel(descriptor, attribute, arguments.ToEquatableArray()));

    /// <summary>
    /// Says what is wrong with a layer; the first argument is the layer. Of the layers that a block brings it is said
    /// once, where it is first found, and not at all of a block that has a mistake of its own.
    /// </summary>
    public void ReportLayer(DiagnosticDescriptor descriptor, LayerDeclaration layer, params string[] arguments)
    {
        if (layer.Place is null || (!layer.Place.IsWrong && saidOfBlocks.Add((descriptor.Id, layer.Attribute, layer.Place.Origin))))
        {
            Report(descriptor, layer.Attribute, [layer.PlacedTitle, .. arguments]);
        }
    }

    public void ReportConstructor(DiagnosticDescriptor descriptor, int constructor, params string[] arguments) =>
        found.Add(new DiagnosticModel(descriptor, null, arguments.ToEquatableArray(), constructor));

    /// <summary>Whether an enum has this member; says so where it has not.</summary>
    /// <param name="value">What was written.</param>
    /// <param name="type">The enum.</param>
    /// <param name="example">A member that it has.</param>
    /// <param name="title">Who asks for the member.</param>
    /// <param name="attribute">The attribute it is said of.</param>
    public bool IsMember(EnumValue value, string type, string example, string title, int attribute)
    {
        if (!value.IsMember)
        {
            Report(Descriptors.UnknownOption, attribute, title, type, value.Name, example);
        }

        return value.IsMember;
    }

    public bool Holds(DiagnosticDescriptor descriptor) => found.Exists(fault => fault.Descriptor.Equals(descriptor));
}
