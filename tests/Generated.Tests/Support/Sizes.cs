using System.Collections.Immutable;

namespace NetGen.Generated.Tests.Support;

/// <summary>The sizes that layers and batches are tried at: 1, primes, and one more and one less than a vector or a tile.</summary>
internal static class Sizes
{
    public static readonly ImmutableArray<int> Widths = [1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 64, 100];

    public static readonly ImmutableArray<int> Batches = [1, 2, 3, 12, 13, 64];
}
