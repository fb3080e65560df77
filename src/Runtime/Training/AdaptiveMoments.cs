using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>What Adam and its relatives share: β₁, β₂, ε, and a step that each parameter's own gradients scale.</summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <remarks>
/// Moments of parameters whose gradient has become 0 decay until they are denormal, and denormal arithmetic is slow.
/// So m is set to 0 when it falls below 10⁸ times the smallest normal number (about 10⁻³⁰ in float), v below 100
/// times (10⁻³⁶). At the default ε that changes no float; keep ε at 10⁻¹⁴ or more, or gradients near 10⁻¹⁸ move
/// parameters much too far.
/// </remarks>
public abstract class AdaptiveMoments<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected AdaptiveMoments(string name, int length, double learningRate, double beta1, double beta2, double epsilon, params ReadOnlySpan<string> state)
        : base(length, learningRate, $"{name}, β₁ {beta1}, β₂ {beta2}, ε {epsilon}", state)
    {
        Beta1 = OptimizerArguments.CheckDecay<T>(beta1, nameof(beta1));
        Beta2 = OptimizerArguments.CheckDecay<T>(beta2, nameof(beta2));
        Epsilon = OptimizerArguments.CheckEpsilon<T>(epsilon);
    }

    private protected double Beta1 { get; }

    private protected double Beta2 { get; }

    private protected double Epsilon { get; }

    /// <summary>√(1 − β₂ᵏ): √v̂ = √v divided by it, which is brought to the other side of the division.</summary>
    private protected double RootCorrection => Math.Sqrt(MovingAverage.Weight(Beta2, Steps));

    /// <summary>α·√(1 − β₂ᵏ) / (1 − β₁ᵏ).</summary>
    private protected Vector<T> CorrectedRate => UpdateMath.Every<T>(LearningRate / MovingAverage.Weight(Beta1, Steps) * RootCorrection);

    /// <summary>ε·√(1 − β₂ᵏ).</summary>
    private protected Vector<T> CorrectedEpsilon => new(T.Max(T.CreateTruncating(Epsilon * RootCorrection), NumberType.SmallestNormal<T>()));

    /// <summary>The step of Adam.</summary>
    private protected AdamUpdate AdamStep() => new(new Moments(Beta1, Beta2), CorrectedRate, CorrectedEpsilon);

    /// <summary>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g².</summary>
    private protected readonly struct Moments(double beta1, double beta2)
    {
        private readonly Vector<T> keep1 = UpdateMath.Every<T>(beta1);
        private readonly Vector<T> take1 = UpdateMath.Every<T>(1 - beta1);
        private readonly Vector<T> keep2 = UpdateMath.Every<T>(beta2);
        private readonly Vector<T> take2 = UpdateMath.Every<T>(1 - beta2);
        private readonly Vector<T> tiny1 = UpdateMath.TinyMean<T>();
        private readonly Vector<T> tiny2 = UpdateMath.TinySquare<T>();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(Vector<T> gradient, ref Vector<T> mean, ref Vector<T> square)
        {
            mean = UpdateMath.Flush(UpdateMath.MultiplyAdd(take1, gradient, keep1 * mean), tiny1);
            square = UpdateMath.Flush(UpdateMath.MultiplyAdd(take2 * gradient, gradient, keep2 * square), tiny2);
        }
    }

    /// <summary>θ ← θ − rate·m / (√v + ε).</summary>
    private protected readonly struct AdamUpdate(Moments moments, Vector<T> rate, Vector<T> epsilon) : IUpdate<T>
    {
        private readonly Moments moments = moments;
        private readonly Vector<T> rate = rate;
        private readonly Vector<T> epsilon = epsilon;

        public static int Buffers => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> mean, ref Vector<T> square, ref Vector<T> third)
        {
            moments.Take(gradient, ref mean, ref square);
            return theta - rate * mean / (Vector.SquareRoot(square) + epsilon);
        }
    }
}
