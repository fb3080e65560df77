using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// Gradient descent along the exponentially weighted average of the gradient: v ← βv + (1 − β)g, θ ← θ − αv. A constant gradient ends in steps of α·g.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <seealso cref="ClassicalMomentum{T}"/>
public sealed class AveragedMomentum<T> : Momentum<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes an optimizer with v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="beta">β, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public AveragedMomentum(int length, double learningRate, double beta = 0.9)
        : base(length, learningRate, keep: beta, nameof(beta), take: 1 - beta)
    {
    }

    /// <inheritdoc/>
    public override string Rule => string.Create(CultureInfo.InvariantCulture, $"averaged momentum, β {Keep}");

    /// <summary>The average v.</summary>
    public override ImmutableArray<(string Name, AlignedBuffer<T> Values)> State => [("average", Velocity)];
}
