using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Adadelta (Zeiler, 2012): s ← ρs + (1 − ρ)g², Δ = √(d + ε) / √(s + ε)·g, d ← ρd + (1 − ρ)Δ², θ ← θ − α·Δ. The steps
/// find their size themselves; α, 1 in the paper, scales them.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public sealed class Adadelta<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double rho;
    private readonly double epsilon;

    /// <summary>Makes an optimizer with s = d = 0.</summary>
    /// <param name="length">The length of the flat buffer: <see cref="ParameterLayout.Length"/>.</param>
    /// <param name="learningRate">α, not negative, and finite as a <typeparamref name="T"/>.</param>
    /// <param name="rho">ρ, from 0 to below 1 as a <typeparamref name="T"/>.</param>
    /// <param name="epsilon">ε, positive and finite as a <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public Adadelta(int length, double learningRate = 1, double rho = 0.9, double epsilon = 1e-6)
        : base(length, learningRate, $"Adadelta, ρ {rho}, ε {epsilon}", "square", "moved")
    {
        this.rho = OptimizerArguments.CheckDecay<T>(rho, nameof(rho));
        this.epsilon = OptimizerArguments.CheckEpsilon<T>(epsilon);
    }

    private protected override void Update(in ParameterRange<T> range) => Apply(new RatioOfSteps(rho, LearningRate, epsilon), range);

    private readonly struct RatioOfSteps(double rho, double rate, double epsilon) : IUpdate<T>
    {
        private readonly Vector<T> keep = UpdateMath.Every<T>(rho);
        private readonly Vector<T> take = UpdateMath.Every<T>(1 - rho);
        private readonly Vector<T> rate = UpdateMath.Every<T>(rate);
        private readonly Vector<T> epsilon = UpdateMath.Every<T>(epsilon);
        private readonly Vector<T> tiny = UpdateMath.TinySquare<T>();

        public static int Buffers => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> square, ref Vector<T> moved, ref Vector<T> third)
        {
            square = UpdateMath.Flush(UpdateMath.MultiplyAdd(take * gradient, gradient, keep * square), tiny);
            Vector<T> step = Vector.SquareRoot(moved + epsilon) / Vector.SquareRoot(square + epsilon) * gradient;
            moved = UpdateMath.Flush(UpdateMath.MultiplyAdd(take * step, step, keep * moved), tiny);
            return theta - rate * step;
        }
    }
}
