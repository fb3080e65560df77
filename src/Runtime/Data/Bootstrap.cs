using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NetGen.Randomness;

namespace NetGen.Data;

/// <summary>
/// Bootstrap samples (B. Efron, "Bootstrap methods: another look at the jackknife", 1979): as many rows as there are, each
/// drawn from all of them, so that some come several times and a share of (1 − 1/m)^m ≈ 1/e not at all.
/// </summary>
public static class Bootstrap
{
    /// <summary>The rows of a sample.</summary>
    /// <param name="count">The number of rows, at least 1.</param>
    /// <param name="seed">The seed of the drawing.</param>
    /// <param name="sample">Which of the seed's samples, from 0; they are independent.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no rows, or the number of the sample is negative.</exception>
    public static ImmutableArray<int> Rows(int count, ulong seed, int sample)
    {
        Expect.AtLeast(count, 1, nameof(count));
        Expect.AtLeast(sample, 0, nameof(sample));
        ulong key = SplitMix.Key(seed, (ulong)sample);
        int[] rows = new int[count];
        for (int index = 0; index < count; index++)
        {
            rows[index] = (int)(CounterRandom.Uniform(key, Shuffle.Bootstrap, index) * count);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(rows);
    }
}
