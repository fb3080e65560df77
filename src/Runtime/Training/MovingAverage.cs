using System;

namespace NetGen.Training;

/// <summary>
/// The exponentially weighted average of a series, with bias correction: vₜ = βvₜ₋₁ + (1 − β)θₜ from v₀ = 0, and
/// v̂ₜ = vₜ / (1 − βᵗ). It averages over about 1 / (1 − β) values.
/// </summary>
public sealed class MovingAverage
{
    /// <summary>Makes the average of a series that has no value yet.</summary>
    /// <param name="beta">β, from 0, where only the last value counts, to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">β is outside its range.</exception>
    public MovingAverage(double beta) => Beta = OptimizerArguments.CheckDecay<double>(beta, nameof(beta));

    /// <summary>β.</summary>
    public double Beta { get; }

    /// <summary>The number of values, t.</summary>
    public long Count { get; private set; }

    /// <summary>vₜ, which the start pulls towards 0.</summary>
    public double Biased { get; private set; }

    /// <summary>v̂ₜ, a weighted mean of the values alone; NaN before the first.</summary>
    public double Value => Biased / Weight(Beta, Count);

    /// <summary>Takes the next value θₜ.</summary>
    /// <param name="value">The value.</param>
    /// <returns>v̂ₜ.</returns>
    public double Add(double value)
    {
        Biased = Beta * Biased + (1 - Beta) * value;
        Count++;
        return Value;
    }

    /// <summary>1 − βᵗ, what the weights of t values add up to.</summary>
    internal static double Weight(double beta, long count) => 1 - Math.Pow(beta, count);
}
