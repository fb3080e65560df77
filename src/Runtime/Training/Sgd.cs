using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Gradient descent θ ← θ − α·g (Cauchy, 1847; Robbins and Monro, 1951): batch, mini-batch or stochastic by the
/// rows that the gradient was taken over.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public sealed class Sgd<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes an optimizer.</summary>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">α is negative, NaN or infinite as a <typeparamref name="T"/>.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public Sgd(double learningRate)
        : base(0, learningRate, $"gradient descent")
    {
    }

    private protected override void Update(in ParameterRange<T> range) => Apply(new Descent(LearningRate), range);

    private readonly struct Descent(double rate) : IUpdate<T>
    {
        private readonly Vector<T> rate = UpdateMath.Every<T>(rate);

        public static int Buffers => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) => theta - rate * gradient;
    }
}
