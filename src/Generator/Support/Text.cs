using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace NetGen.Generator;

/// <summary>Numbers and lists as every message and file writes them, whatever the culture.</summary>
internal static class Text
{
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest digits that read back.</summary>
    public static string Number(double value)
    {
        // Numbers below the normal ones have fewer digits than the others always have.
        int digits = Math.Abs(value) < 2.2250738585072014E-308 ? 1 : 15;
        while (digits < 17 && double.Parse(Rounded(value, digits), CultureInfo.InvariantCulture) != value)
        {
            digits++;
        }

        return Signed(Rounded(value, digits), negative: 1 / value < 0);
    }

    /// <summary>Numbers as a list is written: [1, 0.5].</summary>
    public static string Numbers(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(value => Number(value)))}]";

    /// <inheritdoc cref="Number(double)"/>
    public static string Number(float value)
    {
        int digits = Math.Abs(value) < 1.17549435E-38f ? 1 : 6;
        while (digits < 9 && float.Parse(Rounded(value, digits), CultureInfo.InvariantCulture) != value)
        {
            digits++;
        }

        return Signed(Rounded(value, digits), negative: 1 / value < 0);
    }

    /// <summary>A number, and what becomes of it where it is used as a float: 1E+300, which is infinite as a float.</summary>
    public static string AsFloat(double value)
    {
        float used = (float)value;
        string? becomes = float.IsInfinity(used) ? "infinite" : used == 0 ? "0" : used == 1 ? "1" : null;
        return becomes is null || (double)used == value ? Number(value) : $"{Number(value)}, which is {becomes} as a float";
    }

    /// <summary>Whether a number is a factor that float can hold: 0, or finite and above 0 as a float too.</summary>
    public static bool IsFactor(double value) => value == 0 || ((float)value > 0 && value <= float.MaxValue);

    public static string Truth(bool value) => value ? "true" : "false";

    /// <summary>A count with its thousands apart: 101,770.</summary>
    public static string Count(BigInteger value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string List(IEnumerable<int> values) => string.Join(", ", values.Select(value => Number(value)));

    public static string List(IEnumerable<string> values) => string.Join(", ", values.Select(Quote));

    public static string Quote(string value) => $"\"{value}\"";

    /// <summary>A product written out: 28 · 28.</summary>
    public static string Product(IEnumerable<int> values) => string.Join(" · ", values.Select(value => Count(value)));

    /// <summary>What divides a number, the first few of them.</summary>
    public static IReadOnlyList<string> Divisors(int value) =>
        [.. Enumerable.Range(1, value).Where(divisor => value % divisor == 0).Take(8).Select(divisor => Number(divisor))];

    /// <summary>A list in a sentence: a, b and c.</summary>
    public static string And(IReadOnlyList<string> items) => Listed(items, "and");

    /// <summary>A choice in a sentence: a, b or c.</summary>
    public static string Or(IReadOnlyList<string> items) => Listed(items, "or");

    /// <summary>The name that may have been meant: two characters differ at most, or one begins with the other; or null.</summary>
    public static string? Nearest(string wanted, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(name.ToUpperInvariant(), wanted.ToUpperInvariant())))
        .Where(near => near.Distance <= Math.Min(2, wanted.Length - 1) || BeginsWith(near.Name, wanted) || BeginsWith(wanted, near.Name))
        .OrderBy(near => near.Distance).Select(near => near.Name).FirstOrDefault();

    /// <summary>A user's text in a message: what controls or is not seen is escaped, so that it stays on its line.</summary>
    public static string Visible(string value) => string.Concat(value.Select(character =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? Escape(character) : character.ToString()));

    private static string Escape(char character) => character switch
    {
        '\0' => "\\0",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{((int)character).ToString("X4", CultureInfo.InvariantCulture)}",
    };

    private static bool BeginsWith(string whole, string start) => start.Length > 1 && whole.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many characters are put in, left out or replaced to make one of the other.</summary>
    private static int Distance(string name, string wanted)
    {
        int[] row = [.. Enumerable.Range(0, wanted.Length + 1)];
        foreach (char character in name)
        {
            int diagonal = row[0]++;
            for (int index = 1; index < row.Length; index++)
            {
                int replaced = diagonal + (wanted[index - 1] == character ? 0 : 1);
                diagonal = row[index];
                row[index] = Math.Min(replaced, 1 + Math.Min(row[index], row[index - 1]));
            }
        }

        return row[wanted.Length];
    }

    private static string Listed(IReadOnlyList<string> items, string last) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[items.Count - 1]}";

    // The generator may run on .NET Framework, whose "R" is not always the shortest.
    private static string Rounded(IFormattable value, int digits) =>
        value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // .NET Framework also writes −0 without its sign.
    private static string Signed(string text, bool negative) => negative && text[0] != '-' ? "-" + text : text;
}
