using System;
using System.Linq;
using static System.FormattableString;

namespace NetGen;

/// <summary>How a window moves along one axis of a tensor: a kernel of a convolution or a pooling along rows, columns or a signal.</summary>
/// <param name="Kernel">The elements that a window takes, at least 1.</param>
/// <param name="Stride">From one window to the next, at least 1.</param>
/// <param name="Before">The zeros before the first element.</param>
/// <param name="After">The zeros behind the last element.</param>
/// <param name="Dilation">From one element of a window to the next, at least 1.</param>
public readonly record struct SlidingWindow(int Kernel, int Stride = 1, int Before = 0, int After = 0, int Dilation = 1)
{
    /// <summary>What a window spans: dilation · (kernel − 1) + 1.</summary>
    public long Extent => ((long)Dilation * (Kernel - 1)) + 1;

    /// <summary>Whether kernel, stride and dilation are at least 1, and no padding is negative.</summary>
    internal bool IsPossible => Kernel >= 1 && Stride >= 1 && Dilation >= 1 && Before >= 0 && After >= 0;

    /// <summary>The number of windows: ⌊(inputs + before + after − extent) / stride⌋ + 1; 0 where none fits or the window is none.</summary>
    /// <param name="inputs">The elements of the axis.</param>
    public int Outputs(int inputs) => !IsPossible || Room(inputs) < 0 ? 0 : checked((int)((Room(inputs) / Stride) + 1));

    /// <summary>
    /// The elements at the end that no window reaches, without those that lie within a gap between two windows, which a
    /// stride larger than a window leaves everywhere.
    /// </summary>
    /// <param name="inputs">The elements of the axis.</param>
    public int Unread(int inputs)
    {
        long gap = Math.Max(0, Stride - Extent);
        return Outputs(inputs) == 0 ? 0 : (int)Math.Max(0, (Room(inputs) % Stride) - After - gap);
    }

    /// <summary>How many outputs there are, written out: <c>⌊(28 + 1 + 1 − 3)/2⌋ + 1 = 14</c>.</summary>
    internal string Arithmetic(int inputs)
    {
        string padding = Before == After && Before > 0
            ? Invariant($" + 2·{Before}") : string.Concat(new[] { Before, After }.Where(zeros => zeros > 0).Select(zeros => Invariant($" + {zeros}")));
        string room = Invariant($"({inputs}{padding} − {Extent})/{Stride}");
        bool isWhole = Room(inputs) >= 0 && Room(inputs) % Stride == 0;
        return Room(inputs) < 0 ? $"{room} + 1 < 1" : Invariant($"{(isWhole ? room : $"⌊{room}⌋")} + 1 = {Outputs(inputs)}");
    }

    /// <summary>The window in short: <c>3, stride 2, padding 1 + 1, dilation 2</c>.</summary>
    public override string ToString() =>
        Invariant($"{Kernel}{(Stride == 1 ? "" : Invariant($", stride {Stride}"))}") +
        Invariant($"{(Before == 0 && After == 0 ? "" : Invariant($", padding {Before} + {After}"))}{(Dilation == 1 ? "" : Invariant($", dilation {Dilation}"))}");

    /// <summary>Where an element of a window lies; outside of the axis where that is padding.</summary>
    internal int Place(int window, int element) => (window * Stride) - Before + (element * Dilation);

    private long Room(int inputs) => (long)inputs + Before + After - Extent;
}
