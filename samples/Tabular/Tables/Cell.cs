using System.Globalization;

namespace NetGen.Samples.Tabular;

/// <summary>What the text of a cell means.</summary>
internal static class Cell
{
    // Squares of larger numbers, of which a deviation is made, would leave double's range.
    private const double Largest = 1e150;

    private static readonly HashSet<string> Missing = new(["", "?", "na", "n/a", "nan", "null"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the cell says that there is no value: empty, ?, NA, N/A, NaN, null.</summary>
    public static bool IsMissing(string text) => Missing.Contains(text);

    /// <summary>Whether the cell is a number that a network can be given.</summary>
    public static bool TryNumber(string text, bool decimalCommas, out double number) =>
        double.TryParse(decimalCommas ? text.Replace(',', '.') : text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) &&
        Math.Abs(number) <= Largest;
}
