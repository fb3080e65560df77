using System.Globalization;

namespace NetGen.Comparison.Reporting;

/// <summary>Numbers as the tables write them, with three digits.</summary>
internal static class Numbers
{
    /// <summary>A duration in the unit that suits it.</summary>
    public static string Time(double nanoseconds) => double.IsNaN(nanoseconds) ? "" : nanoseconds switch
    {
        < 1e3 => $"{Digits(nanoseconds)} ns",
        < 1e6 => $"{Digits(nanoseconds / 1e3)} µs",
        < 1e9 => $"{Digits(nanoseconds / 1e6)} ms",
        _ => $"{Digits(nanoseconds / 1e9)} s",
    };

    /// <summary>A large number, with the prefix that a unit follows.</summary>
    public static string Count(double number) => number switch
    {
        < 1e3 => $"{Digits(number)} ",
        < 1e6 => $"{Digits(number / 1e3)} k",
        < 1e9 => $"{Digits(number / 1e6)} M",
        _ => $"{Digits(number / 1e9)} G",
    };

    public static string Percent(double share) => double.IsNaN(share) ? "" : $"{Digits(100 * share)} %";

    public static string Ratio(double ratio) => double.IsNaN(ratio) ? "" : Digits(ratio);

    /// <summary>Three digits, and never an exponent.</summary>
    public static string Digits(double number)
    {
        double magnitude = Math.Abs(number);
        return number.ToString(magnitude >= 99.95 ? "F0" : magnitude >= 9.995 ? "F1" : "F2", CultureInfo.InvariantCulture);
    }
}
