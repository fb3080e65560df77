using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Data;

/// <summary>
/// Standardization x ← (x − μ) / σ of every column, with μ and σ² = (1/m) Σ (x − μ)² of the training rows. It is
/// fitted on the training rows alone, applied to every other set, and travels with the weights.
/// </summary>
/// <remarks>
/// The variance divides by m, as D. Lim's notes (2022) and scikit-learn's StandardScaler do. All is computed in double and
/// rounded once, whatever the number type.
/// </remarks>
public sealed class Standardization
{
    private const int NumbersAtOnce = 256;

    /// <summary>Standardization by given numbers.</summary>
    /// <param name="mean">μ of every column, finite.</param>
    /// <param name="deviation">σ of every column, positive and finite; 1 for a constant column.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is outside its range.</exception>
    public Standardization(ImmutableArray<double> mean, ImmutableArray<double> deviation)
    {
        if (mean.IsDefaultOrEmpty || deviation.IsDefault || mean.Length != deviation.Length)
        {
            throw new ArgumentException($"There are {(mean.IsDefault ? 0 : mean.Length)} means and {(deviation.IsDefault ? 0 : deviation.Length)} deviations; every column needs one of each.");
        }

        for (int column = 0; column < mean.Length; column++)
        {
            if (!double.IsFinite(mean[column]))
            {
                throw new ArgumentException(Invariant($"The mean of column {column} is {mean[column]}; expected a finite number."));
            }

            if (!(deviation[column] > 0 && double.IsFinite(deviation[column])))
            {
                throw new ArgumentException(Invariant($"The deviation of column {column} is {deviation[column]}; expected a finite number above 0, and 1 for a constant column."));
            }
        }

        Mean = mean;
        Deviation = deviation;
    }

    /// <summary>μ of every column.</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>σ of every column; 1 for a constant column.</summary>
    public ImmutableArray<double> Deviation { get; }

    /// <summary>Fits the inputs of examples: the training rows, and no others.</summary>
    /// <param name="examples">Read once, block by block.</param>
    /// <returns>
    /// μ and σ of every input column; σ is 1 where a column is constant, also but for rounding: where σ is no more
    /// than |μ| times the distance from 1 to the next number of type T.
    /// </returns>
    /// <exception cref="InvalidDataException">An input is NaN or infinite; the message says in which row and column.</exception>
    public static Standardization Fit<T>(IExamples<T> examples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var spread = new ColumnSpread(examples.InputSize, "input");
        var blocks = new ExampleBlocks<T>(examples);
        while (blocks.Next())
        {
            ExpectExamples.Finite(blocks.Inputs, examples.InputSize, blocks.Numbers, "input");
            spread.Add(blocks.Inputs);
        }

        return Of<T>(spread, examples.InputSize);
    }

    /// <summary>Fits the targets of examples, for a regression: <see cref="Invert"/> brings predictions back.</summary>
    /// <param name="examples">Read once, block by block.</param>
    /// <returns>μ and σ of every target column, as <see cref="Fit"/> gives them for inputs.</returns>
    /// <exception cref="ArgumentException">The examples have labels instead of targets.</exception>
    /// <exception cref="InvalidDataException">A target is NaN or infinite; the message says in which row and column.</exception>
    public static Standardization FitTargets<T>(IExamples<T> examples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (examples.TargetSize == 0)
        {
            throw new ArgumentException("The examples have labels; expected targets, for classes cannot be standardized.", nameof(examples));
        }

        var spread = new ColumnSpread(examples.TargetSize, "target");
        var blocks = new ExampleBlocks<T>(examples);
        while (blocks.Next())
        {
            ExpectExamples.Finite(blocks.Targets, examples.TargetSize, blocks.Numbers, "target");
            spread.Add(blocks.Targets);
        }

        return Of<T>(spread, examples.TargetSize);
    }

    /// <summary>x ← (x − μ) / σ.</summary>
    /// <param name="rows">[rows, columns], changed in place; it may be empty.</param>
    /// <exception cref="ArgumentException">The length is no whole number of rows.</exception>
    public void Apply<T>(Span<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T> => Map(rows, invert: false);

    /// <summary>x ← x · σ + μ: the way back.</summary>
    /// <param name="rows">[rows, columns], changed in place; it may be empty.</param>
    /// <exception cref="ArgumentException">The length is no whole number of rows.</exception>
    public void Invert<T>(Span<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T> => Map(rows, invert: true);

    private static Standardization Of<T>(ColumnSpread spread, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double rounding = double.CreateTruncating(T.BitIncrement(T.One) - T.One);
        var mean = ImmutableArray.CreateBuilder<double>(columns);
        var deviation = ImmutableArray.CreateBuilder<double>(columns);
        for (int column = 0; column < columns; column++)
        {
            double mu = spread.Mean(column);
            double sigma = spread.Deviation(column);
            mean.Add(mu);
            deviation.Add(sigma > rounding * Math.Abs(mu) ? sigma : 1);
        }

        return new Standardization(mean.MoveToImmutable(), deviation.MoveToImmutable());
    }

    private static void Map(Span<double> numbers, ReadOnlySpan<double> mean, ReadOnlySpan<double> deviation, bool invert)
    {
        int index = 0;
        for (; index <= numbers.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            var x = new Vector<double>(numbers[index..]);
            var mu = new Vector<double>(mean[index..]);
            var sigma = new Vector<double>(deviation[index..]);
            (invert ? x * sigma + mu : (x - mu) / sigma).CopyTo(numbers[index..]);
        }

        for (; index < numbers.Length; index++)
        {
            numbers[index] = invert ? numbers[index] * deviation[index] + mean[index] : (numbers[index] - mean[index]) / deviation[index];
        }
    }

    private void Map<T>(Span<T> rows, bool invert)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rows.Length % Mean.Length != 0)
        {
            throw new ArgumentException($"rows has {rows.Length} numbers; expected {Mean.Length} for each row.", nameof(rows));
        }

        Span<double> piece = stackalloc double[NumbersAtOnce];
        for (int index = 0, column = 0; index < rows.Length; column %= Mean.Length)
        {
            int length = Math.Min(NumbersAtOnce, Mean.Length - column);
            Span<T> numbers = rows.Slice(index, length);
            Doubles.From<T>(numbers, piece[..length]);
            Map(piece[..length], Mean.AsSpan(column, length), Deviation.AsSpan(column, length), invert);
            Doubles.To(piece[..length], numbers);
            index += length;
            column += length;
        }
    }
}
