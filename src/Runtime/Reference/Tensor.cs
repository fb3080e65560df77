using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Differentiation;
using static System.FormattableString;

namespace NetGen.Reference;

/// <summary>
/// A tensor: a shape, and its elements in row-major order. What is computed with it over a <see cref="Dual{S}"/> or a
/// <see cref="Variable{S}"/> has derivatives.
/// </summary>
/// <typeparam name="S">The number type.</typeparam>
/// <remarks>It is immutable and written for clarity, as all of the reference; shapes combine by the rules of NumPy.</remarks>
public sealed class Tensor<S>
    where S : IScalar<S>
{
    private readonly S[] elements;

    /// <summary>A tensor of given elements.</summary>
    /// <param name="shape">The size of each axis, 1 or more; no axis for a single number.</param>
    /// <param name="elements">The elements in row-major order; they are copied.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements, or an axis of size 0 or less.</exception>
    public Tensor(ImmutableArray<int> shape, params ReadOnlySpan<S> elements)
        : this(shape, elements.ToArray())
    {
    }

    private Tensor(ImmutableArray<int> shape, S[] elements)
    {
        if (shape.IsDefault || shape.Any(size => size < 1) || NetworkDescription.Elements(shape) != elements.Length)
        {
            throw new ArgumentException(
                $"A tensor of shape {ShapeText.Of(shape.IsDefault ? [] : shape)} cannot hold {ShapeText.List([elements.Length])} elements; expected axes of 1 or more whose product is the number of elements.",
                nameof(shape));
        }

        Shape = shape;
        this.elements = elements;
    }

    /// <summary>The size of each axis.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The elements in row-major order.</summary>
    public ReadOnlySpan<S> Elements => elements;

    /// <summary>
    /// Element by element, with broadcasting: shapes are aligned at their last axes, and where one has size 1 or no axis,
    /// its elements serve all of the other's: [32, 10] + [10] adds the same ten numbers to every row.
    /// </summary>
    /// <param name="left">The left summand.</param>
    /// <param name="right">The right summand.</param>
    /// <exception cref="ArgumentException">Two sizes differ and neither is 1, or the sum has more elements than memory holds.</exception>
    public static Tensor<S> operator +(Tensor<S> left, Tensor<S> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        int rank = Math.Max(left.Shape.Length, right.Shape.Length);
        int[] shape = new int[rank];
        for (int axis = 1; axis <= rank; axis++)
        {
            (int ofLeft, int ofRight) = (left.SizeFromEnd(axis), right.SizeFromEnd(axis));
            shape[rank - axis] = ofLeft == ofRight || ofRight == 1 ? ofLeft : ofLeft == 1 ? ofRight : throw new ArgumentException(
                Invariant($"{ShapeText.Of(left.Shape)} + {ShapeText.Of(right.Shape)}: sizes {ofLeft} and {ofRight} meet; expected equal ones, or 1 for what is repeated."), nameof(right));
        }

        S[] sums = new S[NetworkDescription.Elements([.. shape])];
        for (int index = 0; index < sums.Length; index++)
        {
            sums[index] = left.elements[left.Broadcast(shape, index)] + right.elements[right.Broadcast(shape, index)];
        }

        return new([.. shape], sums);
    }

    /// <summary>
    /// The product of matrices, yᵢⱼ = Σₖ aᵢₖ·bₖⱼ; a vector is a row on the left and a column on the right, and two make one
    /// number. Leading axes are equal and count matrices, each multiplied by its own.
    /// </summary>
    /// <param name="other">The right factor.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor<S> Dot(Tensor<S> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool isRow = Shape.Length == 1, isColumn = other.Shape.Length == 1;
        if (Shape.IsEmpty || other.Shape.IsEmpty || Shape[^1] != other.Shape[isColumn ? ^1 : ^2]
            || !Shape[..Math.Max(0, Shape.Length - 2)].SequenceEqual(other.Shape[..Math.Max(0, other.Shape.Length - 2)]))
        {
            throw new ArgumentException(
                $"{ShapeText.Of(Shape)} · {ShapeText.Of(other.Shape)}: expected [m, k] · [k, n], with a vector [k] for either, and equal axes before them.", nameof(other));
        }

        int inner = Shape[^1];
        int rows = isRow ? 1 : Shape[^2];
        Tensor<S> columns = isColumn ? other : other.Transpose();
        int width = isColumn ? 1 : other.Shape[^1];
        S[] products = new S[elements.Length / inner * width];
        for (int index = 0; index < products.Length; index++)
        {
            int row = index / width;
            int column = row / rows * width + index % width;
            products[index] = Sum.OfProducts<S>(elements.AsSpan(row * inner, inner), columns.elements.AsSpan(column * inner, inner));
        }

        return new([.. isRow ? [] : Shape[..^1], .. isColumn ? [] : other.Shape[^1..]], products);
    }

    /// <summary>The same elements in the same order under another shape.</summary>
    /// <param name="shape">A shape of as many elements.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements, or an axis of size 0 or less.</exception>
    public Tensor<S> Reshape(params ImmutableArray<int> shape) =>
        shape.IsDefault || shape.Any(size => size < 1) || NetworkDescription.Elements(shape) == elements.Length
            ? new(shape, elements)
            : throw new ArgumentException(Invariant($"{ShapeText.Of(Shape)} has {elements.Length} elements, {ShapeText.Of(shape)} {NetworkDescription.Elements(shape)}; expected a shape of as many."), nameof(shape));

    /// <summary>The last two axes exchanged: of a matrix, rows become columns.</summary>
    /// <exception cref="InvalidOperationException">There are fewer than two axes.</exception>
    public Tensor<S> Transpose()
    {
        if (Shape.Length < 2)
        {
            throw new InvalidOperationException($"{ShapeText.Of(Shape)} has no two axes to exchange; Reshape a vector into a matrix first.");
        }

        (int rows, int columns) = (Shape[^2], Shape[^1]);
        S[] transposed = new S[elements.Length];
        for (int index = 0; index < transposed.Length; index++)
        {
            (int row, int column) = (index / columns % rows, index % columns);
            transposed[index - row * columns - column + column * rows + row] = elements[index];
        }

        return new([.. Shape[..^2], columns, rows], transposed);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ShapeText.Of(Shape)}: {string.Join(", ", elements)}";

    private int SizeFromEnd(int axis) => axis <= Shape.Length ? Shape[^axis] : 1;

    /// <summary>The element that serves an index of a larger shape.</summary>
    private int Broadcast(ReadOnlySpan<int> shape, int index)
    {
        (int own, int stride) = (0, 1);
        for (int axis = 1; axis <= Shape.Length; axis++)
        {
            own += Shape[^axis] == 1 ? 0 : index % shape[^axis] * stride;
            index /= shape[^axis];
            stride *= Shape[^axis];
        }

        return own;
    }
}
