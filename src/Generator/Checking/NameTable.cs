using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator;

/// <summary>
/// The name of every node, and the nodes that every layer takes. A name stands for the output of a layer; that of
/// <c>[Dense(n, f)]</c> for the activation's.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The node of a name that nobody has.</summary>
    public const int Unknown = -1;

    private const string DefaultInput = "input";

    private readonly DeclarationModel declaration;
    private readonly string[] names;
    private readonly string[] defaults;
    private readonly MemberNames members;
    private readonly Dictionary<string, int> nodes = [];

    /// <summary>The attributes of which it has been said that their names meet.</summary>
    private readonly HashSet<(int? Attribute, int? Twin)> clashing = [];

    /// <summary>The nodes that blocks are given, by attribute.</summary>
    private readonly Dictionary<int, int> given = [];

    public NameTable(DeclarationModel declaration, Faults faults)
    {
        this.declaration = declaration;
        names = new string[declaration.Layers.Count + 1];
        names[0] = declaration.HasParts ? DefaultInput : declaration.Input?.Name ?? DefaultInput;
        if (!declaration.HasParts)
        {
            nodes.Add(names[0], 0);
            if (declaration.Input is { Name: { } name } input)
            {
                CheckIdentifier(name, "[Input]", DefaultInput, input.Attribute, faults);
            }
        }

        // An accessor of any may have the name of any, so all are named before one is checked.
        defaults = [.. Defaults()];
        for (int node = 1; node < names.Length; node++)
        {
            // No identifier holds a dot, so the name of an activation with its layer meets no other.
            names[node] = IsOfLayer(node) ? $"{names[node - 1]}.Activate" : declaration.Layers[node - 1].Name ?? defaults[node - 1];
        }

        members = new MemberNames(declaration, names);
        for (int node = 1; node < names.Length; node++)
        {
            Check(node, faults);
        }

        Outputs = OutputsOf(faults).ToEquatableArray();
    }

    /// <summary>The nodes whose outputs are the network's: of every loss, or the last; <see cref="Unknown"/> where a name stands for none.</summary>
    public EquatableArray<int> Outputs { get; }

    public string NameOf(int node) => names[node];

    /// <summary>The name by which a declaration asks for a node: that of <c>[Dense(n, f)]</c> for its activation.</summary>
    public string WrittenNameOf(int node) => names[IsOfLayer(node) ? node - 1 : node];

    /// <summary>The nodes that a layer takes; <see cref="Unknown"/> where a name stands for none.</summary>
    public EquatableArray<int> InputsOf(int node, Faults faults)
    {
        LayerDeclaration layer = declaration.Layers[node - 1];
        if (layer.Place is { } place)
        {
            return place.Inputs.Select(input => input == BlockPlace.Given ? Given(layer, node, faults) : input).ToEquatableArray();
        }

        if (layer.Kind == NetworkAttributes.Input)
        {
            return new[] { 0 }.ToEquatableArray();
        }

        IEnumerable<string?> taken = layer.With.Prepend(layer.From);
        if (taken.Contains(""))
        {
            faults.Report(Descriptors.EmptyName, layer.Attribute, layer.Title, Above(node));
        }

        return taken.Select(name => name switch
        {
            null => node - 1,
            "" => Unknown,
            _ => Resolve(name, node, faults),
        }).ToEquatableArray();
    }

    /// <summary>The node whose parameters a layer uses; null for its own, <see cref="Unknown"/> where a name stands for none.</summary>
    public int? SharedBy(int node, Faults faults)
    {
        LayerDeclaration layer = declaration.Layers[node - 1];
        if (layer.Place is { } place)
        {
            return place.Shares;
        }

        if (layer.Share is not { Length: > 0 } name)
        {
            if (layer.Share is not null)
            {
                faults.Report(Descriptors.EmptyName, layer.Attribute, layer.Title, Above(node));
            }

            return null;
        }

        int found = Resolve(name, node, faults);
        return IsOfLayer(found) ? found - 1 : found;
    }

    /// <summary>Whether a property of this layer's name can be generated.</summary>
    public bool CanBeMember(int node) => IsIdentifier(names[node]) && members.OwnerOf(node) is null;

    private IEnumerable<int> OutputsOf(Faults faults)
    {
        int last = names.Length - 1;
        while (last > 0 && declaration.Layers[last - 1].Kind == NetworkAttributes.Input)
        {
            last--;
        }

        if (declaration.Losses.Count == 0)
        {
            yield return last;
        }

        foreach (LossDeclaration loss in declaration.Losses)
        {
            yield return declaration.Network is null || (loss.From is null && declaration.Losses.Count == 1) ? last : OutputOf(loss, faults);
        }
    }

    private int OutputOf(LossDeclaration loss, Faults faults)
    {
        string? mistake = loss.From is null or "" ? "names no layer"
            : nodes.TryGetValue(loss.From, out int node) && (node == 0 || declaration.Layers[node - 1].Kind == NetworkAttributes.Input) ? $"judges the input {Text.Quote(loss.From)}" : null;
        if (mistake is not null)
        {
            faults.Report(Descriptors.LossNeedsLayer, loss.Attribute, loss.Title, mistake, WrittenNameOf(names.Length - 1));
            return Unknown;
        }

        if (!nodes.TryGetValue(loss.From!, out int found))
        {
            faults.Report(Descriptors.UnknownName, loss.Attribute, loss.Title, loss.From!, declaration.Class.Name, Above(names.Length));
            return Unknown;
        }

        return found;
    }

    /// <summary>The node that a block is given by name; its layers ask for it one after the other.</summary>
    private int Given(LayerDeclaration layer, int node, Faults faults)
    {
        if (!given.TryGetValue(layer.Attribute, out int found))
        {
            if (layer.From!.Length == 0)
            {
                faults.Report(Descriptors.EmptyName, layer.Attribute, layer.Place!.Block, Above(node));
            }

            found = layer.From.Length == 0 ? Unknown : Resolve(layer.From, node, faults);
            given.Add(layer.Attribute, found);
        }

        return found;
    }

    private bool IsOfLayer(int node) => node > 0 && declaration.Layers[node - 1] is ActivateDeclaration { Layer: not null };

    // C# reads names without their format characters, so one that has some is another name than it looks.
    public static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && Text.Visible(name) == name;

    private static void CheckIdentifier(string name, string title, string suggestion, int attribute, Faults faults)
    {
        if (!IsIdentifier(name))
        {
            faults.Report(Descriptors.NameNotIdentifier, attribute, title, name, suggestion);
        }
    }

    /// <summary>The default name of every layer: <c>Dense1</c>, <c>Dense2</c>; an activation on the attribute of its layer does not count.</summary>
    private IEnumerable<string> Defaults()
    {
        var counts = new Dictionary<string, int>();
        for (int node = 1; node < names.Length; node++)
        {
            string kind = declaration.Layers[node - 1].Kind;
            counts.TryGetValue(kind, out int count);
            counts[kind] = IsOfLayer(node) || declaration.Layers[node - 1].Place is not null ? count : count + 1;
            yield return $"{kind}{Text.Number(count + 1)}";
        }
    }

    private void Check(int node, Faults faults)
    {
        LayerDeclaration layer = declaration.Layers[node - 1];
        if (IsOfLayer(node))
        {
            // Who asks for the pair gets this node.
            if (nodes.TryGetValue(names[node - 1], out int whole) && whole == node - 1)
            {
                nodes[names[node - 1]] = node;
            }

            CheckAliases(layer, node, faults);
            return;
        }

        // Both parts of a name that a block brings are checked where they are written.
        if (layer.Place is null)
        {
            CheckIdentifier(names[node], layer.Title, defaults[node - 1], layer.Attribute, faults);
        }

        CheckUnique(names[node], node, faults);
        CheckAliases(layer, node, faults);

        // The names of a block's layers are part of others.
        if (declaration.Network is not null && IsIdentifier(names[node]) && members.OwnerOf(node) is { } owner)
        {
            faults.ReportLayer(Descriptors.NameIsTaken, layer, names[node], owner);
        }
    }

    private void CheckAliases(LayerDeclaration layer, int node, Faults faults)
    {
        foreach (string alias in layer.Aliases)
        {
            CheckUnique(alias, node, faults);
        }
    }

    private void CheckUnique(string name, int node, Faults faults)
    {
        if (!nodes.TryGetValue(name, out int first))
        {
            nodes.Add(name, node);
            return;
        }

        // Said of the one whose name was written.
        Owner later = OwnerOf(node);
        Owner earlier = OwnerOf(first);
        (Owner written, Owner twin) = later.IsWritten ? (later, earlier) : (earlier, later);

        // Of a block many names may meet others.
        BlockPlace? place = declaration.Layers[node - 1].Place;
        if (place is null || (!place.IsWrong && clashing.Add((written.Attribute, twin.Attribute))))
        {
            faults.Report(Descriptors.DuplicateName, written.Attribute, written.Title, name, twin.IsWritten ? twin.Title : $"{twin.Title} by default");
        }
    }

    private Owner OwnerOf(int node)
    {
        if (node == 0)
        {
            return new Owner(declaration.Network is null ? "what the block is given" : "[Input]", declaration.Input?.Attribute, declaration.Input?.Name is not null);
        }

        LayerDeclaration layer = declaration.Layers[node - 1];
        return layer.Place is { } place ? new Owner(place.Block, layer.Attribute, place.IsNamed)
            : layer is ActivateDeclaration { Layer: { } whole }
            ? new Owner(whole.Title, whole.Attribute, whole.Name is not null)
            : new Owner(layer.Title, layer.Attribute, layer.Name is not null);
    }

    private int Resolve(string name, int node, Faults faults)
    {
        LayerDeclaration layer = declaration.Layers[node - 1];
        string title = layer.Place?.Block ?? layer.Title;
        if (!nodes.TryGetValue(name, out int found))
        {
            // A block with a mistake may be the one that would have brought it.
            if (declaration.Layers.Any(other => other is UnreadableDeclaration { Stem: { } stem } && name.StartsWith(stem, System.StringComparison.Ordinal)))
            {
                return Unknown;
            }

            faults.Report(Descriptors.UnknownName, layer.Attribute, title, name, declaration.Class.Name, Above(node));
            return Unknown;
        }

        if (found < node)
        {
            return found;
        }

        string where = declaration.Layers[found - 1].Attribute == layer.Attribute
            ? "is this layer itself" : $"is {declaration.Layers[found - 1].PlacedTitle} below it";
        faults.Report(Descriptors.NameFromBelow, layer.Attribute, title, name, where);
        return Unknown;
    }

    /// <summary>The names that a layer can take, the nearest few of them.</summary>
    private string Above(int node)
    {
        const int Shown = 6;
        var above = nodes.Where(named => named.Value < node).OrderBy(named => named.Value).Select(named => Text.Quote(named.Key)).ToList();
        return above.Count <= Shown ? Text.And(above) : $"{above[0]}, …, {Text.And(above.Skip(above.Count - Shown + 1).ToList())}";
    }

    /// <summary>Who has a name, and whether it was written or came by default.</summary>
    private sealed record Owner(string Title, int? Attribute, bool IsWritten);
}
