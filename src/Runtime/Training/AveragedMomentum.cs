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
public sealed class AveragedMomentum<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double beta;
    private readonly Velocity<T> velocity;
    private double learningRate;
    private long steps;

    /// <summary>Makes an optimizer with v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="beta">β, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public AveragedMomentum(int length, double learningRate, double beta = 0.9)
    {
        NumberType.Check<T>(nameof(AveragedMomentum<float>));
        Expect.AtLeast(length, 0, nameof(length));
        LearningRate = learningRate;
        this.beta = OptimizerArguments.CheckDecay<T>(beta, nameof(beta));
        velocity = new(length);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => learningRate;
        set => learningRate = OptimizerArguments.CheckRate<T>(value);
    }

    /// <inheritdoc/>
    public string Rule => string.Create(CultureInfo.InvariantCulture, $"averaged momentum, β {beta}");

    /// <inheritdoc/>
    public long Steps
    {
        get => steps;
        set => steps = OptimizerArguments.CheckSteps(value);
    }

    /// <summary>The average v.</summary>
    public ImmutableArray<(string Name, AlignedBuffer<T> Values)> State => [("average", velocity.Values)];

    /// <inheritdoc/>
    public void BeginStep() => steps++;

    /// <inheritdoc/>
    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient) =>
        velocity.Update(offset, parameters, gradient, keep: beta, take: 1 - beta, learningRate);
}
