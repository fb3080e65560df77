using System.Collections.Generic;
using System.Collections.Immutable;

namespace NetGen.Reference;

/// <summary>
/// The windows of a layer over a channel as an image [height, width]: a signal is an image of one row, and where no
/// window moves, one covers all elements of a channel.
/// </summary>
internal readonly record struct Windows(SlidingWindow Vertical, SlidingWindow Horizontal, int Height, int Width)
{
    /// <summary>The windows below each other.</summary>
    public int Rows => Vertical.Outputs(Height);

    /// <summary>The windows beside each other.</summary>
    public int Columns => Horizontal.Outputs(Width);

    /// <summary>The elements of a window, its padding included.</summary>
    public int Elements => Vertical.Kernel * Horizontal.Kernel;

    /// <summary>The elements of a channel.</summary>
    public int Places => Height * Width;

    public static Windows Of(LayerDescription layer, ImmutableArray<int> input)
    {
        int places = NetworkDescription.Elements(input) / input[0];
        ImmutableArray<SlidingWindow> windows = layer is WindowDescription moving ? moving.Windows : [new SlidingWindow(places)];
        int height = windows.Length == 2 ? input[1] : 1;
        return new(windows.Length == 2 ? windows[0] : new SlidingWindow(1), windows[^1], height, places / height);
    }

    /// <summary>The elements of window [i, j] that are no padding, in row-major order, and where they lie in a channel.</summary>
    public IEnumerable<(int Element, int Place)> Taken(int i, int j)
    {
        for (int element = 0; element < Elements; element++)
        {
            int row = Vertical.Place(i, element / Horizontal.Kernel);
            int column = Horizontal.Place(j, element % Horizontal.Kernel);
            if (row >= 0 && row < Height && column >= 0 && column < Width)
            {
                yield return (element, (row * Width) + column);
            }
        }
    }
}
