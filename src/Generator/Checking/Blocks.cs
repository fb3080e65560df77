using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// The blocks that a declaration reaches. It writes them out: what is checked afterwards has the layers of every
/// repetition in the place of [Block], and no later stage knows of blocks.
/// </summary>
internal sealed class Blocks(EquatableArray<DeclarationModel> blocks)
{
    /// <summary>The most layers of a network. Code grows with them: two thousand take about ten megabytes.</summary>
    public const int MostLayers = 5_000;

    private readonly BlockBody?[] bodies = new BlockBody?[blocks.Count];
    private readonly bool?[] ends = new bool?[blocks.Count];

    /// <summary>A declaration without [Block].</summary>
    public DeclarationModel Expand(DeclarationModel declaration, Faults faults)
    {
        if (!declaration.Layers.Any(layer => layer is BlockDeclaration))
        {
            return declaration;
        }

        var layers = new List<LayerDeclaration>();
        var counts = new Dictionary<string, int>();
        foreach (LayerDeclaration layer in declaration.Layers)
        {
            if (layer is not BlockDeclaration block)
            {
                layers.Add(layer);
            }
            else if (BodyOf(block, declaration, layers.Count, faults) is { } body)
            {
                counts.TryGetValue(block.Stem, out int count);
                counts[block.Stem] = block.Name is null ? count + block.Times : count;
                Repeat(block, body, block.Name is null ? count : 0, layers);
            }
            else
            {
                layers.Add(new UnreadableDeclaration(block.Attribute, Name: null, block.From, block.Kind) { Stem = block.Stem });
            }
        }

        return declaration with { Layers = layers.ToEquatableArray() };
    }

    /// <summary>What a block brings; null where it is none, or cannot be written out.</summary>
    private BlockBody? BodyOf(BlockDeclaration block, DeclarationModel declaration, int above, Faults faults)
    {
        if (!BlockRule.Check(block, faults))
        {
            return null;
        }

        if (!Ends(block.Index))
        {
            if (CycleThrough(declaration, block) is { } cycle)
            {
                faults.ReportLayer(Descriptors.BlockInItself, block, declaration.Class.Name, string.Join(" → ", cycle));
            }

            return null;
        }

        BlockBody body = bodies[block.Index] ??= BlockChecker.Check(blocks[block.Index], this, new Faults());
        long layers = above + ((long)body.Layers.Count * block.Times);
        if (layers > MostLayers)
        {
            string product = $"{Text.Count(body.Layers.Count)} · {Text.Count(block.Times)}";
            faults.ReportLayer(
                Descriptors.TooManyLayers, block, declaration.Class.Name, above == 0 ? product : $"{Text.Count(above)} + {product}", Text.Count(layers), Text.Count(MostLayers),
                MostLayers - above >= body.Layers.Count ? $"Set Times to at most {Text.Count((MostLayers - above) / body.Layers.Count)}" : "Use fewer layers");
            return null;
        }

        return body.Layers.Count > 0 ? body : null;
    }

