using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// Classical momentum (Polyak, 1964), as PyTorch's SGD has it: v ← μv + g, θ ← θ − αv. A constant gradient ends in steps of α/(1 − μ)·g.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <seealso cref="AveragedMomentum{T}"/>
public sealed class ClassicalMomentum<T> : Momentum<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes an optimizer with v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="mu">μ, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public ClassicalMomentum(int length, double learningRate, double mu = 0.9)
        : base(length, learningRate, keep: mu, nameof(mu), take: 1)
    {
    }

    /// <inheritdoc/>
    public override string Rule => string.Create(CultureInfo.InvariantCulture, $"classical momentum, μ {Keep}");

    /// <summary>The velocity v.</summary>
    public override ImmutableArray<(string Name, AlignedBuffer<T> Values)> State => [("velocity", Velocity)];
}
