using System;
using System.Linq;

namespace NetGen.Generator;

/// <summary>How a window moves along one axis of a tensor.</summary>
/// <param name="Kernel">The elements that a window takes.</param>
/// <param name="Stride">From one window to the next.</param>
/// <param name="Before">The zeros before the first element.</param>
/// <param name="After">The zeros behind the last element.</param>
/// <param name="Dilation">From one element of a window to the next.</param>
internal sealed record SlidingWindow(int Kernel, int Stride, int Before, int After, int Dilation)
{
    /// <summary>The window of an axis that is not there.</summary>
    public static readonly SlidingWindow One = new(1, 1, 0, 0, 1);

    /// <summary>What a window spans.</summary>
    public long Extent => ((long)Dilation * (Kernel - 1)) + 1;

    /// <summary>How <see cref="Extent"/> comes about: <c>2·(5 − 1) + 1</c>; the kernel where it has no dilation.</summary>
    public string ExtentWritten => Dilation == 1 ? Text.Count(Kernel) : $"{Text.Count(Dilation)}·({Text.Count(Kernel)} − 1) + 1";

    /// <summary>The elements between two windows that neither takes, because the stride is larger than a window.</summary>
    public long Gap => Math.Max(0, Stride - Extent);

    /// <summary>The number of windows; 0 where none fits.</summary>
    public long Outputs(int inputs) => Room(inputs) < 0 ? 0 : (Room(inputs) / Stride) + 1;

    /// <summary>The elements at the end that no window reaches, without a <see cref="Gap"/> that there is behind every window.</summary>
    public long Unread(int inputs) => Math.Max(0, (Room(inputs) % Stride) - After - Gap);

    /// <summary>Whether every element lies in one window and no other.</summary>
    public bool Tiles(int inputs) => Before == 0 && After == 0 && Outputs(inputs) * Kernel == inputs && (Stride == Kernel || Kernel == inputs);

    /// <summary>How far the first window can move.</summary>
    public long Room(int inputs) => (long)inputs + Before + After - Extent;

    /// <summary>An axis with its padding: <c>28 + 2·2</c>.</summary>
    public string Padded(int inputs) => Text.Count(inputs) + (Before == After && Before > 0
        ? $" + 2·{Text.Count(Before)}" : string.Concat(new[] { Before, After }.Where(padding => padding > 0).Select(padding => $" + {Text.Count(padding)}")));

    /// <summary>The number of windows, written out: <c>(28 + 2·1 − 2)/2 + 1 = 15</c>.</summary>
    public string Arithmetic(int inputs)
    {
        string extent = Dilation == 1 ? ExtentWritten : $"({ExtentWritten})";
        string room = Stride == 1 ? $"{Padded(inputs)} − {extent}" : $"({Padded(inputs)} − {extent})/{Text.Count(Stride)}";
        return $"{(Room(inputs) % Stride == 0 ? room : $"⌊{room}⌋")} + 1 = {Text.Count(Outputs(inputs))}";
    }
}
