using System;

namespace NetGen.Data;

/// <summary>What messages call rows: their numbers in the examples that they were first read from.</summary>
internal readonly ref struct RowNumbers<T>
    where T : unmanaged
{
    private readonly IExamples<T>? examples;
    private readonly ReadOnlySpan<int> rows;
    private readonly long first;

    /// <summary>Rows that follow one another.</summary>
    public RowNumbers(long first) => this.first = first;

    /// <summary>Rows of examples, which may have been selected from others.</summary>
    public RowNumbers(IExamples<T> examples, ReadOnlySpan<int> rows)
    {
        this.examples = examples;
        this.rows = rows;
    }

    /// <summary>The number of the row at a place.</summary>
    public long this[int place] => examples?.Origin(rows[place]) ?? first + place;
}
