using System;
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
            faults.Report(Descriptors.EmptyName, layer.Attribute, layer.Title, "takes", Instead(layer.From == "" ? From(node) : With(node), null));
        }

        return taken.Select((name, slot) => name switch
        {
            null => node - 1,
            "" => Unknown,
            _ => Resolve(name, node, slot == 0 ? From : With, faults),
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
                faults.Report(Descriptors.EmptyName, layer.Attribute, layer.Title, "shares the parameters of", Instead(Share(node), null));
            }

            return null;
        }

        int found = Resolve(name, node, Share, faults);
        return IsOfLayer(found) ? found - 1 : found;
    }

    /// <summary>Whether a property of this layer's name can be generated.</summary>
    public bool CanBeMember(int node) => IsIdentifier(names[node]) && members.OwnerOf(node) is null;

    /// <summary>The names that a layer can take beside what it takes by From.</summary>
    public IReadOnlyList<string> Takeable(int node)
    {
        int own = declaration.Layers[node - 1].From is { } from && nodes.TryGetValue(from, out int found) ? found : node - 1;
        return Named(output => output < node && output != own);
    }

    /// <summary>The names of layers that no other loss judges.</summary>
    public IReadOnlyList<string> Judgeable(LossDeclaration loss) => Named(output => output > 0 && !IsInput(output) &&
        !declaration.Losses.Any(other => other != loss && other.From is { } from && nodes.TryGetValue(from, out int judged) && judged == output));

    /// <summary>The node whose parameters a penalty is of: null for all, <see cref="Unknown"/> where a name stands for none.</summary>
    public int? PenalizedBy(PenaltyDeclaration penalty, Faults faults)
    {
        if (penalty.From is not { } name)
        {
            return null;
        }

        var wish = new Wish("penalizes", Learning, "remove From");
        if (name.Length > 0 && nodes.TryGetValue(name, out int found))
        {
            return IsOfLayer(found) ? found - 1 : found;
        }

        if (name.Length == 0)
        {
            faults.Report(Descriptors.EmptyName, penalty.Attribute, penalty.Title, wish.Verb, Instead(wish, null));
        }
        else
        {
            ReportUnknown(penalty.Attribute, penalty.Title, wish, name, faults);
        }

        return Unknown;
    }

    /// <summary>The names of layers with parameters of their own.</summary>
    public IReadOnlyList<string> Learning => Named(output => output > 0 && Learns(IsOfLayer(output) ? output - 1 : output));

    /// <summary>A name like this one that nothing has.</summary>
    public string Free(string name)
    {
        string free = name;
        for (int number = 2; nodes.ContainsKey(free); number++)
        {
            free = name + Text.Number(number);
        }

        return free;
    }

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
            : nodes.TryGetValue(loss.From, out int node) && IsInput(node) ? $"judges {Text.Quote(loss.From)}, an input, which no layer computes" : null;
        if (mistake is not null)
        {
            faults.Report(
                Descriptors.LossNeedsLayer, loss.Attribute, loss.Title, mistake,
                Judgeable(loss) is { Count: > 0 } layers ? $"say which, such as From = {Text.Quote(layers[layers.Count - 1])}" : "add one for it, or remove it");
            return Unknown;
        }

        if (!nodes.TryGetValue(loss.From!, out int found))
        {
            ReportUnknown(loss.Attribute, loss.Title, new Wish("judges", Judgeable(loss), declaration.Losses.Count == 1 ? "remove From" : "remove it"), loss.From!, faults);
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
                faults.Report(Descriptors.EmptyName, layer.Attribute, layer.Place!.Block, "takes", Instead(From(node), null));
            }

            found = layer.From.Length == 0 ? Unknown : Resolve(layer.From, node, From, faults);
            given.Add(layer.Attribute, found);
        }

        return found;
    }

    private bool IsInput(int node) => node == 0 || declaration.Layers[node - 1].Kind == NetworkAttributes.Input;

    private bool IsOfLayer(int node) => node > 0 && declaration.Layers[node - 1] is ActivateDeclaration { Layer: not null };

    // C# reads names without their format characters, so one that has some is another name than it looks.
    public static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && Text.Visible(name) == name;

    private static void CheckIdentifier(string name, string title, string suggestion, int attribute, Faults faults)
    {
        if (!IsIdentifier(name))
        {
            faults.Report(Descriptors.NameNotIdentifier, attribute, title, name, WhyNoIdentifier(name), suggestion);
        }
    }

    /// <summary>What keeps a name from being a C# identifier.</summary>
    public static string WhyNoIdentifier(string name) => name.Length == 0 ? "is empty"
        : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "is a keyword of C#"
        : char.IsDigit(name[0]) ? "begins with a digit"
        : Text.Visible(name) != name ? "holds a character that is not seen" : "is not a C# identifier";

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
            faults.ReportLayer(
                Descriptors.NameIsTaken, layer, layer.Name is null ? " by default" : "", names[node], owner,
                $"Choose another with Name = \"…\"{(layer.Place is null ? "" : " on the [Block]")}");
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
            faults.Report(
                Descriptors.DuplicateName, written.Attribute, written.OfBlock ? $"A layer of {written.Title}" : written.Title, name,
                twin.IsWritten ? "" : ", by default,", twin.OfBlock ? $"a layer of {twin.Title}" : twin.Title,
                first == 0 && declaration.Network is null ? "it" : "one of them");
        }
    }

    private Owner OwnerOf(int node)
    {
        if (node == 0)
        {
            return new Owner(declaration.Network is null ? "what the block is given" : "[Input]", declaration.Input?.Attribute, declaration.Input?.Name is not null);
        }

        LayerDeclaration layer = declaration.Layers[node - 1];
        return layer.Place is { } place ? new Owner(place.Block, layer.Attribute, place.IsNamed, OfBlock: true)
            : layer is ActivateDeclaration { Layer: { } whole }
            ? new Owner(whole.Title, whole.Attribute, whole.Name is not null)
            : new Owner(layer.Title, layer.Attribute, layer.Name is not null);
    }

    private bool Learns(int node) => declaration.Layers[node - 1].Learns;

    private int Resolve(string name, int node, Func<int, Wish> wish, Faults faults)
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

            ReportUnknown(layer.Attribute, title, wish(node), name, faults);
            return Unknown;
        }

        if (found < node)
        {
            return found;
        }

        LayerDeclaration other = declaration.Layers[found - 1];
        string where = other.Attribute != layer.Attribute ? $"is {other.PlacedTitle} below it" : layer.Place is null ? "is this layer itself" : "is a layer of this block itself";
        bool canMove = other.Attribute != layer.Attribute && layer.Place is null && other.Place is null;
        Wish asked = wish(node);
        faults.Report(Descriptors.NameFromBelow, layer.Attribute, title, asked.Verb, name, where, Instead(asked, null, canMove ? "move that one above it, or " : ""));
        return Unknown;
    }

    private void ReportUnknown(int attribute, string title, Wish wish, string name, Faults faults) => faults.Report(
        Descriptors.UnknownName, attribute, title, wish.Verb, name, declaration.Class.Name, declaration.Network is null ? ", and a block sees nothing outside" : "",
        Instead(wish, name));

    private Wish With(int node) => new("takes", Takeable(node), declaration.Layers[node - 1].With.Count > 1 ? "remove that name" : null);

    /// <summary>The layer directly above is lost where no other takes it.</summary>
    private Wish From(int node)
    {
        bool isTaken = declaration.Layers.Where((_, index) => index != node - 1).SelectMany(other => other.With.Prepend(other.From))
            .Concat(declaration.Losses.Select(loss => loss.From)).Any(name => name is not null && nodes.TryGetValue(name, out int taken) && taken == node - 1);
        return new("takes", Named(output => isTaken ? output < node : output == node - 1), "remove From") { Near = Named(output => output < node) };
    }

    private Wish Share(int node)
    {
        string kind = declaration.Layers[node - 1].Kind;
        IReadOnlyList<string> owners = [.. Enumerable.Range(1, node - 1).Where(above => Learns(above) && declaration.Layers[above - 1].Kind == kind).Select(above => names[above])];
        return new("shares the parameters of", owners, owners.Count > 0 ? "remove Share" : $"remove Share, for no [{kind}] stands above it");
    }

    private IReadOnlyList<string> Named(Func<int, bool> fits) =>
        [.. nodes.Where(output => fits(output.Value)).OrderBy(output => output.Value).Select(output => output.Key)];

    /// <summary>What to do instead of asking for a name that stands for nothing.</summary>
    private string Instead(Wish wish, string? wanted, string first = "")
    {
        const int Shown = 8;
        List<string> shown = [.. wish.Names.Select(Text.Quote)];
        if (shown.Count > Shown)
        {
            shown = [shown[0], "…", .. shown.Skip(shown.Count - Shown + 1)];
        }

        string near = wanted is not null && Text.Nearest(wanted, wish.Near) is { } meant ? $"Did you mean {Text.Quote(meant)}? " : "";
        string remedy = first + (shown.Count == 0 ? wish.Without ?? "remove it, for it can take nothing else" : $"name one above it: {Text.Or(shown)}{(wish.Without is null ? "" : $", or {wish.Without}")}");
        return near + char.ToUpperInvariant(remedy[0]) + remedy.Substring(1);
    }

    /// <summary>How a name is asked for: the verb of the message, the names that would do, and what can be done without one.</summary>
    private sealed record Wish(string Verb, IReadOnlyList<string> Names, string? Without)
    {
        /// <summary>The names that may have been meant.</summary>
        public IReadOnlyList<string> Near { get; init; } = Names;
    }

    /// <summary>Who has a name, and whether it was written or came by default.</summary>
    private sealed record Owner(string Title, int? Attribute, bool IsWritten, bool OfBlock = false);
}
