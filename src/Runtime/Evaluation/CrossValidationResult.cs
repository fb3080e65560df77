using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen.Evaluation;

/// <summary>What the folds of a cross-validation came to.</summary>
/// <param name="Values">The figure of every fold.</param>
/// <remarks>
/// The variance is that of one fold's figure, (1/(K−1)) Σ (v − v̄)². Folds share rows to train on, so that it is no
/// estimate of the variance of the mean without bias, and there is none (Y. Bengio, Y. Grandvalet, 2004).
/// </remarks>
public sealed record CrossValidationResult(ImmutableArray<double> Values)
{
    /// <summary>v̄, the mean over the folds.</summary>
    public double Mean => Values.Average();

    /// <summary>(1/(K−1)) Σ (v − v̄)² over the folds.</summary>
    public double Variance
    {
        get
        {
            double mean = Mean;
            return Values.Sum(value => (value - mean) * (value - mean)) / (Values.Length - 1);
        }
    }

    /// <summary>The root of <see cref="Variance"/>.</summary>
    public double Deviation => Math.Sqrt(Variance);

    /// <summary>One line: <c>0.952 ± 0.0041 over 5 folds: 0.95, …</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Mean:G6} ± {Deviation:G3} over {Values.Length} folds: {string.Join(", ", Values.Select(value => value.ToString("G6", CultureInfo.InvariantCulture)))}");
}
