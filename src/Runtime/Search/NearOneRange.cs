using System;

namespace NetGen.Search;

/// <summary>
/// β with 1 − β = 10^r and r uniform, for what matters by its distance from 1, such as the β of momentum and Adam, which
/// average over about 1/(1 − β) steps.
/// </summary>
public sealed class NearOneRange : SearchRange
{
    /// <summary>Numbers from one to another.</summary>
    /// <param name="name">What the hyper-parameter is called.</param>
    /// <param name="least">The least, from 0, such as 0.9.</param>
    /// <param name="most">The largest, more than <paramref name="least"/> and below 1, such as 0.999.</param>
    /// <exception cref="ArgumentException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The numbers do not ascend from 0 to below 1.</exception>
    public NearOneRange(string name, double least, double most)
        : base(name)
    {
        if (!(least is >= 0 and < 1))
        {
            throw Expect.OutOfRange(nameof(least), least, "expected a number from 0 to below 1.");
        }

        if (!(least < most && most < 1))
        {
            throw Expect.OutOfRange(nameof(most), most, $"expected a number above the least, {Files.FileText.Number(least)}, and below 1.");
        }

        (Least, Most) = (least, most);
    }

    /// <summary>The least number.</summary>
    public double Least { get; }

    /// <summary>The largest number.</summary>
    public double Most { get; }

    internal override double Draw(double uniform) => Math.Clamp(1 - LogarithmicRange.Power(uniform, 1 - Most, 1 - Least), Least, Most);

    private protected override string Description() => $"1 − 10^r, {FromTo(Least, Most)}";
}
