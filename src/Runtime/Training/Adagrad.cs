using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer, 2011): s ← s + g², θ ← θ − α·g / (√s + ε). Rates fall for ever, fastest where
/// gradients are large.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public sealed class Adagrad<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double epsilon;

    /// <summary>Makes an optimizer with s = 0; a start above 0, as others offer, is written into <see cref="Optimizer{T}.State"/>.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="epsilon">ε, positive and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public Adagrad(int length, double learningRate = 1e-2, double epsilon = 1e-10)
        : base(length, learningRate, $"Adagrad, ε {epsilon}", "sum") => this.epsilon = OptimizerArguments.CheckEpsilon<T>(epsilon);

    private protected override void Update(in ParameterRange<T> range) => Apply(new SumOfSquares(LearningRate, epsilon), range);

    private readonly struct SumOfSquares(double rate, double epsilon) : IUpdate<T>
    {
        private readonly Vector<T> rate = UpdateMath.Every<T>(rate);
        private readonly Vector<T> epsilon = UpdateMath.Every<T>(epsilon);
        private readonly Vector<T> tiny = UpdateMath.TinySquare<T>();

        public static int Buffers => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> sum, ref Vector<T> second, ref Vector<T> third)
        {
            sum = UpdateMath.Flush(UpdateMath.MultiplyAdd(gradient, gradient, sum), tiny);
            return theta - rate * gradient / (Vector.SquareRoot(sum) + epsilon);
        }
    }
}
