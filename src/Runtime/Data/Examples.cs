using System;

namespace NetGen.Data;

/// <summary>Examples in memory.</summary>
/// <typeparam name="T">The number type of the network.</typeparam>
public sealed class Examples<T> : IExamples<T>
    where T : unmanaged
{
    private readonly ReadOnlyMemory<T> inputs;
    private readonly ReadOnlyMemory<T> targets;
    private readonly ReadOnlyMemory<int> labels;
    private readonly ReadOnlyMemory<T> weights;

    /// <summary>Examples with a class index each.</summary>
    /// <param name="inputs">[rows, input size].</param>
    /// <param name="labels">[rows], each 0 or more.</param>
    /// <exception cref="ArgumentException">There is no row, or the inputs are no whole number of rows.</exception>
    public Examples(ReadOnlyMemory<T> inputs, ReadOnlyMemory<int> labels)
    {
        Count = labels.Length;
        InputSize = RowSize(inputs.Length, Count, nameof(inputs));
        this.inputs = inputs;
        this.labels = labels;
    }

    /// <summary>Examples with a target row each.</summary>
    /// <param name="count">The number of examples, at least 1.</param>
    /// <param name="inputs">[count, input size].</param>
    /// <param name="targets">[count, target size].</param>
    /// <exception cref="ArgumentException">There is no row, or a length is no whole number of rows.</exception>
    public Examples(int count, ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets)
    {
        Count = count;
        InputSize = RowSize(inputs.Length, count, nameof(inputs));
        TargetSize = RowSize(targets.Length, count, nameof(targets));
        this.inputs = inputs;
        this.targets = targets;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <inheritdoc/>
    public int TargetSize { get; }

    /// <summary>[rows] how much each example counts in a cost, finite and at least 0; empty, as it begins, where each counts 1.</summary>
    /// <exception cref="ArgumentException">They are not as many as the examples.</exception>
    public ReadOnlyMemory<T> Weights
    {
        get => weights;
        init
        {
            Expect.Length(value.Length, value.IsEmpty ? 0 : Count, nameof(Weights));
            weights = value;
        }
    }

    /// <inheritdoc/>
    public bool HasWeights => !weights.IsEmpty;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void ReadWeights(ReadOnlySpan<int> rows, Span<T> weights)
    {
        ExpectExamples.Weights(this, rows, weights);
        for (int index = 0; index < weights.Length; index++)
        {
            weights[index] = this.weights.Span[rows[index]];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
    {
        ExpectExamples.Buffers(this, rows, inputs, targets, labels);
        for (int index = 0; index < rows.Length; index++)
        {
            Row(this.inputs.Span, rows[index], InputSize).CopyTo(inputs[(index * InputSize)..]);
            if (TargetSize > 0)
            {
                Row(this.targets.Span, rows[index], TargetSize).CopyTo(targets[(index * TargetSize)..]);
            }
            else
            {
                labels[index] = this.labels.Span[rows[index]];
            }
        }
    }

    private static ReadOnlySpan<T> Row(ReadOnlySpan<T> all, int row, int size) => all.Slice(row * size, size);

    private static int RowSize(int length, int count, string name) =>
        count < 1 ? throw new ArgumentException("There are no examples; one or more are needed.", name)
        : length == 0 || length % count != 0 ? throw new ArgumentException($"{length} numbers are no whole rows of {count} examples.", name)
        : length / count;
}
