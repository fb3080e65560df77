using System;
using System.Collections.Immutable;
using NetGen.Kernels;
using static System.FormattableString;

namespace NetGen;

/// <summary>
/// One weight or bias tensor: where its elements lie in a flat buffer. Shapes and copies are canonical (W is
/// [units, inputs], row-major, as PyTorch writes it); memory may be in panels.
/// </summary>
public sealed class ParameterTensor
{
    private readonly bool panels;

    private ParameterTensor(string name, int node, ImmutableArray<int> shape, int offset, int length, bool panels)
    {
        Name = name;
        Node = node;
        Shape = shape;
        Offset = offset;
        Length = length;
        this.panels = panels;
    }

    /// <summary>The name: the layer's and the tensor's, as in <c>Dense1.Weights</c>.</summary>
    public string Name { get; }

    /// <summary>The node of the <see cref="NetworkDescription"/> that the tensor belongs to.</summary>
    public int Node { get; }

    /// <summary>The canonical shape.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Count => NetworkDescription.Elements(Shape);

    /// <summary>Where the tensor starts in the buffer.</summary>
    public int Offset { get; }

    /// <summary>The numbers it occupies in the buffer, padding included.</summary>
    public int Length { get; }

    /// <summary>Whether it holds the running variances of a batch normalization.</summary>
    internal bool IsVariance => Name.EndsWith(".RunningVariance", StringComparison.Ordinal);

    /// <summary>A tensor in canonical order, padded at its end only.</summary>
    /// <param name="name">The name.</param>
    /// <param name="node">The node it belongs to.</param>
    /// <param name="shape">The canonical shape.</param>
    /// <param name="offset">Where it starts.</param>
    /// <param name="length">The numbers it occupies; at least its elements.</param>
    public static ParameterTensor Canonical(string name, int node, ImmutableArray<int> shape, int offset, int length) =>
        new(name, node, shape, offset, length, panels: false);

    /// <summary>A weight matrix [units, inputs] in panels (<see cref="Panels"/>).</summary>
    /// <param name="name">The name.</param>
    /// <param name="node">The node it belongs to.</param>
    /// <param name="units">The rows of W.</param>
    /// <param name="inputs">The columns of W.</param>
    /// <param name="offset">Where it starts.</param>
    public static ParameterTensor InPanels(string name, int node, int units, int inputs, int offset) =>
        new(name, node, [units, inputs], offset, Panels.Length(units, inputs), panels: true);

    /// <summary>The same tensor further on, in a buffer that another lies before.</summary>
    internal ParameterTensor Behind(int length) => new(Name, Node, Shape, Offset + length, Length, panels);

    /// <summary>Where an element lies in the buffer.</summary>
    /// <param name="index">The element's canonical, row-major index.</param>
    public int Position(int index) => Offset + (panels ? Panels.Index(Shape[0], Shape[1], index / Shape[1], index % Shape[1]) : index);

    /// <summary>Copies the tensor out of a buffer.</summary>
    /// <param name="buffer">Parameters, a gradient or a moment, whole.</param>
    /// <param name="canonical">Receives <see cref="Count"/> elements in canonical order.</param>
    /// <exception cref="ArgumentException">A length does not fit; nothing is written.</exception>
    public void CopyTo<T>(ReadOnlySpan<T> buffer, Span<T> canonical)
    {
        Check(buffer.Length, canonical.Length);
        for (int index = 0; index < canonical.Length; index++)
        {
            canonical[index] = buffer[Position(index)];
        }
    }

    /// <summary>Copies the tensor into a buffer; padding is left alone.</summary>
    /// <param name="buffer">Parameters, a gradient or a moment, whole.</param>
    /// <param name="canonical"><see cref="Count"/> elements in canonical order.</param>
    /// <exception cref="ArgumentException">A length does not fit; nothing is written.</exception>
    public void CopyFrom<T>(Span<T> buffer, ReadOnlySpan<T> canonical)
    {
        Check(buffer.Length, canonical.Length);
        for (int index = 0; index < canonical.Length; index++)
        {
            buffer[Position(index)] = canonical[index];
        }
    }

    private void Check(int buffer, int canonical)
    {
        if (buffer < Offset + Length)
        {
            throw new ArgumentException(Invariant($"buffer has {buffer} numbers; expected {Offset + Length} or more, where {Name} ends."), nameof(buffer));
        }

        if (canonical != Count)
        {
            throw new ArgumentException(Invariant($"canonical has {canonical} numbers; expected {Count}: {Name} is {ShapeText.Of(Shape)}."), nameof(canonical));
        }
    }
}
