using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// RMSprop (Tieleman and Hinton, 2012): s ← βs + (1 − β)g², θ ← θ − α·g / (√s + ε). Some have ε under the root.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <seealso cref="CenteredRMSprop{T}"/>
public sealed class RMSprop<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double beta;
    private readonly double epsilon;

    /// <summary>Makes an optimizer with s = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="beta">β, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="epsilon">ε, positive and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public RMSprop(int length, double learningRate = 1e-3, double beta = 0.9, double epsilon = 1e-8)
        : base(length, learningRate, $"RMSprop, β {beta}, ε {epsilon}", "square")
    {
        this.beta = OptimizerArguments.CheckDecay<T>(beta, nameof(beta));
        this.epsilon = OptimizerArguments.CheckEpsilon<T>(epsilon);
    }

    private protected override void Update(in ParameterRange<T> range) => Apply(new MeanSquare(beta, LearningRate, epsilon), range);

    private readonly struct MeanSquare(double beta, double rate, double epsilon) : IUpdate<T>
    {
        private readonly Vector<T> keep = UpdateMath.Every<T>(beta);
        private readonly Vector<T> take = UpdateMath.Every<T>(1 - beta);
        private readonly Vector<T> rate = UpdateMath.Every<T>(rate);
        private readonly Vector<T> epsilon = UpdateMath.Every<T>(epsilon);
        private readonly Vector<T> tiny = UpdateMath.TinySquare<T>();

        public static int Buffers => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> square, ref Vector<T> second, ref Vector<T> third)
        {
            square = UpdateMath.Flush(UpdateMath.MultiplyAdd(take * gradient, gradient, keep * square), tiny);
            return theta - rate * gradient / (Vector.SquareRoot(square) + epsilon);
        }
    }
}
