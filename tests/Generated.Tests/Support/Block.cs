using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>A block as data: its class, and how often the attribute repeats it. The attribute has a name.</summary>
internal sealed record Block(string Class, ImmutableArray<LayerDeclaration> Layers, int Times = 1) : LayerDeclaration
{
    public override string Kind => "Block";

    /// <summary>The class, after those of the blocks in it.</summary>
    public string Declaration =>
        string.Concat(Layers.OfType<Block>().Select(block => block.Declaration))
        + $"\n[Layers]\n{string.Concat(Layers.Select(layer => $"{layer.Text}\n"))}internal static class {Class};\n";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve)
    {
        for (int repetition = 1; repetition <= Times; repetition++)
        {
            string label = Times == 1 ? name : $"{name}{(char.IsDigit(name[^1]) ? "_" : "")}{repetition}";
            var nodes = new Dictionary<string, int>(StringComparer.Ordinal) { [NetworkDeclaration.InputName] = from };
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            int above = from;
            foreach (LayerDeclaration layer in Layers)
            {
                counts[layer.Kind] = counts.GetValueOrDefault(layer.Kind) + 1;
                string local = layer.Name ?? $"{layer.Kind}{counts[layer.Kind]}";
                int taken = layer.From is null ? above : Node(layer.From);
                foreach (LayerDescription description in layer.Describe($"{label}_{local}", taken, node, Node))
                {
                    yield return description;
                    above = node++;
                }

                nodes.Add(local, above);
            }

            from = above;
            int Node(string taken) => nodes.TryGetValue(taken, out int found) ? found : throw new ArgumentException($"No layer of the block is named {taken}.");
        }
    }

    protected override IEnumerable<string> Arguments() => Times == 1 ? [$"typeof({Class})"] : [$"typeof({Class})", $"Times = {Times}"];
}
