using System;
using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// Adam (Kingma and Ba, 2015): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², and at step k
/// θ ← θ − α·m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵏ) and v̂ = v / (1 − β₂ᵏ).
/// </summary>
/// <inheritdoc cref="AdaptiveMoments{T}"/>
public sealed class Adam<T> : AdaptiveMoments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes an optimizer with moments 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="beta1">β₁, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="beta2">β₂, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="epsilon">ε, positive and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public Adam(int length, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base("Adam", length, learningRate, beta1, beta2, epsilon, "first", "second")
    {
    }

    /// <summary>The average m of the gradient, in the layout of the parameters.</summary>
    public Span<T> FirstMoment => State[0].Values.Span;

    /// <summary>The average v of the squared gradient, in the layout of the parameters.</summary>
    public Span<T> SecondMoment => State[1].Values.Span;

    private protected override void Update(in ParameterRange<T> range) => Apply(AdamStep(), range);
}
