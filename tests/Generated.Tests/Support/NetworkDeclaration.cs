using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NetGen.Generated.Tests.Support;

/// <summary>What a user writes above a class, as data: it knows its text and the description it should lead to.</summary>
internal sealed record NetworkDeclaration(
    string Name, ImmutableArray<int> Input, ImmutableArray<LayerDeclaration> Layers,
    Loss? Loss = null, Reduction Reduction = Reduction.Mean, ulong Seed = 0)
{
    public const string InputName = "input";

    public static NetworkDeclaration Of(string name, int[] input, params LayerDeclaration[] layers) => new(name, [.. input], [.. layers]);

    /// <summary>Whether it also works step by step.</summary>
    public bool Streaming { get; init; }

    public NetworkDeclaration With(Loss loss, Reduction reduction = Reduction.Mean) => this with { Loss = loss, Reduction = reduction };

    public override string ToString()
    {
        var text = new StringBuilder();
        string[] settings = [.. Seed == 0 ? [] : (string[])[$"Seed = {Seed}"], .. Streaming ? (string[])["Streaming = true"] : []];
        text.Append(settings is [] ? "[Network]\n" : $"[Network({string.Join(", ", settings)})]\n");
        text.Append($"[Input({string.Join(", ", Input)})]\n");
        foreach (LayerDeclaration layer in Layers)
        {
            text.Append($"{layer.Text}\n");
        }

        if (Loss is Loss loss)
        {
            text.Append(Reduction == Reduction.Mean ? $"[Loss(Loss.{loss})]\n" : $"[Loss(Loss.{loss}, Reduction = Reduction.{Reduction})]\n");
        }

        text.Append($"public sealed partial class {Name};\n");
        return text.Append(string.Concat(Layers.OfType<Block>().Select(block => block.Declaration))).ToString();
    }

    /// <summary>The description that the declaration should compile to.</summary>
    /// <exception cref="ArgumentException">The layers do not fit together.</exception>
    public NetworkDescription Describe()
    {
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal) { [InputName] = 0 };
        var layers = ImmutableArray.CreateBuilder<LayerDescription>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int Node(string name) => nodes.TryGetValue(name, out int node) ? node : throw new ArgumentException($"No layer above is named {name}.");

        foreach (LayerDeclaration layer in Layers)
        {
            counts[layer.Kind] = counts.GetValueOrDefault(layer.Kind) + 1;
            string name = layer.Name ?? $"{layer.Kind}{counts[layer.Kind].ToString(CultureInfo.InvariantCulture)}";
            int from = layer.From is null ? layers.Count : Node(layer.From);
            layers.AddRange(layer.Describe(name, from, layers.Count + 1, Node));
            if (!nodes.TryAdd(name, layers.Count))
            {
                throw new ArgumentException($"Two layers are named {name}.");
            }
        }

        return new NetworkDescription(Name, Input, layers.ToImmutable(), Loss, Reduction);
    }

    /// <summary>Whether this is a network that the generator takes.</summary>
    public bool IsValid => Validity.Of(this) is null;
}
