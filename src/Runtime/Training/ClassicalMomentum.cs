using System;
using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// Classical momentum (Polyak, 1964), as PyTorch's SGD has it: v ← μv + g, θ ← θ − αv. A constant gradient ends in steps of α/(1 − μ)·g.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <seealso cref="AveragedMomentum{T}"/>
/// <seealso cref="NesterovMomentum{T}"/>
public sealed class ClassicalMomentum<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double mu;

    /// <summary>Makes an optimizer with v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="mu">μ, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public ClassicalMomentum(int length, double learningRate, double mu = 0.9)
        : base(length, learningRate, $"classical momentum, μ {mu}", "velocity") =>
        this.mu = OptimizerArguments.CheckDecay<T>(mu, nameof(mu));

    private protected override void Update(in ParameterRange<T> range) => Apply(new MomentumUpdate<T>(keep: mu, take: 1, LearningRate), range);
}
