using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// RMSprop by the variance of the gradient in the place of its mean square, with momentum (Graves, 2013), as PyTorch:
/// s ← βs + (1 − β)g², m ← βm + (1 − β)g, v ← μv + g / (√(s − m²) + ε), θ ← θ − α·v.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <remarks>Rounding can make s − m² negative where a gradient hardly changes; it counts as 0 then.</remarks>
/// <seealso cref="RMSprop{T}"/>
public sealed class CenteredRMSprop<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double beta;
    private readonly double mu;
    private readonly double epsilon;

    /// <summary>Makes an optimizer with s = m = v = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="beta">β, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="mu">μ, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="epsilon">ε, positive and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public CenteredRMSprop(int length, double learningRate = 1e-4, double beta = 0.95, double mu = 0.9, double epsilon = 1e-4)
        : base(length, learningRate, $"centered RMSprop, β {beta}, μ {mu}, ε {epsilon}", "square", "mean", "velocity")
    {
        this.beta = OptimizerArguments.CheckDecay<T>(beta, nameof(beta));
        this.mu = OptimizerArguments.CheckDecay<T>(mu, nameof(mu));
        this.epsilon = OptimizerArguments.CheckEpsilon<T>(epsilon);
    }

    private protected override void Update(in ParameterRange<T> range) => Apply(new Variance(beta, mu, LearningRate, epsilon), range);

    private readonly struct Variance(double beta, double mu, double rate, double epsilon) : IUpdate<T>
    {
        private readonly Vector<T> keep = UpdateMath.Every<T>(beta);
        private readonly Vector<T> take = UpdateMath.Every<T>(1 - beta);
        private readonly Vector<T> mu = UpdateMath.Every<T>(mu);
        private readonly Vector<T> rate = UpdateMath.Every<T>(rate);
        private readonly Vector<T> epsilon = UpdateMath.Every<T>(epsilon);
        private readonly Vector<T> tinyMean = UpdateMath.TinyMean<T>();
        private readonly Vector<T> tinySquare = UpdateMath.TinySquare<T>();

        public static int Buffers => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> square, ref Vector<T> mean, ref Vector<T> velocity)
        {
            square = UpdateMath.Flush(UpdateMath.MultiplyAdd(take * gradient, gradient, keep * square), tinySquare);
            mean = UpdateMath.Flush(UpdateMath.MultiplyAdd(take, gradient, keep * mean), tinyMean);
            Vector<T> variance = Vector.Max(square - mean * mean, Vector<T>.Zero);
            velocity = UpdateMath.Flush(UpdateMath.MultiplyAdd(mu, velocity, gradient / (Vector.SquareRoot(variance) + epsilon)), tinyMean);
            return theta - rate * velocity;
        }
    }
}
