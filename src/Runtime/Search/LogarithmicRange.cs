using System;

namespace NetGen.Search;

/// <summary>10^r with r uniform, for what spans powers of ten, such as a learning rate: every power gets as many trials.</summary>
public sealed class LogarithmicRange : SearchRange
{
    /// <summary>Numbers from one to another.</summary>
    /// <param name="name">What the hyper-parameter is called.</param>
    /// <param name="least">The least, above 0.</param>
    /// <param name="most">The largest, more than <paramref name="least"/>.</param>
    /// <exception cref="ArgumentException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are not above 0, do not ascend, or are infinite.</exception>
    public LogarithmicRange(string name, double least, double most)
        : base(name)
    {
        if (!(least > 0))
        {
            throw Expect.OutOfRange(nameof(least), least, "expected a number above 0, for others have no logarithm.");
        }

        if (!(least < most && double.IsFinite(most)))
        {
            throw Expect.OutOfRange(nameof(most), most, $"expected a finite number above the least, {Files.FileText.Number(least)}.");
        }

        (Least, Most) = (least, most);
    }

    /// <summary>The least number.</summary>
    public double Least { get; }

    /// <summary>The largest number.</summary>
    public double Most { get; }

    internal override double Draw(double uniform) => Power(uniform, Least, Most);

    /// <summary>10^r with r from log₁₀ of one number to that of another; rounding does not lead out.</summary>
    internal static double Power(double uniform, double least, double most)
    {
        (double first, double last) = (Math.Log10(least), Math.Log10(most));
        return Math.Clamp(Math.Pow(10, first + uniform * (last - first)), least, most);
    }

    private protected override string Description() => $"10^r, {FromTo(Least, Most)}";
}
