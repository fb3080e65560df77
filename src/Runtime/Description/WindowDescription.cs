using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>A layer whose windows move over the channels of an image [channels, height, width] or of a signal [channels, length].</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Inputs">The node it takes.</param>
/// <param name="Truncate">Whether windows may leave elements at the end of an axis unread.</param>
public abstract record WindowDescription(string Name, ImmutableArray<int> Inputs, bool Truncate) : LayerDescription(Name, Inputs)
{
    /// <summary>How its windows move: along the rows and columns of an image, or along a signal.</summary>
    internal abstract ImmutableArray<SlidingWindow> Windows { get; }

    /// <summary>The channels of its output, of an input of the right rank.</summary>
    private protected abstract int OutputChannels(ImmutableArray<int> input);

    /// <inheritdoc/>
    public override ImmutableArray<int> OutputShape(IReadOnlyList<ImmutableArray<int>> inputs)
    {
        ImmutableArray<int> input = inputs[0];
        ExpectChannels(input, Windows.Length);
        int channels = OutputChannels(input);
        for (int axis = 0; axis < Windows.Length; axis++)
        {
            ExpectFit(input, axis + 1, Windows[axis]);
        }

        return [channels, .. Windows.Select((window, axis) => window.Outputs(input[axis + 1]))];
    }

    private void ExpectFit(ImmutableArray<int> input, int axis, SlidingWindow window)
    {
        if (!window.IsPossible)
        {
            throw Misfit($"kernel {window.Kernel}, stride {window.Stride}, dilation {window.Dilation}, padding {window.Before} + {window.After}; the first three are at least 1, padding is not negative.");
        }

        if (window.Outputs(input[axis]) < 1)
        {
            throw Misfit($"a kernel that spans {window.Extent} is larger than axis {axis} of {ShapeText.Of(input)} with its padding: {window.Arithmetic(input[axis])}.");
        }

        if (!Truncate && window.Unread(input[axis]) is > 0 and int unread)
        {
            throw Misfit($"axis {axis} of {ShapeText.Of(input)} would be left with {unread} unread at its end: {window.Arithmetic(input[axis])}; fit size, padding and stride, or set Truncate.");
        }
    }
}
