using System;

namespace NetGen.Search;

/// <summary>Numbers that are uniform from one to another, such as the rate of dropout.</summary>
public sealed class LinearRange : SearchRange
{
    /// <summary>Numbers from one to another.</summary>
    /// <param name="name">What the hyper-parameter is called.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The largest, more than <paramref name="least"/>.</param>
    /// <exception cref="ArgumentException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The numbers do not ascend, or are too far apart for their distance to be finite.</exception>
    public LinearRange(string name, double least, double most)
        : base(name)
    {
        if (!(least < most && double.IsFinite(most - least)))
        {
            throw Expect.OutOfRange(nameof(most), most, $"expected a finite number above the least, {Files.FileText.Number(least)}.");
        }

        (Least, Most) = (least, most);
    }

    /// <summary>The least number.</summary>
    public double Least { get; }

    /// <summary>The largest number.</summary>
    public double Most { get; }

    internal override double Draw(double uniform) => Least + uniform * (Most - Least);

    private protected override string Description() => FromTo(Least, Most);
}
