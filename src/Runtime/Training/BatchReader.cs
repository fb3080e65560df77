using System;
using System.IO;
using System.Numerics;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>Reads the rows of an epoch batch by batch into memory of its own.</summary>
internal sealed class BatchReader<T>(IExamples<T> examples, int batchSize, NetworkDescription network)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] inputs = new T[checked(batchSize * examples.InputSize)];
    private readonly T[] targets = new T[checked(batchSize * examples.TargetSize)];
    private readonly int[] labels = new int[examples.TargetSize == 0 ? batchSize : 0];
    private readonly T[] weights = new T[examples.HasWeights ? batchSize : 0];
    private readonly RowCheck<T> check = new(network);

    /// <summary>Reads rows as an epoch sees them, as a batch, whose memory the next one overwrites.</summary>
    /// <exception cref="InvalidDataException">A row is none that the network can learn from.</exception>
    public Batch<T> Read(int epoch, ReadOnlySpan<int> rows, long step)
    {
        Span<T> x = inputs.AsSpan(0, rows.Length * examples.InputSize);
        Span<T> y = targets.AsSpan(0, rows.Length * examples.TargetSize);
        Span<int> read = labels.AsSpan(0, examples.TargetSize == 0 ? rows.Length : 0);
        Span<T> w = weights.AsSpan(0, examples.HasWeights ? rows.Length : 0);
        examples.Read(epoch, rows, x, y, read);
        examples.ReadWeights(rows, w);
        check.Check(x, y, read, w, new RowNumbers<T>(examples, rows));
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
}