    private static void Repeat(BlockDeclaration block, BlockBody body, int counted, List<LayerDeclaration> layers)
    {
        for (int repetition = 1; repetition <= block.Times; repetition++)
        {
            string label = block is { Name: { } name, Times: 1 } ? name : Numbered(block.Stem, counted + repetition);
            string words = block.Times == 1 ? $"in {block.Block}" : $"in repetition {Text.Number(repetition)} of {block.Block}";
            int above = layers.Count;
            int given = repetition == 1 && block.From is not null ? BlockPlace.Given : above;
            for (int index = 0; index < body.Layers.Count; index++)
            {
                LayerDeclaration layer = body.Layers[index];
                LayerModel model = body.Models[index];
                string[] aliases =
                [
                    .. layer.Aliases.Select(alias => $"{label}_{alias}"),
                    .. index == body.Layers.Count - 1 ? [label] : Array.Empty<string>(),
                    .. index == body.Layers.Count - 1 && repetition == block.Times && block is { Name: { } whole, Times: > 1 } ? [whole] : Array.Empty<string>(),
                ];
                int Outer(int node) => node == 0 ? given : node > 0 ? above + node : node;
                layers.Add(With(layer, layers) with
                {
                    Attribute = block.Attribute,
                    Name = $"{label}_{model.Name}",
                    From = block.From,
                    Aliases = aliases.ToEquatableArray(),
                    Place = new BlockPlace(
                        block.Title, block.Name is not null, layer.Place is null ? words : $"{layer.Place.Words} {words}",
                        $"{Text.Number(layer.Attribute)} {layer.Place?.Origin}", model.Inputs.Select(Outer).ToEquatableArray(), IsWrong: !body.IsRight)
                    {
                        Shares = model.Shares is { } shared ? Outer(shared) : null,
                    },
                });
            }
        }
    }

    /// <summary>An activation stands with the layer that has just been written out, not with that of the block.</summary>
    private static LayerDeclaration With(LayerDeclaration layer, List<LayerDeclaration> layers) =>
        layer is ActivateDeclaration { Layer: not null } activate ? activate with { Layer = layers[layers.Count - 1] } : layer;

    private static string Numbered(string stem, int number) =>
        stem.Length > 0 && char.IsDigit(stem[stem.Length - 1]) ? $"{stem}_{Text.Number(number)}" : stem + Text.Number(number);

    /// <summary>The blocks that one names.</summary>
    private IEnumerable<int> NamedBy(DeclarationModel declaration) =>
        declaration.Layers.OfType<BlockDeclaration>().Where(layer => layer.Index >= 0).Select(layer => layer.Index);

    /// <summary>Whether a block leads to no block that contains itself.</summary>
    private bool Ends(int index)
    {
        if (ends[index] is { } known)
        {
            return known;
        }

        // What is asked for again while it is looked at leads back to itself.
        ends[index] = false;
        bool result = NamedBy(blocks[index]).All(Ends);
        ends[index] = result;
        return result;
    }

    /// <summary>
    /// The names on the shortest way from a block through one of its attributes back to itself; null where there is
    /// none, and where a block of the cycle comes before it, so that each cycle is reported once.
    /// </summary>
    private IEnumerable<string>? CycleThrough(DeclarationModel declaration, BlockDeclaration start)
    {
        List<int> way = [start.Index];
        Dictionary<int, int> before = new() { [start.Index] = -1 };
        for (int next = 0; next < way.Count && !IsSame(blocks[way[next]], declaration); next++)
        {
            foreach (int named in NamedBy(blocks[way[next]]).Where(named => !before.ContainsKey(named)))
            {
                before.Add(named, way[next]);
                way.Add(named);
            }
        }

        int last = way.FindIndex(index => IsSame(blocks[index], declaration));
        if (last < 0)
        {
            return null;
        }

        var cycle = new List<int>();
        for (int index = way[last]; index >= 0; index = before[index])
        {
            cycle.Insert(0, index);
        }

        return cycle.Any(index => string.CompareOrdinal(blocks[index].Type.HintName, declaration.Type.HintName) < 0) ? null
            : cycle.Select(index => blocks[index].Class.Name).Prepend(declaration.Class.Name);
    }

    private static bool IsSame(DeclarationModel a, DeclarationModel b) => a.Type.HintName == b.Type.HintName;
}

/// <summary>A block that is written out itself and checked with an input of unknown shape.</summary>
/// <param name="Layers">Its layers.</param>
/// <param name="Models">Their names and inputs; node 0 is what the block is given.</param>
/// <param name="IsRight">Whether nothing is wrong with it, whatever the shape of its input.</param>
internal sealed record BlockBody(EquatableArray<LayerDeclaration> Layers, EquatableArray<LayerModel> Models, bool IsRight);
