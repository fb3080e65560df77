using System.Globalization;

namespace NetGen.Comparison.Forms;

/// <summary>What a process that is held to a form has measured, as a line that it prints.</summary>
/// <param name="Lanes">The floats of its vectors.</param>
/// <param name="Nanoseconds">A call, in the median of the rounds.</param>
/// <param name="Operations">The floating-point operations of a call.</param>
/// <param name="Peak">The most that these vectors multiply and add, in GFLOP/s.</param>
/// <param name="Presence">The processor time it had, as a share of the time.</param>
internal sealed record FormTime(int Lanes, double Nanoseconds, double Operations, double Peak, double Presence)
{
    /// <summary>The share of the form's own peak.</summary>
    public double OfPeak => Operations / Nanoseconds / Peak;

    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Lanes} {Nanoseconds:R} {Operations:R} {Peak:R} {Presence:R}");

    /// <exception cref="FormatException">It is no such line.</exception>
    public static FormTime Parse(string line) => line.Split(' ') is [string lanes, .. { Length: 4 } numbers]
        && int.TryParse(lanes, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && Array.ConvertAll(numbers, number => double.TryParse(number, CultureInfo.InvariantCulture, out double value) ? value : double.NaN) is var values
        && !values.Any(double.IsNaN)
        ? new(count, values[0], values[1], values[2], values[3])
        : throw new FormatException($"Expected five numbers, not '{line}'.");
}
