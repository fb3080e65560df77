using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The members that layers bring to the class of a network, by name, and whether others have their names.</summary>
internal sealed class MemberNames
{
    private readonly DeclarationModel declaration;
    private readonly IReadOnlyList<string> names;

    /// <summary>The names of several inputs and outputs.</summary>
    private readonly HashSet<string> parts;

    /// <summary>The names of the properties.</summary>
    private readonly HashSet<string> properties;

    /// <summary>The properties, by their accessors.</summary>
    private readonly Dictionary<string, string> propertyOf = [];

    /// <param name="declaration">The network.</param>
    /// <param name="names">The name of every node.</param>
    public MemberNames(DeclarationModel declaration, IReadOnlyList<string> names)
    {
        this.declaration = declaration;
        this.names = names;
        parts = [.. declaration.PartNames];
        properties = [.. Enumerable.Range(1, declaration.Layers.Count).Where(Learns).Select(node => names[node])];
        foreach (string property in properties)
        {
            foreach (string accessor in GeneratedMembers.AccessorsOf(property))
            {
                propertyOf[accessor] = property;
            }
        }
    }

    /// <summary>That the name of a layer, or one that it brings, is taken, and by whom, as a clause; null where it is not.</summary>
    public string? OwnerOf(int node)
    {
        string name = names[node];
        string member = $"a member that `{declaration.Class.Name}` declares or inherits";
        if (GeneratedMembers.OwnerOf(name, declaration.Streaming, declaration.Gpu) is { } owner)
        {
            return $"which is already {owner}";
        }

        if (name == declaration.Class.Name)
        {
            return "which is already the name of the class";
        }

        if (parts.Contains(name))
        {
            foreach (string constant in GeneratedMembers.ConstantsOf(name))
            {
                string? holder = GeneratedMembers.OwnerOf(constant, declaration.Streaming, declaration.Gpu) is { } generated ? generated
                    : constant == declaration.Class.Name ? "the name of the class"
                    : IsMember(constant) ? member
                    : properties.Contains(constant) ? "a layer's name"
                    : propertyOf.TryGetValue(constant, out string? learning) ? GeneratedMembers.AccessorOf(learning) : null;
                if (holder is not null)
                {
                    return $"whose constant {constant} is already {holder}";
                }
            }
        }

        // Only what learns becomes a property.
        if (!Learns(node))
        {
            return null;
        }

        string[] accessors = [.. GeneratedMembers.AccessorsOf(name)];
        return GeneratedMembers.Enums.Contains(name) ? $"which would hide the enum {name} from the attributes of the class"
            : propertyOf.TryGetValue(name, out string? property) ? $"which is already {GeneratedMembers.AccessorOf(property)}"
            : IsMember(name) ? $"which is already {member}"
            : parts.Count > 0 && name == GeneratedMembers.OfParts ? "which is already a member that NetGen adds to every network with several inputs or outputs"
            : accessors.Contains(declaration.Class.Name) ? $"whose accessor {declaration.Class.Name} is already the name of the class"
            : accessors.FirstOrDefault(IsMember) is { } accessor ? $"whose accessor {accessor} is already {member}"
            : null;
    }

    private bool Learns(int node) => declaration.Layers[node - 1].Learns;

    private bool IsMember(string name) => declaration.Class.Members.Contains(name) || declaration.Class.Methods.Contains(name);
}
