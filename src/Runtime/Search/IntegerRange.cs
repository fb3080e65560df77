using System;
using static System.FormattableString;

namespace NetGen.Search;

/// <summary>Whole numbers from one to another, both included, all as likely, such as a number of units.</summary>
public sealed class IntegerRange : SearchRange
{
    /// <summary>Whole numbers from one to another.</summary>
    /// <param name="name">What the hyper-parameter is called.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The largest, more than <paramref name="least"/>.</param>
    /// <exception cref="ArgumentException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The numbers do not ascend.</exception>
    public IntegerRange(string name, int least, int most)
        : base(name)
    {
        if (most <= least)
        {
            throw Expect.OutOfRange(nameof(most), most, Invariant($"expected a number above the least, {least}."));
        }

        (Least, Most) = (least, most);
    }

    /// <summary>The least number.</summary>
    public int Least { get; }

    /// <summary>The largest number.</summary>
    public int Most { get; }

    internal override double Draw(double uniform) => Least + Math.Floor(uniform * ((long)Most - Least + 1));

    private protected override string Description() => Invariant($"whole, {Least} to {Most}");
}
