using System;
using System.ComponentModel;
using static System.FormattableString;

namespace NetGen;

/// <summary>Rows in parts: what generated code with several inputs or outputs joins and takes apart.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowParts
{
    [ThreadStatic]
    private static AlignedBuffer<float>? memory;

    /// <summary>Memory of this thread's for joined rows, kept for its next call. Networks use <see cref="Kernels.Scratch"/> meanwhile, so it is another.</summary>
    /// <param name="length">The numbers.</param>
    public static Span<float> Memory(int length)
    {
        if (memory is null || memory.Length < length)
        {
            memory = new AlignedBuffer<float>(length);
        }

        return memory.Span[..length];
    }

    /// <summary>The rows of a part.</summary>
    /// <param name="length">Its numbers.</param>
    /// <param name="size">Those of a row.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">They are no whole rows, or none.</exception>
    public static int Rows(int length, int size, string name) => length > 0 && length % size == 0
        ? length / size : throw new ArgumentException(Invariant($"{name} has {length} numbers; expected {size} for each row, and at least 1 row."), name);

    /// <summary>Puts a part into its place in every row.</summary>
    /// <param name="part">[rows, <paramref name="size"/>].</param>
    /// <param name="size">The numbers of a row of the part.</param>
    /// <param name="rows">[rows, <paramref name="rowSize"/>].</param>
    /// <param name="rowSize">The numbers of a row.</param>
    /// <param name="offset">Those before the part.</param>
    public static void Join(ReadOnlySpan<float> part, int size, Span<float> rows, int rowSize, int offset)
    {
        for (; part.Length > 0; part = part[size..], rows = rows[rowSize..])
        {
            part[..size].CopyTo(rows[offset..]);
        }
    }

    /// <summary>Takes a part from its place in every row.</summary>
    /// <param name="rows">[rows, <paramref name="rowSize"/>].</param>
    /// <param name="rowSize">The numbers of a row.</param>
    /// <param name="offset">Those before the part.</param>
    /// <param name="part">Receives [rows, <paramref name="size"/>].</param>
    /// <param name="size">The numbers of a row of the part.</param>
    public static void Take(ReadOnlySpan<float> rows, int rowSize, int offset, Span<float> part, int size)
    {
        for (; part.Length > 0; part = part[size..], rows = rows[rowSize..])
        {
            rows.Slice(offset, size).CopyTo(part);
        }
    }
}
