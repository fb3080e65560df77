using System;
using System.Globalization;

namespace NetGen.Runtime.Tests;

/// <summary>A culture that writes numbers as no other does: the minus sign U+2212, a comma, groups of two.</summary>
internal sealed class HostileCulture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public HostileCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberGroupSizes = [2];
        culture.NumberFormat.NaNSymbol = "nicht";
        culture.NumberFormat.PositiveInfinitySymbol = "viel";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
