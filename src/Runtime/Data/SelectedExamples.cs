using System;
using System.Collections.Immutable;

namespace NetGen.Data;

/// <summary>Some of the rows of other examples, in an order of their own.</summary>
internal sealed class SelectedExamples<T> : IExamples<T>
    where T : unmanaged
{
    private const int RowsAtOnce = 256;

    private readonly IExamples<T> examples;
    private readonly ImmutableArray<int> selected;

    public SelectedExamples(IExamples<T> examples, ImmutableArray<int> selected)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (selected.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There are no rows; one or more are needed.", "rows");
        }

        ExpectExamples.Rows(selected.AsSpan(), examples.Count);
        this.examples = examples;
        this.selected = selected;
    }

    public int Count => selected.Length;

    public int InputSize => examples.InputSize;

    public int TargetSize => examples.TargetSize;

    public int Origin(int row) => examples.Origin(selected[row]);

    public bool HasWeights => examples.HasWeights;

    public void ReadWeights(ReadOnlySpan<int> rows, Span<T> weights)
    {
        ExpectExamples.Weights(this, rows, weights);
        Span<int> theirs = stackalloc int[RowsAtOnce];
        while (!weights.IsEmpty)
        {
            ReadOnlySpan<int> some = Theirs(rows, theirs);
            examples.ReadWeights(some, weights[..some.Length]);
            rows = rows[some.Length..];
            weights = weights[some.Length..];
        }
    }

    public void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels) => Read(null, rows, inputs, targets, labels);

    public void Read(int epoch, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels) => Read((int?)epoch, rows, inputs, targets, labels);

    private void Read(int? epoch, ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
    {
        ExpectExamples.Buffers(this, rows, inputs, targets, labels);
        Span<int> theirs = stackalloc int[RowsAtOnce];
        while (!rows.IsEmpty)
        {
            ReadOnlySpan<int> some = Theirs(rows, theirs);
            int count = some.Length;
            int labelled = TargetSize == 0 ? count : 0;
            Span<T> x = inputs[..(count * InputSize)];
            Span<T> y = targets[..(count * TargetSize)];
            Span<int> read = labels[..labelled];
            if (epoch is int number)
            {
                examples.Read(number, some, x, y, read);
            }
            else
            {
                examples.Read(some, x, y, read);
            }

            rows = rows[count..];
            inputs = inputs[(count * InputSize)..];
            targets = targets[(count * TargetSize)..];
            labels = labels[labelled..];
        }
    }

    /// <summary>What the examples call the first of some rows, as many as there is room for.</summary>
    private ReadOnlySpan<int> Theirs(ReadOnlySpan<int> rows, Span<int> theirs)
    {
        int count = Math.Min(rows.Length, theirs.Length);
        for (int index = 0; index < count; index++)
        {
            theirs[index] = selected[rows[index]];
        }

        return theirs[..count];
    }
}
