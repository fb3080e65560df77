using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace NetGen.Report;

/// <summary>
/// Which epochs of a long training a page holds: the first, the last and the best, and from each of equal stretches
/// those of the least and the greatest loss, so that no peak of it is lost.
/// </summary>
internal static class Thinning
{
    public const int MostEpochs = 2000;
    public const int MostNumbers = 24_000;

    /// <summary>The indices of the epochs, in order: all of them, unless they are too many.</summary>
    /// <param name="losses">The loss of each epoch.</param>
    /// <param name="columns">The numbers of each.</param>
    /// <param name="best">The index of the best; -1 for none.</param>
    public static ImmutableArray<int> Of(ReadOnlySpan<double> losses, int columns, int best)
    {
        int most = Math.Clamp(MostNumbers / columns, 5, MostEpochs);
        var kept = new SortedSet<int>();
        if (losses.Length <= most)
        {
            for (int epoch = 0; epoch < losses.Length; epoch++)
            {
                kept.Add(epoch);
            }

            return [.. kept];
        }

        kept.Add(0);
        kept.Add(losses.Length - 1);
        if (best >= 0)
        {
            kept.Add(best);
        }

        int stretches = (most - 3) / 2;
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            int start = (int)((long)losses.Length * stretch / stretches);
            int end = (int)((long)losses.Length * (stretch + 1) / stretches);
            (int least, int greatest) = (start, start);
            for (int epoch = start + 1; epoch < end; epoch++)
            {
                least = losses[epoch] < losses[least] ? epoch : least;
                greatest = losses[epoch] > losses[greatest] ? epoch : greatest;
            }

            kept.Add(least);
            kept.Add(greatest);
        }

        return [.. kept];
    }
}
