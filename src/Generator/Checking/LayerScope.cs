using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>What the rule of a layer sees: the layer's name, what it takes, and where to say what is wrong.</summary>
internal sealed class LayerScope
{
    private readonly NameTable names;
    private readonly LayerDeclaration layer;
    private readonly int node;

    public LayerScope(DeclarationModel declaration, NameTable names, Faults faults, int node, EquatableArray<int> inputs, EquatableArray<Shape> shapes)
    {
        this.names = names;
        this.node = node;
        Faults = faults;
        layer = declaration.Layers[node - 1];
        Declaration = declaration;
        Network = declaration.Class.Name;
        Name = names.NameOf(node);
        Inputs = inputs;
        Shapes = shapes;
    }

    /// <summary>The network or block that the layer stands in.</summary>
    public DeclarationModel Declaration { get; }

    /// <summary>Where to say what is wrong that is not said of the layer.</summary>
    public Faults Faults { get; }

    /// <summary>The class's name.</summary>
    public string Network { get; }

    /// <summary>The layer's name.</summary>
    public string Name { get; }

    /// <summary>The nodes that it takes.</summary>
    public EquatableArray<int> Inputs { get; }

    /// <summary>Their shapes; unknown ones come from a mistake that has been reported.</summary>
    public EquatableArray<Shape> Shapes { get; }

    /// <summary>The shape of the first.</summary>
    public Shape Input => Shapes[0];

    /// <summary>Whether every shape that it takes is known.</summary>
    public bool AreInputsKnown => Shapes.All(shape => shape.IsKnown);

    /// <summary>What it takes, with shapes: <c>"a" [3] and "b" [4]</c>.</summary>
    public string InputsWritten =>
        Text.And(Inputs.Select((node, index) => $"{Text.Quote(names.WrittenNameOf(node))} {Shapes[index]}").ToList());

    /// <summary>The layer as it is written.</summary>
    public LayerDeclaration Layer => layer;

    /// <summary>What else a mistake in a block may come from.</summary>
    public string OfBlock => layer.Place is null ? "" : "; a block that is repeated gives the shape that it takes";

    /// <summary>An example of a name to take beside the layer above; one that nothing has where there is none.</summary>
    public string Example => Text.Quote(names.Takeable(node).FirstOrDefault() ?? "name");

    /// <summary>A name like this one that nothing has.</summary>
    public string Free(string name) => names.Free(name);

    /// <summary>Says what is wrong; the first argument of every message is the layer.</summary>
    public void Report(DiagnosticDescriptor descriptor, params string[] arguments) =>
        Faults.ReportLayer(descriptor, layer, arguments);

    /// <summary>Says that an enum has no such member.</summary>
    public bool IsMember(EnumValue value, string type, string example)
    {
        if (!value.IsMember)
        {
            Report(Descriptors.UnknownOption, type, value.Name, example);
        }

        return value.IsMember;
    }
}
