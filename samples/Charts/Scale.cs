using System.Globalization;

namespace NetGen.Samples.Charts;

/// <summary>Where numbers lie on an axis, and which of them are written beside it.</summary>
public sealed class Scale
{
    private const double Room = 0.04;
    private const double Furthest = 1e300; // beyond, the length of an axis may be infinite
    private const double MostAxes = 1e6; // away
    private const double PowerOfAny = 307; // of ten, whose number and its inverse are normal
    private const double Narrowest = 1e-9; // of its numbers: what ticks still tell apart
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly bool logarithmic;
    private readonly double from;
    private readonly double to;

    private Scale(bool logarithmic, double from, double to) => (this.logarithmic, this.from, this.to) = (logarithmic, from, to);

    /// <summary>The scale of an axis that has room for all numbers.</summary>
    /// <exception cref="ArgumentException">There are no numbers, one of them has no place, or the axis does not end above its beginning.</exception>
    public static Scale Of(Axis axis, IEnumerable<double> numbers)
    {
        double[] all = [.. numbers, .. new[] { axis.From, axis.To }.OfType<double>()];
        if (all.Length == 0 || all.Any(number => !(Math.Abs(number) <= Furthest) || (axis.Logarithmic && number < 1 / Furthest)))
        {
            string range = axis.Logarithmic ? "from 1e-300 to 1e300, for the axis is logarithmic" : "from -1e300 to 1e300";
            throw new ArgumentException($"'{axis.Label}' has {(all.Length == 0 ? "no numbers" : "a number without a place")}; expected numbers {range}.", nameof(numbers));
        }

        if (axis.From >= axis.To)
        {
            throw new ArgumentException(FormattableString.Invariant($"'{axis.Label}' begins at {axis.From} and ends at {axis.To}; expected From below To."), nameof(axis));
        }

        double[] places = Array.ConvertAll(all, Place);
        (double least, double most) = (places.Min(), places.Max());
        double room = most > least ? (most - least) * Room : 0.5;
        (double from, double to) = (axis.From is { } first ? Place(first) : least - room, axis.To is { } last ? Place(last) : most + room);
        double widening = Math.Max(0, Math.Max(1 / Furthest, Narrowest * Math.Max(Math.Abs(from), Math.Abs(to))) - (to - from)) / 2;
        return axis.Logarithmic
            ? new(true, Math.Max(from - widening, -PowerOfAny), Math.Min(to + widening, PowerOfAny))
            : new(false, from - widening, to + widening);

        double Place(double number) => axis.Logarithmic ? Math.Log10(number) : number;
    }

    /// <summary>Where a number lies, from 0 to 1; what lies far outside is brought near.</summary>
    public double Share(double number) => Math.Clamp(((logarithmic ? Math.Log10(number) : number) - from) / (to - from), -MostAxes, MostAxes);

    /// <summary>The number that lies at a share of the way.</summary>
    public double At(double share) => logarithmic ? Math.Pow(10, from + (share * (to - from))) : from + (share * (to - from));

    /// <summary>Round numbers on the axis, and how they are written.</summary>
    /// <param name="most">No more than so many.</param>
    public IReadOnlyList<(double Number, string Label)> Ticks(int most)
    {
        double step = Step((to - from) / most);
        if (!logarithmic)
        {
            int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
            double largest = Math.Max(Math.Abs(from), Math.Abs(to));
            string format = largest < 1e9 && decimals < 10 ? $"N{decimals}" : $"G{Math.Floor(Math.Log10(largest)) - Math.Floor(Math.Log10(step) + 1e-9) + 1}";
            return [.. Multiples(step).Select(number => (number, Written(number.ToString(format, CultureInfo.InvariantCulture))))];
        }

        return to - from > 1.5
            ? [.. Multiples(Math.Max(1, Math.Ceiling(step))).Select(power => (Math.Pow(10, power), Power((int)power)))]
            : [.. Decades().Select(number => (number, Written(number.ToString("G6", CultureInfo.InvariantCulture))))];
    }

    private static string Written(string number) => number.Replace('-', '−');

    private static string Power(int power) =>
        $"10{(power < 0 ? "⁻" : "")}{string.Concat(Math.Abs(power).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']))}";

    /// <summary>1, 2 or 5 times a power of ten, no less than given.</summary>
    private static double Step(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(step => step >= least * (1 - 1e-9));
    }

    private IEnumerable<double> Multiples(double step)
    {
        for (double count = Math.Ceiling((from / step) - 1e-9); count * step <= to + (1e-9 * step); count++)
        {
            yield return count == 0 ? 0 : count * step; // never −0
        }
    }

    private IEnumerable<double> Decades()
    {
        for (int power = (int)Math.Floor(from); power <= to; power++)
        {
            foreach (int factor in new[] { 1, 2, 5 })
            {
                double number = Math.Round(factor * Math.Pow(10, power), 15);
                if (Share(number) is >= -1e-9 and <= 1 + 1e-9)
                {
                    yield return number;
                }
            }
        }
    }
}
