using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Evaluation;

/// <summary>
/// The receiver operating characteristic of scores for one of two classes (T. Fawcett, "An introduction to ROC analysis",
/// 2006): what every threshold makes of them, and the area under the curve.
/// </summary>
/// <remarks>
/// Points are joined by straight lines, and rows with equal scores make one step, so that the area, by trapezoids, is the
/// probability that a row of class 1 scores higher than one of class 0, ties counted half (H. Mann, D. Whitney, 1947).
/// Rows are counted in whole numbers, so that it does not depend on their order.
/// </remarks>
public sealed class RocCurve
{
    private RocCurve(ImmutableArray<RocPoint> points, double area)
    {
        Points = points;
        Area = area;
    }

    /// <summary>From (0, 0), where no row is taken for class 1, to (1, 1), where all are; a point for every score.</summary>
    public ImmutableArray<RocPoint> Points { get; }

    /// <summary>AUC: 1 where every row of class 1 scores higher than every other, 0.5 by chance.</summary>
    public double Area { get; }

    /// <summary>The curve of scores.</summary>
    /// <param name="scores">A score for each row, higher where class 1 is likelier: probabilities, logits, any numbers.</param>
    /// <param name="classes">The true class of each row, 0 or 1; both must come.</param>
    /// <exception cref="ArgumentException">There are not as many scores as classes, or one class only.</exception>
    /// <exception cref="InvalidDataException">A score is NaN, or a class neither 0 nor 1; the row is named.</exception>
    public static RocCurve Of<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        long positives = Positives(scores, classes);
        long negatives = classes.Length - positives;
        T[] descending = scores.ToArray();
        int[] truths = classes.ToArray();
        Array.Sort(descending, truths);
        Array.Reverse(descending);
        Array.Reverse(truths);

        var points = ImmutableArray.CreateBuilder<RocPoint>();
        points.Add(new RocPoint(double.PositiveInfinity, 0, 0));
        (long truePositives, long falsePositives) = (0, 0);
        Int128 area = 0; // twice, in rows of class 0 times rows of class 1
        for (int row = 0; row < truths.Length;)
        {
            (T score, long before, long wrongBefore) = (descending[row], truePositives, falsePositives);
            for (; row < truths.Length && descending[row] == score; row++)
            {
                truePositives += truths[row];
                falsePositives += 1 - truths[row];
            }

            area += (Int128)(falsePositives - wrongBefore) * (before + truePositives);
            points.Add(new RocPoint(double.CreateTruncating(score), (double)falsePositives / negatives, (double)truePositives / positives));
        }

        return new RocCurve(points.ToImmutable(), (double)area / (2.0 * negatives * positives));
    }

    /// <summary>The area, and of how many scores.</summary>
    public override string ToString() => Invariant($"AUC {Area:F4}, {Points.Length - 1} thresholds");

    private static long Positives<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (scores.Length != classes.Length)
        {
            throw new ArgumentException(Invariant($"There are {scores.Length} scores and {classes.Length} classes; expected one of both for each row."), nameof(scores));
        }

        long positives = 0;
        for (int row = 0; row < classes.Length; row++)
        {
            if (T.IsNaN(scores[row]))
            {
                throw new InvalidDataException(Invariant($"The score of row {row} is NaN; expected a number, for NaN has no place in an order."));
            }

            positives += classes[row] is 0 or 1
                ? classes[row]
                : throw new InvalidDataException(Invariant($"The class of row {row} is {classes[row]}; expected 0 or 1."));
        }

        return positives > 0 && positives < classes.Length
            ? positives
            : throw new ArgumentException(Invariant($"{positives} of {classes.Length} rows are of class 1; expected some of both classes, or there is nothing to tell apart."), nameof(classes));
    }
}
