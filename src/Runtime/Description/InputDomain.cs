using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Numerics;
using NetGen.Data;
using static System.FormattableString;

namespace NetGen;

/// <summary>
/// Which elements of an input row are whole numbers, and from which range: the symbols of an embedding, the lengths of sequences. All others may
/// be any number.
/// </summary>
/// <remarks>A whole number chooses what is computed; nothing is differentiated by it, and its gradient is 0.</remarks>
public sealed class InputDomain
{
    private readonly int size;

    // The whole elements in ascending order, each with its range and the layer that reads it.
    private readonly ImmutableArray<WholeElement> elements;

    private InputDomain(int size, ImmutableArray<WholeElement> elements)
    {
        this.size = size;
        this.elements = elements;
    }

    /// <summary>Whether some element must be whole.</summary>
    public bool HasWhole => elements.Length > 0;

    /// <summary>The range of an element that must be whole; null for one that may be any number.</summary>
    /// <param name="element">The element of a row, from 0.</param>
    public WholeRange? this[int element]
    {
        get
        {
            foreach (WholeElement whole in elements)
            {
                if (whole.Element == element)
                {
                    return whole.Range;
                }
            }

            return null;
        }
    }

    /// <summary>Refuses rows in which an element that must be whole is anything else.</summary>
    /// <param name="inputs">Rows, one after another; what is left at the end is not looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">An element is not a whole number, or not in its range; the message says which, and what it may be.</exception>
    public void Check<T>(ReadOnlySpan<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => Check(inputs, 0, size);

    /// <summary>Refuses parts of rows in which an element that must be whole is anything else.</summary>
    /// <param name="part">The same part of rows, one after another; what is left at the end is not looked at.</param>
    /// <param name="offset">The elements of a row before the part.</param>
    /// <param name="count">The elements of the part.</param>
    /// <exception cref="ArgumentOutOfRangeException">An element is not a whole number, or not in its range; the message says which of the row, and what it may be.</exception>
    public void Check<T>(ReadOnlySpan<T> part, int offset, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Mistake(part, offset, count, new RowNumbers<T>(0)) is { } mistake)
        {
            throw new ArgumentOutOfRangeException("inputs", mistake);
        }
    }

    /// <summary>What is wrong with rows, in words; null where nothing is.</summary>
    /// <param name="inputs">The rows.</param>
    /// <param name="rows">What to call them.</param>
    internal string? Mistake<T>(ReadOnlySpan<T> inputs, RowNumbers<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T> => Mistake(inputs, 0, size, rows);

    private string? Mistake<T>(ReadOnlySpan<T> part, int offset, int count, RowNumbers<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<WholeElement> whole = elements.AsSpan();
        for (int row = 0; whole.Length > 0 && row < part.Length / count; row++)
        {
            ReadOnlySpan<T> its = part.Slice(row * count, count);
            foreach (ref readonly WholeElement expected in whole)
            {
                if (expected.Element < offset)
                {
                    continue;
                }

                if (expected.Element >= offset + count)
                {
                    break;
                }

                // NaN is in no range.
                double value = double.CreateTruncating(its[expected.Element - offset]);
                if (!(value >= expected.Range.Least && value <= expected.Range.Most && value == Math.Floor(value)))
                {
                    return Invariant($"Element {expected.Element} of row {rows[row]} is {value}, but {expected.Layer} reads a whole number there, from {expected.Range.Least} to {expected.Range.Most}.");
                }
            }
        }

        return null;
    }

    /// <summary>The domain of a network's input.</summary>
    /// <exception cref="ArgumentException">A layer reads whole numbers of something else than the network's input.</exception>
    internal static InputDomain Of(NetworkDescription network)
    {
        var whole = new SortedDictionary<int, WholeElement>();
        for (int node = 1; node <= network.Layers.Length; node++)
        {
            LayerDescription layer = network.Layers[node - 1];
            foreach ((int slot, WholeRange range) in layer.WholeInputs(network.InputShapesOf(node)))
            {
                if (OffsetOf(network, layer.Inputs[slot]) is not int offset)
                {
                    throw new ArgumentException(Invariant($"{network.Name}: {layer.Name}, {layer.Summary}, takes {Text(network, layer.Inputs[slot])}; whole numbers are not computed, it takes the network's input."));
                }

                int end = offset + NetworkDescription.Elements(network.Shapes[layer.Inputs[slot]]);
                for (int element = offset; element < end; element++)
                {
                    WholeRange both = whole.TryGetValue(element, out WholeElement other) ? range.And(other.Range) : range;
                    whole[element] = other.Layer is not null && both == other.Range ? other : new WholeElement(element, both, layer.Name);
                }
            }
        }

        return new(network.InputSize, [.. whole.Values]);
    }

    /// <summary>Where in a row the elements of a node lie that is the network's input or a part of it, at most in another shape; null of any other.</summary>
    private static int? OffsetOf(NetworkDescription network, int node) => node == 0 ? 0 : network.Layers[node - 1] switch
    {
        InputDescription part => part.Offset,
        FlattenDescription or ReshapeDescription => OffsetOf(network, network.Layers[node - 1].Inputs[0]),
        _ => null,
    };

    private static string Text(NetworkDescription network, int node) => $"{network.Layers[node - 1].Name}, {network.Layers[node - 1].Summary}";

    private readonly record struct WholeElement(int Element, WholeRange Range, string Layer);
}
