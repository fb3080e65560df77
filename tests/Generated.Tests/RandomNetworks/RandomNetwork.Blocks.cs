using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <content>Layers that are repeated.</content>
internal sealed partial class RandomNetwork
{
    private int blocks;

    /// <summary>A block on the layer above, which keeps its shape or adds to a vector at every repetition.</summary>
    private void Repeat()
    {
        int times = random.Of([1, 2, 2, 3, 5]);
        bool grows = Tip.Shape.Length == 1 && random.Chance(0.3) && Tip.Elements * (times + 1) <= MostElements;
        int[] shape = grows ? [Tip.Elements * (times + 1)] : Tip.Shape;
        Put(Block(grows ? new Concat(NetworkDeclaration.InputName) : null, times), shape);
    }

    private Block Block(LayerDeclaration? last, int times)
    {
        List<LayerDeclaration> inner = [];
        string declared = $"{name}Block{++blocks}";
        if (last is null && random.Chance(0.3) && blocks < 4)
        {
            inner.Add(Block(null, random.Between(1, 2)) with { Name = random.Chance(0.5) ? "Inner" : "Inner1" });
        }

        if (random.Chance(0.5))
        {
            inner.Add(new Activate(random.Of(elementwise)) { Slope = Slope() });
        }

        if (Tip.Shape.Length == 1)
        {
            inner.AddRange(Enumerable.Range(0, random.Below(2)).Select(_ => InnerDense(Width())));
            inner.Add(InnerDense(Tip.Elements));
        }

        if (random.Chance(0.2) || inner.Count == 0)
        {
            inner.Add(new Dropout(random.Of([0.1, 0.5])));
        }

        if (random.Chance(0.15))
        {
            inner.Add(random.Chance(0.5) ? new LayerNorm() : new RMSNorm());
        }

        if (last is not null || random.Chance(0.6))
        {
            inner.Add(last ?? new Add(NetworkDeclaration.InputName));
        }

        return new Block(declared, [.. inner], times);
    }

    private Dense InnerDense(int units) => new(units, random.Of(elementwise)) { Bias = random.Chance(0.8), Slope = Slope(), Initializer = Initializer.Scaled, Scale = 0.5 };
}
