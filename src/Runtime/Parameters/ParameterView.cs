using System;
using System.Collections.Immutable;
using static System.FormattableString;

namespace NetGen;

/// <summary>The elements of one weight or bias tensor of a network, read and written in canonical order.</summary>
public readonly struct ParameterView
{
    private readonly AlignedBuffer<float> buffer;
    private readonly ParameterTensor tensor;

    /// <summary>A view of a tensor in a buffer.</summary>
    /// <param name="buffer">The parameters.</param>
    /// <param name="tensor">The tensor.</param>
    public ParameterView(AlignedBuffer<float> buffer, ParameterTensor tensor)
    {
        this.buffer = buffer;
        this.tensor = tensor;
    }

    /// <summary>The canonical shape: [units, inputs] for weights, [units] for a bias.</summary>
    public ImmutableArray<int> Shape => tensor.Shape;

    /// <summary>The number of elements.</summary>
    public int Count => tensor.Count;

    /// <summary>An element of a vector, or of a matrix by its row-major index.</summary>
    /// <param name="index">From 0 to below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref float this[int index] => ref buffer.Span[tensor.Position(Checked(index, Count, nameof(index)))];

    /// <summary>An element of a matrix.</summary>
    /// <param name="row">The unit.</param>
    /// <param name="column">The input.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref float this[int row, int column] => ref this[Index(row, column)];

    /// <summary>Copies all elements out, in row-major order.</summary>
    /// <param name="canonical">Receives <see cref="Count"/> elements.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void CopyTo(Span<float> canonical) => tensor.CopyTo<float>(buffer.Span, canonical);

    /// <summary>Copies all elements in, in row-major order.</summary>
    /// <param name="canonical"><see cref="Count"/> elements.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void CopyFrom(ReadOnlySpan<float> canonical) => tensor.CopyFrom(buffer.Span, canonical);

    private int Index(int row, int column)
    {
        int columns = Shape.Length == 2 ? Shape[1] : 1;
        return (Checked(row, Shape[0], nameof(row)) * columns) + Checked(column, columns, nameof(column));
    }

    private static int Checked(int index, int count, string name) =>
        (uint)index < (uint)count ? index : throw Expect.OutOfRange(name, index, Invariant($"expected 0 to {count - 1}."));
}
