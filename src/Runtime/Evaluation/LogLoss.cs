using System;
using System.IO;
using System.Numerics;
using NetGen.Data;
using static System.FormattableString;

namespace NetGen.Evaluation;

/// <summary>
/// Log loss, −(1/m) Σ ln p of the true class (I. Good, "Rational decisions", 1952), of probabilities from anywhere, such as
/// those that several networks give together. Of one network with plain cross-entropy, <see cref="ClassificationResult.Loss"/> is it.
/// </summary>
public static class LogLoss
{
    // The bound of the losses: a probability of 0 does not make the mean infinite.
    private const double LeastLogarithm = -100;

    /// <summary>The log loss of probabilities; logarithms are taken as −100 at least.</summary>
    /// <param name="probabilities">
    /// [rows, classes], each row with the sum 1, which is not checked; or [rows], the probability of class 1 of two.
    /// </param>
    /// <param name="classes">[rows], the true class of each, from 0.</param>
    /// <exception cref="ArgumentException">There are no rows, or the probabilities are no whole number of columns.</exception>
    /// <exception cref="InvalidDataException">A number is outside 0 to 1, or there is no such class; the row is named.</exception>
    public static double Of<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<int> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (classes.IsEmpty || probabilities.IsEmpty || probabilities.Length % classes.Length != 0)
        {
            throw new ArgumentException(Invariant($"There are {probabilities.Length} probabilities for {classes.Length} rows; expected at least 1 row, and as many for each."), nameof(probabilities));
        }

        int columns = probabilities.Length / classes.Length;
        ExpectProbabilities(probabilities, columns);
        ExpectExamples.Labels(classes, Math.Max(2, columns), new RowNumbers<T>(0));
        double sum = 0;
        for (int row = 0; row < classes.Length; row++)
        {
            double probability = columns > 1 ? double.CreateTruncating(probabilities[row * columns + classes[row]])
                : classes[row] == 1 ? double.CreateTruncating(probabilities[row])
                : 1 - double.CreateTruncating(probabilities[row]);
            sum -= Math.Max(LeastLogarithm, Math.Log(probability));
        }

        return sum / classes.Length;
    }

    private static void ExpectProbabilities<T>(ReadOnlySpan<T> probabilities, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int index = 0; index < probabilities.Length; index++)
        {
            if (!(probabilities[index] >= T.Zero && probabilities[index] <= T.One))
            {
                throw new InvalidDataException(Invariant($"Row {index / columns}, column {index % columns} is {probabilities[index]}; expected a probability from 0 to 1."));
            }
        }
    }
}
