using System;
using NetGen.Data;

namespace NetGen.Generated.Standalone;

/// <summary>Examples that note what the whole process allocates from the second batch of an epoch on.</summary>
internal sealed class MeteredExamples(IExamples<float> inner) : IExamples<float>
{
    private int batch;
    private int rowsLeft;
    private long before;

    public long AllocatedSinceSecond { get; private set; }

    public int Count => inner.Count;

    public int InputSize => inner.InputSize;

    public int TargetSize => inner.TargetSize;

    public void Read(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets, Span<int> labels)
    {
        if (rowsLeft == 0)
        {
            rowsLeft = inner.Count;
            batch = 0;
        }

        long now = GC.GetTotalAllocatedBytes(precise: true);
        before = batch == 1 ? now : before;
        AllocatedSinceSecond = now - before;
        inner.Read(rows, inputs, targets, labels);
        batch++;
        rowsLeft -= rows.Length;
    }
}
