using System;
using System.Globalization;
using static System.FormattableString;

namespace NetGen.Report;

/// <summary>Numbers in the page's sentences.</summary>
internal static class Words
{
    /// <summary>1,234.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1,234 epochs.</summary>
    public static string Count(long number, string one) => $"{Count(number)} {one}{(number == 1 ? "" : "s")}";

    /// <summary>0.9731: a share, of a confusion matrix.</summary>
    public static string Share(double share) => share.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>12.3 s, 2 min 5 s, 1 h 3 min.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 59.95 } => Invariant($"{time.TotalSeconds:F1} s"),
        { TotalMinutes: < 60 } => Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => Invariant($"{(long)time.TotalHours} h {time.Minutes} min"),
    };
}
