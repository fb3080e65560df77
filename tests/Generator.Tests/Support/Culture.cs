using System;
using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>A culture that writes numbers as no other does: the minus sign U+2212, a comma, groups of two.</summary>
internal sealed class Culture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    private Culture(CultureInfo culture) => CultureInfo.CurrentCulture = culture;

    public static Culture Hostile()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberGroupSizes = [2];
        culture.NumberFormat.NaNSymbol = "nicht";
        culture.NumberFormat.PositiveInfinitySymbol = "viel";
        return new Culture(culture);
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
