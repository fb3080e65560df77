using System;
using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// Gradient descent along the exponentially weighted average of the gradient: v ← βv + (1 − β)g, θ ← θ − αv. A constant
/// gradient ends in steps of α·g; with bias correction, v/(1 − βᵏ) in the place of v, it begins with them too.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <seealso cref="ClassicalMomentum{T}"/>
/// <seealso cref="NesterovMomentum{T}"/>
public sealed class AveragedMomentum<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double beta;
    private readonly bool correctBias;

    /// <summary>Makes an optimizer with v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="beta">β, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="correctBias">Whether step k divides v by 1 − βᵏ, what the weights of the average so far add up to.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public AveragedMomentum(int length, double learningRate, double beta = 0.9, bool correctBias = false)
        : base(length, learningRate, $"averaged momentum, β {beta}{(correctBias ? ", bias corrected" : "")}", "average")
    {
        this.beta = OptimizerArguments.CheckDecay<T>(beta, nameof(beta));
        this.correctBias = correctBias;
    }

    private protected override void Update(in ParameterRange<T> range) =>
        Apply(new MomentumUpdate<T>(keep: beta, take: 1 - beta, correctBias ? LearningRate / MovingAverage.Weight(beta, Steps) : LearningRate), range);
}
