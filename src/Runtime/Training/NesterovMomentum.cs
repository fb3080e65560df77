using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Nesterov's momentum (Nesterov, 1983; Sutskever et al., 2013), as PyTorch's SGD has it: v ← μv + g, θ ← θ − α(g + μv).
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <remarks>
/// The form that looks ahead, v ← μv − α∇J(x + μv), x ← x + v, is the same method: θ is its point x + μv, at which the
/// gradient is taken, and x = θ + αμv with the v of this class.
/// </remarks>
/// <seealso cref="ClassicalMomentum{T}"/>
/// <seealso cref="AveragedMomentum{T}"/>
public sealed class NesterovMomentum<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double mu;

    /// <summary>Makes an optimizer with v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="mu">μ, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public NesterovMomentum(int length, double learningRate, double mu = 0.9)
        : base(length, learningRate, $"Nesterov momentum, μ {mu}", "velocity") =>
        this.mu = OptimizerArguments.CheckDecay<T>(mu, nameof(mu));

    private protected override void Update(in ParameterRange<T> range) => Apply(new Nesterov(mu, LearningRate), range);

    private readonly struct Nesterov(double mu, double rate) : IUpdate<T>
    {
        private readonly Vector<T> mu = UpdateMath.Every<T>(mu);
        private readonly Vector<T> rate = UpdateMath.Every<T>(rate);
        private readonly Vector<T> tiny = UpdateMath.TinyMean<T>();

        public static int Buffers => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> velocity, ref Vector<T> second, ref Vector<T> third)
        {
            velocity = UpdateMath.Flush(mu * velocity + gradient, tiny);
            return theta - rate * (gradient + mu * velocity);
        }
    }
}
