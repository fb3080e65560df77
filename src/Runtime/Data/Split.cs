using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Randomness;
using static System.FormattableString;

namespace NetGen.Data;

/// <summary>
/// Splits rows into parts at random: each row is in exactly one part. For about 10⁴ rows 60/20/20 (train, dev, test)
/// is usual, for 10⁶ rows 96/2/2 (I. Mebsout, 2020) or 98/1/1 (D. Lim, 2022).
/// </summary>
/// <remarks>
/// The draws are counter-based and integer: the same seed gives the same parts on every machine. Every part gets
/// ⌊fraction · rows⌋ rows; those left over go, one each, to the parts with the largest rest (T. Hare's method of the
/// largest remainder, 1857), the earlier part first where rests are equal.
/// </remarks>
public static class Split
{
    private const double SumTolerance = 1e-9;

    /// <summary>Splits rows, whatever they hold.</summary>
    /// <param name="count">The number of rows, at least 1.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="fractions">The share of every part, each above 0, all together 1.</param>
    /// <returns>The row numbers of every part, in random order.</returns>
    /// <exception cref="ArgumentException">The fractions are no shares of 1, or a part would be empty.</exception>
    public static ImmutableArray<ImmutableArray<int>> Rows(int count, ulong seed, params ReadOnlySpan<double> fractions)
    {
        int[] sizes = Sizes(count, fractions);
        int[] order = Shuffle.Order(count, seed, Shuffle.Split);
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<int>>(sizes.Length);
        int first = 0;
        foreach (int size in sizes)
        {
            parts.Add([.. order.AsSpan(first, size)]);
            first += size;
        }

        return parts.MoveToImmutable();
    }

    /// <summary>
    /// Splits rows so that every part has every class in nearly the share that it has in all rows: the parts are as
    /// large as those of <see cref="Rows"/>, and the rows of a class in a part are its share of the rows not yet
    /// given to an earlier part, rounded up or down. A class of few rows may be missing from a part.
    /// </summary>
    /// <param name="classes">The class of every row, any numbers.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="fractions">The share of every part, each above 0, all together 1.</param>
    /// <returns>The row numbers of every part, in random order.</returns>
    /// <exception cref="ArgumentException">The fractions are no shares of 1, or a part would be empty.</exception>
    public static ImmutableArray<ImmutableArray<int>> Stratified(ReadOnlySpan<int> classes, ulong seed, params ReadOnlySpan<double> fractions)
    {
        int[] sizes = Sizes(classes.Length, fractions);
        int[] distinct = [.. new SortedSet<int>(classes.ToArray())];
        int[][] shares = Shares(classes, distinct, sizes, seed);
        var parts = sizes.Select(size => ImmutableArray.CreateBuilder<int>(size)).ToArray();
        foreach (int row in Shuffle.Order(classes.Length, seed, Shuffle.Split))
        {
            int place = Array.BinarySearch(distinct, classes[row]);
            int part = 0;
            while (shares[part][place] == 0)
            {
                part++;
            }

            shares[part][place]--;
            parts[part].Add(row);
        }

        return [.. parts.Select(part => part.MoveToImmutable())];
    }

    private static int[] Sizes(int count, ReadOnlySpan<double> fractions)
    {
        Expect.AtLeast(count, 1, nameof(count));
        double sum = 0;
        foreach (double fraction in fractions)
        {
            sum += fraction > 0 ? fraction : throw new ArgumentException(Invariant($"A fraction is {fraction}; expected more than 0."), nameof(fractions));
        }

        if (!(Math.Abs(sum - 1) <= SumTolerance))
        {
            throw new ArgumentException(Invariant($"The fractions {string.Join(", ", fractions.ToArray().Select(each => Invariant($"{each}")))} have the sum {sum}; expected 1."), nameof(fractions));
        }

        double[] quotas = [.. fractions.ToArray().Select(fraction => fraction / sum * count)];
        int[] sizes = [.. quotas.Select(quota => (int)quota)];
        foreach (int part in Enumerable.Range(0, sizes.Length).OrderByDescending(part => quotas[part] - sizes[part]).Take(count - sizes.Sum()).ToArray())
        {
            sizes[part]++;
        }

        int empty = Array.IndexOf(sizes, 0);
        return empty < 0
            ? sizes
            : throw new ArgumentException(Invariant($"Part {empty} would be empty: {fractions[empty]} of {count} rows. Give it a larger fraction, or the split more rows."), nameof(fractions));
    }

    /// <summary>[part][class]: how many rows of a class go to a part.</summary>
    private static int[][] Shares(ReadOnlySpan<int> classes, int[] distinct, int[] sizes, ulong seed)
    {
        int[] left = new int[distinct.Length];
        foreach (int value in classes)
        {
            left[Array.BinarySearch(distinct, value)]++;
        }

        // Classes whose rests are equal take turns at random, or the same ones would always miss the last part.
        int[] turns = Shuffle.Order(distinct.Length, seed, Shuffle.Classes);
        return [.. sizes.Select(size => Take(left, size, turns))];
    }

    /// <summary>Takes rows from all classes, in proportion to what is left of them.</summary>
    private static int[] Take(int[] left, int size, int[] turns)
    {
        long all = left.Sum(rows => (long)rows);
        int[] taken = [.. left.Select(rows => (int)((long)rows * size / all))];
        int rest = size - taken.Sum();
        foreach (int place in turns.OrderByDescending(place => (long)left[place] * size % all).Take(rest).ToArray())
        {
            taken[place]++;
        }

        for (int place = 0; place < left.Length; place++)
        {
            left[place] -= taken[place];
        }

        return taken;
    }
}
