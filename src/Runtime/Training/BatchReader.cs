using System;
using System.IO;
using System.Numerics;
using NetGen.Data;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>Reads the rows of an epoch batch by batch into memory of its own.</summary>
internal sealed class BatchReader<T>(IExamples<T> examples, int batchSize, NetworkDescription network)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] inputs = new T[checked(batchSize * examples.InputSize)];
    private readonly T[] targets = new T[checked(batchSize * examples.TargetSize)];
    private readonly int[] labels = new int[examples.TargetSize == 0 ? batchSize : 0];
    private readonly T[] weights = new T[examples.HasWeights ? batchSize : 0];

    /// <summary>Reads rows as an epoch sees them, as a batch, whose memory the next one overwrites.</summary>
    /// <exception cref="InvalidDataException">A label is no class of the network, a weight, length or symbol is none, or beside such an input is not finite.</exception>
    public Batch<T> Read(int epoch, ReadOnlySpan<int> rows, long step)
    {
        Span<T> x = inputs.AsSpan(0, rows.Length * examples.InputSize);
        Span<T> y = targets.AsSpan(0, rows.Length * examples.TargetSize);
        Span<int> read = labels.AsSpan(0, examples.TargetSize == 0 ? rows.Length : 0);
        Span<T> w = weights.AsSpan(0, examples.HasWeights ? rows.Length : 0);
        examples.Read(epoch, rows, x, y, read);
        examples.ReadWeights(rows, w);

        // Behind the length of a row NaN would reach a gradient, but not the loss.
        for (int index = 0; network.Domain.HasWhole && index < rows.Length; index++)
        {
            Span<T> row = x.Slice(index * examples.InputSize, examples.InputSize);
            ExpectExamples.Whole<T>(row, network, rows[index]);
            ExpectExamples.Finite<T>(row, examples.InputSize, rows[index], "input");
        }

        for (int index = 0; index < read.Length; index++)
        {
            if ((uint)read[index] >= (uint)network.OutputSize)
            {
                throw new InvalidDataException(Invariant($"Row {rows[index]} has label {read[index]}; the network has classes from 0 to {network.OutputSize - 1}."));
            }
        }

        if (Expect.WrongWeight<T>(w) is int wrong and >= 0)
        {
            throw new InvalidDataException(Invariant($"Row {rows[wrong]} has weight {w[wrong]}; expected a finite number of at least 0."));
        }

        return Last(rows.Length, step);
    }

    /// <summary>The batch that was read last, of so many rows.</summary>
    public Batch<T> Last(int rows, long step)
    {
        ReadOnlySpan<T> x = inputs.AsSpan(0, rows * examples.InputSize);
        ReadOnlySpan<T> w = weights.AsSpan(0, examples.HasWeights ? rows : 0);
        return examples.TargetSize == 0
            ? new Batch<T>(x, labels.AsSpan(0, rows), step) { Weights = w }
            : new Batch<T>(rows, x, targets.AsSpan(0, rows * examples.TargetSize), step) { Weights = w };
    }

    /// <summary>The first number of a batch that is not finite, in words; null where all are.</summary>
    public string? NotFinite(ReadOnlySpan<int> rows, in Batch<T> batch) =>
        NotFinite(rows, batch.Inputs, examples.InputSize, "input") ?? NotFinite(rows, batch.Targets, examples.TargetSize, "target");

    private static string? NotFinite(ReadOnlySpan<int> rows, ReadOnlySpan<T> values, int size, string what)
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (!T.IsFinite(values[index]))
            {
                return Invariant($"the {what} of row {rows[index / size]} has {(T.IsNaN(values[index]) ? "NaN" : "an infinite number")} at index {index % size}");
            }
        }

        return null;
    }
}
