using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>Numbers and lists as every message and file writes them, whatever the culture.</summary>
internal static class Text
{
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A count with its thousands apart: 101,770.</summary>
    public static string Count(BigInteger value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string List(IEnumerable<int> values) => string.Join(", ", values.Select(Number));

    public static string List(IEnumerable<string> values) => string.Join(", ", values.Select(Quote));

    public static string Quote(string value) => $"\"{value}\"";

    /// <summary>A product written out: 28 · 28.</summary>
    public static string Product(IEnumerable<int> values) => string.Join(" · ", values.Select(Number));

    /// <summary>A list in a sentence: a, b and c.</summary>
    public static string And(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[items.Count - 1]}";
}
