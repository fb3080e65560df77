using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>The size of every axis of a tensor.</summary>
internal sealed record Shape(EquatableArray<int> Sizes)
{
    /// <summary>The shape after a mistake: nobody knows it, and a checked network has none.</summary>
    public static readonly Shape Unknown = new();

    public Shape(params int[] sizes)
        : this(sizes.ToEquatableArray())
    {
    }

    public int Rank => Sizes.Count;

    public bool IsKnown => Rank > 0;

    /// <summary>The number of elements, of any size: what a user writes may not fit an int or a long.</summary>
    public BigInteger Count => Sizes.Aggregate(BigInteger.One, (product, size) => product * size);

    /// <summary>The number of elements of a checked shape.</summary>
    public long Elements => (long)Count;

    public override string ToString() => $"[{Text.List(Sizes)}]";
}
