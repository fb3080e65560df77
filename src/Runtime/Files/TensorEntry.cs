using System;
using System.Collections.Immutable;

namespace NetGen.Files;

/// <summary>A tensor that a file holds.</summary>
/// <param name="Name">The name, such as <c>0.weight</c>.</param>
/// <param name="Type">The element type as the file spells it: <c>F32</c>, <c>F64</c>, <c>F16</c>, <c>BF16</c>, or a foreign one such as <c>I64</c>.</param>
/// <param name="Shape">The size of every axis, each 0 or more; empty for a single number.</param>
public sealed record TensorEntry(string Name, string Type, ImmutableArray<int> Shape)
{
    /// <summary>Whether the other has the same name, type and shape.</summary>
    /// <param name="other">Another entry.</param>
    public bool Equals(TensorEntry? other) =>
        other is not null && Name == other.Name && Type == other.Type && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type, Shape.Length);
}
