using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Randomness;
using static System.FormattableString;

namespace NetGen.Data;

/// <summary>
/// Rows in K folds at random (M. Stone, "Cross-validatory choice and assessment of statistical predictions", 1974): every
/// row is judged in exactly one fold and trained on in all others.
/// </summary>
/// <remarks>
/// Rows are dealt out to the folds in turn, like cards: the sizes of two folds differ by at most one. The same seed gives
/// the same folds on every machine.
/// </remarks>
public static class Folds
{
    /// <summary>Folds of rows, whatever they hold.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="folds">K, the number of folds, from 2 to the number of rows; 5 and 10 are usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">The folds are fewer than 2 or more than the rows.</exception>
    public static ImmutableArray<Fold> Rows(int count, ulong seed, int folds)
    {
        ExpectFolds(count, folds);
        int[] order = Shuffle.Order(count, seed, Shuffle.Folds);
        return Deal(order, order, folds);
    }

    /// <summary>Folds of rows, over which also the rows of each class are spread so that their numbers differ by at most one.</summary>
    /// <param name="classes">The class of every row, any numbers.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="folds">K, the number of folds, from 2 to the rows of the smallest class.</param>
    /// <exception cref="ArgumentOutOfRangeException">The folds are fewer than 2 or more than the rows.</exception>
    /// <exception cref="ArgumentException">A class has fewer rows than there are folds, so that some would miss it.</exception>
    public static ImmutableArray<Fold> Stratified(ReadOnlySpan<int> classes, ulong seed, int folds)
    {
        ExpectFolds(classes.Length, folds);
        int[] ofRow = classes.ToArray();
        string[] small =
        [
            .. ofRow.CountBy(each => each).Where(each => each.Value < folds).OrderBy(each => each.Key)
                .Select(each => Invariant($"class {each.Key} has {each.Value}")),
        ];
        if (small.Length > 0)
        {
            throw new ArgumentException(
                Invariant($"Each of {folds} folds needs a row of every class, but of rows {string.Join(", ", small)}. Use fewer folds, join classes, or do without stratification."), nameof(classes));
        }

        // One class lies behind the other, so that dealing spreads each of them as evenly as all rows.
        int[] order = Shuffle.Order(classes.Length, seed, Shuffle.Folds);
        return Deal([.. order.OrderBy(row => ofRow[row])], order, folds);
    }

    /// <summary>Row <c>dealt[p]</c> goes to fold p mod K; within a fold rows lie in their random order.</summary>
    private static ImmutableArray<Fold> Deal(int[] dealt, int[] order, int folds)
    {
        int[] foldOf = new int[dealt.Length];
        for (int place = 0; place < dealt.Length; place++)
        {
            foldOf[dealt[place]] = place % folds;
        }

        return [.. Enumerable.Range(0, folds).Select(fold => new Fold([.. order.Where(row => foldOf[row] != fold)], [.. order.Where(row => foldOf[row] == fold)]))];
    }

    private static void ExpectFolds(int count, int folds)
    {
        if (folds < 2 || folds > count)
        {
            throw Expect.OutOfRange(nameof(folds), folds, Invariant($"expected 2 or more, and at most the {count} rows."));
        }
    }
}
