using System;
using System.IO;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Data;

/// <summary>The checks of arguments that all examples share.</summary>
internal static class ExpectExamples
{
    /// <summary>What a network is trained on: rows as long as its own, and labels only where its loss takes them.</summary>
    public static void Fit<T>(IExamples<T> examples, NetworkDescription network)
        where T : unmanaged
    {
        Sizes(examples, network);
        if (examples.TargetSize == 0 && network.Losses.Length > 1)
        {
            throw new ArgumentException(Invariant($"The examples have labels, but {network.Name} has several losses; expected {network.OutputSize} targets a row: what each loss takes, one after another, a class as 1 at its index and 0 elsewhere."), nameof(examples));
        }

        if (examples.TargetSize == 0 && network.Loss is not (null or Loss.CrossEntropy))
        {
            throw new ArgumentException(Invariant($"The examples have labels, which only cross-entropy takes; the loss of {network.Name}, {network.Loss}, compares numbers; expected {network.OutputSize} targets a row."), nameof(examples));
        }
    }

    /// <summary>Rows as long as a network's.</summary>
    public static void Sizes<T>(IExamples<T> examples, NetworkDescription network)
        where T : unmanaged
    {
        if (examples.InputSize != network.InputSize)
        {
            throw new ArgumentException(Invariant($"The examples have {examples.InputSize} inputs a row; {network.Name} takes {network.InputSize}."), nameof(examples));
        }

        if (examples.TargetSize != 0 && examples.TargetSize != network.OutputSize)
        {
            throw new ArgumentException(Invariant($"The examples have {examples.TargetSize} targets a row; {network.Name} gives {network.OutputSize} outputs."), nameof(examples));
        }
    }

    /// <summary>Batches whose inputs, and whose outputs, lie in one array.</summary>
    public static void Batch(int rows, NetworkDescription network)
    {
        int most = Array.MaxLength / Math.Max(network.InputSize, network.OutputSize);
        if (rows > most)
        {
            throw new ArgumentException(Invariant($"A batch of {rows} rows has {(long)rows * network.InputSize} inputs and {(long)rows * network.OutputSize} outputs of {network.Name}; an array holds {Array.MaxLength}. Use batches of at most {most} rows."), "batch");
        }
    }

    /// <summary>Rows that exist and spans that fit them.</summary>
    public static void Buffers<T>(IExamples<T> examples, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
        where T : unmanaged
    {
        Expect.Length(inputs.Length, rows.Length, examples.InputSize, nameof(inputs));
        Expect.Length(targets.Length, rows.Length, examples.TargetSize, nameof(targets));
        Expect.Length(labels.Length, examples.TargetSize == 0 ? rows.Length : 0, nameof(labels));
        Rows(rows, examples.Count);
    }

    /// <summary>Rows that exist, and a span that fits their weights.</summary>
    public static void Weights<T>(IExamples<T> examples, ReadOnlySpan<int> rows, Span<T> weights)
        where T : unmanaged
    {
        Expect.Length(weights.Length, examples.HasWeights ? rows.Length : 0, nameof(weights));
        Rows(rows, examples.Count);
    }

    /// <summary>Weights that are finite and at least 0.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="rows">What to call the rows.</param>
    /// <exception cref="InvalidDataException">One is not.</exception>
    public static void Weights<T>(ReadOnlySpan<T> weights, RowNumbers<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Expect.WrongWeight(weights) is int row and >= 0)
        {
            throw new InvalidDataException(Invariant($"The weight of row {rows[row]} is {weights[row]}; expected a finite number of at least 0."));
        }
    }

    /// <summary>Rows that exist.</summary>
    public static void Rows(ReadOnlySpan<int> rows, int count)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            if ((uint)rows[index] >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(nameof(rows), Invariant($"rows[{index}] is {rows[index]}; expected 0 to {count - 1}."));
            }
        }
    }

    /// <summary>Numbers that are neither NaN nor infinite.</summary>
    /// <param name="numbers">[rows, columns].</param>
    /// <param name="columns">The numbers of a row.</param>
    /// <param name="rows">What to call the rows.</param>
    /// <param name="what">What the message calls a number: input or target.</param>
    /// <exception cref="InvalidDataException">One is not.</exception>
    public static void Finite<T>(ReadOnlySpan<T> numbers, int columns, RowNumbers<T> rows, string what)
        where T : unmanaged, INumberBase<T>
    {
        if (FiniteNumbers.All(numbers))
        {
            return;
        }

        for (int index = 0; index < numbers.Length; index++)
        {
            if (!T.IsFinite(numbers[index]))
            {
                throw new InvalidDataException(Invariant($"The {what} of row {rows[index / columns]}, column {index % columns} is {numbers[index]}; expected a finite number."));
            }
        }
    }

    /// <summary>Lengths and symbols that are whole numbers in their ranges.</summary>
    /// <param name="inputs">Rows of a network's inputs.</param>
    /// <param name="network">The network.</param>
    /// <param name="rows">What to call the rows.</param>
    /// <exception cref="InvalidDataException">One is not.</exception>
    public static void Whole<T>(ReadOnlySpan<T> inputs, NetworkDescription network, RowNumbers<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (network.Domain.Mistake(inputs, rows) is { } mistake)
        {
            throw new InvalidDataException(mistake);
        }
    }

    /// <summary>Labels below a number of classes.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="rows">What to call the rows.</param>
    /// <exception cref="InvalidDataException">One is outside.</exception>
    public static void Labels<T>(ReadOnlySpan<int> labels, int classes, RowNumbers<T> rows)
        where T : unmanaged
    {
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)classes)
            {
                throw new InvalidDataException(Invariant($"The label of row {rows[row]} is {labels[row]}; expected 0 to {classes - 1}."));
            }
        }
    }
}
