using System.Linq;

namespace NetGen.Generator;

/// <summary>The size of every axis of a tensor.</summary>
internal sealed record Shape(EquatableArray<int> Sizes)
{
    public Shape(params int[] sizes)
        : this(sizes.ToEquatableArray())
    {
    }

    public int Rank => Sizes.Count;

    /// <summary>The number of elements; as a long, for what a user writes may not fit an int.</summary>
    public long Elements => Sizes.Aggregate(1L, (product, size) => product * size);

    public override string ToString() => $"[{string.Join(", ", Sizes)}]";
}
