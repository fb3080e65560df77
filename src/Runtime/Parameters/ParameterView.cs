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

    /// <summary>The canonical shape: of a dense layer [units, inputs] for weights, [units] for a bias.</summary>
    public ImmutableArray<int> Shape => tensor.Shape;

    /// <summary>The number of elements.</summary>
    public int Count => tensor.Count;

    /// <summary>An element of a vector, or of a tensor of several axes by its row-major index.</summary>
    /// <param name="index">From 0 to below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref float this[int index] => ref buffer.Span[tensor.Position(Checked(index, Count, nameof(index)))];

    /// <summary>An element of a matrix.</summary>
    /// <param name="row">The unit.</param>
    /// <param name="column">The input.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref float this[int row, int column] => ref this[Index([row, column])];

    /// <summary>An element of a tensor of three axes: of the weights of a [Conv1D].</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="channel">The input channel, counted in the filter's group.</param>
    /// <param name="place">The place in the kernel.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref float this[int filter, int channel, int place] => ref this[Index([filter, channel, place])];

    /// <summary>An element of a tensor of four axes: of the weights of a [Conv2D].</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="channel">The input channel, counted in the filter's group.</param>
    /// <param name="row">The row of the kernel.</param>
    /// <param name="column">The column of the kernel.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref float this[int filter, int channel, int row, int column] => ref this[Index([filter, channel, row, column])];

    /// <summary>Copies all elements out, in row-major order.</summary>
    /// <param name="canonical">Receives <see cref="Count"/> elements.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void CopyTo(Span<float> canonical) => tensor.CopyTo<float>(buffer.Span, canonical);

    /// <summary>Copies all elements in, in row-major order.</summary>
    /// <param name="canonical"><see cref="Count"/> elements.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void CopyFrom(ReadOnlySpan<float> canonical) => tensor.CopyFrom(buffer.Span, canonical);

    private int Index(ReadOnlySpan<int> place)
    {
        if (place.Length != Shape.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(place), Invariant($"{tensor.Name} is {ShapeText.Of(Shape)}, so an element of it has {Shape.Length} indices, not {place.Length}."));
        }

        int index = 0;
        for (int axis = 0; axis < place.Length; axis++)
        {
            index = (index * Shape[axis]) + Checked(place[axis], Shape[axis], "index");
        }

        return index;
    }

    private static int Checked(int index, int count, string name) =>
        (uint)index < (uint)count ? index : throw Expect.OutOfRange(name, index, Invariant($"expected 0 to {count - 1}."));
}
