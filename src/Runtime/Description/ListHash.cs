using System;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>Hash codes of lists by their elements.</summary>
internal static class ListHash
{
    public static int Of<T>(ImmutableArray<T> elements)
    {
        HashCode hash = default;
        foreach (T element in elements.AsSpan())
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }
}
