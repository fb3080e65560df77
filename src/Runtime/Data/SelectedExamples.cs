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

    public void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> targets, Span<int> labels)
    {
        ExpectExamples.Buffers(this, rows, inputs, targets, labels);
        Span<int> theirs = stackalloc int[RowsAtOnce];
        while (!rows.IsEmpty)
        {
            int count = Math.Min(rows.Length, RowsAtOnce);
            for (int index = 0; index < count; index++)
            {
                theirs[index] = selected[rows[index]];
            }

            int labelled = TargetSize == 0 ? count : 0;
            examples.Read(theirs[..count], inputs[..(count * InputSize)], targets[..(count * TargetSize)], labels[..labelled]);
            rows = rows[count..];
            inputs = inputs[(count * InputSize)..];
            targets = targets[(count * TargetSize)..];
            labels = labels[labelled..];
        }
    }
}
