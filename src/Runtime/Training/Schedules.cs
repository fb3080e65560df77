using System;
using System.Linq;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>
/// The usual learning rates of an epoch e, for <see cref="Trainer{T}.Schedule"/>. Epochs are counted from 0 everywhere;
/// where a formula counts them from 1, it has e + 1.
/// </summary>
public static class Schedules
{
    /// <summary>α₀ in every epoch.</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, NaN or infinite.</exception>
    public static Func<int, double> Constant(double rate)
    {
        CheckRate(rate);
        return _ => rate;
    }

    /// <summary>α₀ / (1 + β·e).</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <param name="decay">β, not negative and finite: the rate has halved after 1/β epochs.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Func<int, double> InverseTime(double rate, double decay = 1)
    {
        CheckRate(rate);
        Check(decay >= 0, decay, nameof(decay), "a decay is not negative and finite, such as 1.");
        return epoch => rate / (1 + decay * epoch);
    }

    /// <summary>α₀·γᵉ.</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <param name="factor">γ, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Func<int, double> Exponential(double rate, double factor = 0.95)
    {
        CheckRate(rate);
        CheckFactor(factor);
        return epoch => rate * Math.Pow(factor, epoch);
    }

    /// <summary>α₀·k / √(e + 1).</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <param name="k">k, not negative and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Func<int, double> InverseSquareRoot(double rate, double k = 1)
    {
        CheckRate(rate);
        Check(k >= 0, k, nameof(k), "k is not negative and finite, such as 1.");
        return epoch => rate * k / Math.Sqrt(epoch + 1.0);
    }

    /// <summary>α₀·γ^⌊e/n⌋: another rate every n epochs.</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <param name="epochs">n, 1 or more.</param>
    /// <param name="factor">γ, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Func<int, double> Step(double rate, int epochs, double factor = 0.1)
    {
        CheckRate(rate);
        Expect.AtLeast(epochs, 1, nameof(epochs));
        CheckFactor(factor);
        return epoch => rate * Math.Pow(factor, epoch / epochs);
    }

    /// <summary>α₀·γⁱ, where i of the milestones are not after e.</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <param name="factor">γ, from 0 to 1.</param>
    /// <param name="milestones">The epochs from 0 that begin with another rate, ascending.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">The milestones do not ascend.</exception>
    public static Func<int, double> MultiStep(double rate, double factor, params ReadOnlySpan<int> milestones)
    {
        CheckRate(rate);
        CheckFactor(factor);
        if (milestones is [< 0 and var first, ..])
        {
            throw new ArgumentOutOfRangeException(nameof(milestones), Invariant($"Milestone {first} is no epoch; expected epochs from 0 that ascend, such as 30, 60, 80."));
        }

        for (int index = 1; index < milestones.Length; index++)
        {
            if (milestones[index] <= milestones[index - 1])
            {
                throw new ArgumentException(Invariant($"Milestone {milestones[index]} follows {milestones[index - 1]}; expected epochs that ascend, such as 30, 60, 80."), nameof(milestones));
            }
        }

        int[] starts = milestones.ToArray();
        return epoch => rate * Math.Pow(factor, starts.Count(start => start <= epoch));
    }

    /// <summary>α₀·(1 − e/n)ᵖ, and 0 from epoch n on.</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <param name="epochs">n, 1 or more: the epochs of the whole training.</param>
    /// <param name="power">p, above 0 and finite; 1 is a straight line.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Func<int, double> Polynomial(double rate, int epochs, double power = 1)
    {
        CheckRate(rate);
        Expect.AtLeast(epochs, 1, nameof(epochs));
        Check(power > 0, power, nameof(power), "a power is above 0 and finite, such as 1.");
        return epoch => rate * Math.Pow(1 - (double)Math.Min(epoch, epochs) / epochs, power);
    }

    /// <summary>αₑ + (α₀ − αₑ)·(1 + cos(π·e/n))/2 (Loshchilov and Hutter, 2017), and αₑ from epoch n on.</summary>
    /// <param name="rate">α₀, not negative and finite.</param>
    /// <param name="epochs">n, 1 or more: the epochs of the whole training.</param>
    /// <param name="end">αₑ, not negative and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Func<int, double> Cosine(double rate, int epochs, double end = 0)
    {
        CheckRate(rate);
        Expect.AtLeast(epochs, 1, nameof(epochs));
        Check(end >= 0, end, nameof(end), "a learning rate is not negative and finite, such as 0.001.");
        return epoch => end + (rate - end) * (1 + Math.Cos(Math.PI * Math.Min(epoch, epochs) / epochs)) / 2;
    }

    /// <summary>Warm-up (Goyal et al., 2017): (e + 1)/n of the first rate of another schedule in n epochs, then that schedule from its start.</summary>
    /// <param name="epochs">n, 0 or more.</param>
    /// <param name="then">The schedule after it, such as <c>Schedules.Cosine(0.1, 25)</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The epochs are negative.</exception>
    public static Func<int, double> WarmUp(int epochs, Func<int, double> then)
    {
        Expect.AtLeast(epochs, 0, nameof(epochs));
        ArgumentNullException.ThrowIfNull(then);
        return epoch => epoch < epochs ? then(0) * (epoch + 1) / epochs : then(epoch - epochs);
    }

    private static void CheckRate(double rate) => Check(rate >= 0, rate, nameof(rate), "a learning rate is not negative and finite, such as 0.001.");

    private static void CheckFactor(double factor) => Check(factor is >= 0 and <= 1, factor, nameof(factor), "a factor lies from 0 to 1, such as 0.95.");

    private static void Check(bool isInRange, double number, string name, string expected)
    {
        if (!isInRange || !double.IsFinite(number))
        {
            throw Expect.OutOfRange(name, number, expected);
        }
    }
}
