using System;
using System.Globalization;

namespace NetGen.Generator;

/// <summary>Numbers as C# writes them, whatever the culture: the shortest digits that read back.</summary>
internal static class FloatLiteral
{
    /// <summary>A float literal, with its suffix.</summary>
    public static string Of(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : Shortest(value) + "f";

    /// <summary>A double literal.</summary>
    public static string Of(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : Text(value) + "d";

    /// <summary>A number for people.</summary>
    public static string Text(double value)
    {
        // Numbers below the normal ones have fewer digits than the others always have.
        int digits = Math.Abs(value) < 2.2250738585072014E-308 ? 1 : 15;
        while (digits < 17 && double.Parse(Rounded(value, digits), CultureInfo.InvariantCulture) != value)
        {
            digits++;
        }

        return Signed(Rounded(value, digits), negative: 1 / value < 0);
    }

    // The generator may run on .NET Framework, whose "R" is not always the shortest.
    private static string Shortest(float value)
    {
        int digits = Math.Abs(value) < 1.17549435E-38f ? 1 : 6;
        while (digits < 9 && float.Parse(Rounded(value, digits), CultureInfo.InvariantCulture) != value)
        {
            digits++;
        }

        return Signed(Rounded(value, digits), negative: 1 / value < 0);
    }

    private static string Rounded(IFormattable value, int digits) =>
        value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // .NET Framework also writes −0 without its sign.
    private static string Signed(string text, bool negative) => negative && text[0] != '-' ? "-" + text : text;
}
