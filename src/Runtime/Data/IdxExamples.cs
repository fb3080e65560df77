using System;
using System.Buffers;
using System.Collections.Immutable;
using System.IO;

namespace NetGen.Data;

/// <summary>
/// Examples from a pair of IDX files: a row of bytes divided by 255 each, so from 0 to 1, and a label each. They stay
/// bytes, a quarter of what floats would take, in memory or in their files.
/// </summary>
/// <remarks>Reading is thread-safe. Labels may be anything from 0 to 255; <see cref="LargestLabel"/> says whether they fit a network.</remarks>
public sealed class IdxExamples : IExamples<float>, IDisposable
{
    private const int MostBytesAtOnce = 1 << 16;

    private readonly IdxRows inputs;
    private readonly IdxRows labels;

    /// <summary>Joins files in memory.</summary>
    /// <param name="inputs">[rows, …]: the numbers of a row are the product of the axes after the first.</param>
    /// <param name="labels">[rows].</param>
    /// <exception cref="InvalidDataException">The labels have more than one axis, or are not as many as the rows.</exception>
    public IdxExamples(IdxFile inputs, IdxFile labels)
        : this(new IdxMemoryRows(inputs), new IdxMemoryRows(labels))
    {
    }

    private IdxExamples(IdxRows inputs, IdxRows labels)
    {
        if (labels.Shape.Length != 1 || inputs.Count != labels.Count)
        {
            throw new InvalidDataException(
                $"{labels.Name}: expected one axis of {inputs.Count} labels, as many as the rows of {inputs.Name}; found {string.Join(" × ", labels.Shape)}.");
        }

        this.inputs = inputs;
        this.labels = labels;
    }

    /// <inheritdoc/>
    public int Count => inputs.Count;

    /// <inheritdoc/>
    public int InputSize => inputs.RowSize;

    /// <summary>The shape of one input: [height, width] of a picture; empty where a row is one number.</summary>
    public ImmutableArray<int> InputShape => inputs.Shape[1..];

    /// <summary>0: examples have labels.</summary>
    public int TargetSize => 0;

    /// <summary>Reads a pair of files, plain or gzipped, into memory.</summary>
    /// <param name="inputs">The file of the rows.</param>
    /// <param name="labels">The file of their labels.</param>
    /// <exception cref="InvalidDataException">A file is not whole, or they do not fit together.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IdxExamples Read(string inputs, string labels) => new(IdxFile.Read(inputs), IdxFile.Read(labels));

    /// <summary>
    /// Opens a pair of plain files of any size: rows are read when they are asked for, and memory holds nothing else.
    /// </summary>
    /// <param name="inputs">The file of the rows, which stays open.</param>
    /// <param name="labels">The file of their labels, which stays open.</param>
    /// <exception cref="InvalidDataException">A file is gzipped or not whole, or they do not fit together.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IdxExamples Open(string inputs, string labels)
    {
        IdxRows inputRows = IdxFileRows.Open(inputs);
        IdxRows? labelRows = null;
        try
        {
            labelRows = IdxFileRows.Open(labels);
            return new IdxExamples(inputRows, labelRows);
        }
        catch
        {
            inputRows.Dispose();
            labelRows?.Dispose();
            throw;
        }
    }

    /// <summary>The largest label, and the first row that has it.</summary>
    public (int Label, int Row) LargestLabel()
    {
        (int Label, int Row) largest = (-1, -1);
        byte[] piece = new byte[Math.Min(MostBytesAtOnce, Count)];
        for (int first = 0; first < Count; first += Math.Min(piece.Length, Count - first))
        {
            Span<byte> values = piece.AsSpan(0, Math.Min(piece.Length, Count - first));
            labels.Read(first, values);
            for (int index = 0; index < values.Length; index++)
            {
                if (values[index] > largest.Label)
                {
                    largest = (values[index], first + index);
                }
            }
        }

        return largest;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidDataException">A file has become shorter since it was opened.</exception>
    public void Read(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets, Span<int> labels)
    {
        ExpectExamples.Buffers(this, rows, inputs, targets, labels);
        byte[] piece = ArrayPool<byte>.Shared.Rent(MostBytesAtOnce);
        try
        {
            for (int first = 0, run; first < rows.Length; first += run)
            {
                run = Successive(rows[first..]);
                ReadUnits((long)rows[first] * InputSize, inputs.Slice(first * InputSize, run * InputSize), piece);
                ReadLabels(rows[first], labels.Slice(first, run), piece);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Closes the files; where all is in memory, it does nothing.</summary>
    public void Dispose()
    {
        inputs.Dispose();
        labels.Dispose();
    }

    /// <summary>How many rows at the start follow one another, and so can be read at once.</summary>
    private static int Successive(ReadOnlySpan<int> rows)
    {
        int run = 1;
        while (run < rows.Length && rows[run] == rows[run - 1] + 1)
        {
            run++;
        }

        return run;
    }

    private void ReadUnits(long element, Span<float> values, Span<byte> piece)
    {
        while (!values.IsEmpty)
        {
            Span<byte> bytes = piece[..Math.Min(piece.Length, values.Length)];
            inputs.Read(element, bytes);
            Bytes.ToUnits(bytes, values);
            element += bytes.Length;
            values = values[bytes.Length..];
        }
    }

    private void ReadLabels(int row, Span<int> values, Span<byte> piece)
    {
        while (!values.IsEmpty)
        {
            Span<byte> bytes = piece[..Math.Min(piece.Length, values.Length)];
            labels.Read(row, bytes);
            for (int index = 0; index < bytes.Length; index++)
            {
                values[index] = bytes[index];
            }

            row += bytes.Length;
            values = values[bytes.Length..];
        }
    }
}
