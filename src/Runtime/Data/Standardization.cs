using System;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Data;

/// <summary>
/// Standardization x ← (x − μ) / σ of every column, with μ and σ² = (1/m) Σ (x − μ)² of the training rows. It is
/// fitted on the training rows alone, applied to every other set, and travels with the weights.
/// </summary>
public sealed class Standardization
{
    /// <summary>Standardization by given numbers.</summary>
    /// <param name="mean">μ of every column, finite.</param>
    /// <param name="deviation">σ of every column, positive and finite; 1 for a constant column.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is outside its range.</exception>
    public Standardization(ImmutableArray<double> mean, ImmutableArray<double> deviation)
    {
        if (mean.IsDefaultOrEmpty || deviation.IsDefault || mean.Length != deviation.Length)
        {
            throw new ArgumentException($"There are {(mean.IsDefault ? 0 : mean.Length)} means and {(deviation.IsDefault ? 0 : deviation.Length)} deviations; every column needs one of each.");
        }

        if (!mean.All(double.IsFinite) || !deviation.All(sigma => double.IsFinite(sigma) && sigma > 0))
        {
            throw new ArgumentException("A mean is finite, a deviation finite and positive.");
        }

        Mean = mean;
        Deviation = deviation;
    }

    /// <summary>μ of every column.</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>σ of every column; 1 for a constant column.</summary>
    public ImmutableArray<double> Deviation { get; }
}
