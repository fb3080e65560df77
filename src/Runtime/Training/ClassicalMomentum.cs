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
public sealed class ClassicalMomentum<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double mu;
    private readonly Velocity<T> velocity;
    private double learningRate;
    private long steps;

    /// <summary>Makes an optimizer with v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="mu">μ, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public ClassicalMomentum(int length, double learningRate, double mu = 0.9)
    {
        NumberType.Check<T>(nameof(ClassicalMomentum<float>));
        Expect.AtLeast(length, 0, nameof(length));
        LearningRate = learningRate;
        this.mu = OptimizerArguments.CheckDecay<T>(mu, nameof(mu));
        velocity = new(length);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => learningRate;
        set => learningRate = OptimizerArguments.CheckRate<T>(value);
    }

    /// <inheritdoc/>
    public string Rule => string.Create(CultureInfo.InvariantCulture, $"classical momentum, μ {mu}");

    /// <inheritdoc/>
    public long Steps
    {
        get => steps;
        set => steps = OptimizerArguments.CheckSteps(value);
    }

    /// <summary>The velocity v.</summary>
    public ImmutableArray<(string Name, AlignedBuffer<T> Values)> State => [("velocity", velocity.Values)];

    /// <inheritdoc/>
    public void BeginStep() => steps++;

    /// <inheritdoc/>
    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradient) =>
        velocity.Update(offset, parameters, gradient, keep: mu, take: 1, learningRate);
}
