using System;
using System.Collections.Immutable;
using System.Numerics;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>
/// Ends a training after the first epoch in which the gradient of no step was longer than a tolerance, ‖g‖ ≤ ε: with
/// full batches where ‖∇J‖ was. The gradient is that of the step's batch, before it is clipped.
/// </summary>
/// <remarks>
/// What a proximal penalty and <see cref="Optimizer{T}.WeightDecay"/> add to a step is not in it, so that it does not vanish
/// where such a training ends; <see cref="LossTolerance{T}"/> ends one.
/// </remarks>
/// <inheritdoc cref="Stopping{T}" path="/typeparam"/>
public sealed class GradientTolerance<T> : Stopping<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double norm;
    private double largest;

    /// <summary>Makes a rule for one training.</summary>
    /// <param name="norm">ε, not negative and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative, NaN or infinite.</exception>
    public GradientTolerance(double norm) =>
        this.norm = norm >= 0 && double.IsFinite(norm) ? norm : throw Expect.OutOfRange(nameof(norm), norm, "a norm is not negative and finite, such as 0.001.");

    /// <inheritdoc/>
    public override string Rule => Invariant($"gradient norm {norm}");

    internal override ImmutableArray<double> Numbers => [largest];

    internal override void Watch(AlignedBuffer<T> gradient) => largest = Math.Max(largest, VectorNorm.Of<T>(gradient.Span));

    internal override bool EndsAfter(EpochReport report, double value, INetwork<T> network)
    {
        bool ends = largest <= norm;
        largest = 0;
        return ends;
    }

    internal override string? Misfit(ImmutableArray<double> numbers, int epochs) =>
        numbers is [not < 0] ? null : "the largest norm of the epoch that has begun, not negative";

    internal override void Restore(ImmutableArray<double> numbers, T[] kept) => largest = numbers[0];
}
