using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NetGen.Files;

/// <summary>How messages quote what files say: on one line and of bounded length, whatever the file holds.</summary>
internal static class FileText
{
    private const int Longest = 100;

    public static string Shape(ImmutableArray<int> shape) =>
        shape.Length <= Longest ? List(shape) : $"[{shape.Length} axes]";

    public static string Place(ImmutableArray<int> shape, int index)
    {
        int[] place = new int[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            place[axis] = index % shape[axis];
            index /= shape[axis];
        }

        return List([.. place]);
    }

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Quote(string text) => $"'{Line(text)}'";

    public static string Quote(ReadOnlySpan<byte> utf8) =>
        Quote(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, Longest + 1)]));

    public static string Line(string text)
    {
        string start = text.Length <= Longest ? text : text[..Longest] + "…";
        return string.Concat(start.EnumerateRunes().Select(letter => Rune.IsControl(letter) ? $"\\u{letter.Value:x4}" : $"{letter}"));
    }

    private static string List(ImmutableArray<int> numbers) =>
        $"[{string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
}
