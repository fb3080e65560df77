using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// NAdam (Dozat, 2016), Adam with Nesterov's look ahead: with μₖ = β₁(1 − ½·0.96^(ψk)) and Πₖ = μ₁·…·μₖ, step k takes
/// θ ← θ − α·((1 − μₖ) / (1 − Πₖ)·g + μₖ₊₁ / (1 − Πₖ₊₁)·m) / (√v̂ + ε), m and v̂ as <see cref="Adam{T}"/>'s.
/// </summary>
/// <inheritdoc cref="AdaptiveMoments{T}"/>
public sealed class NAdam<T> : AdaptiveMoments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>ψ, which is Dozat's and PyTorch's.</summary>
    private const double MomentumDecay = 0.004;

    /// <summary>Below this Π is lost in 1 − Π, and no factor more is taken.</summary>
    private const double Lost = 1e-17;

    private long multiplied;
    private double product = 1;

    /// <inheritdoc cref="Adam{T}(int, double, double, double, double)"/>
    public NAdam(int length, double learningRate = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base("NAdam", length, learningRate, beta1, beta2, epsilon, "first", "second")
    {
    }

    /// <inheritdoc/>
    public override void BeginStep()
    {
        base.BeginStep();

        // Where the count was set, from the start again; that is some hundred factors.
        if (multiplied >= Steps)
        {
            (multiplied, product) = (0, 1);
        }

        while (multiplied < Steps && product > Lost)
        {
            product *= Mu(++multiplied);
        }

        multiplied = Steps;
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        double rate = LearningRate * RootCorrection;
        double next = Mu(Steps + 1);
        Apply(
            new LookAhead(
                new Moments(Beta1, Beta2), UpdateMath.Every<T>(rate * (1 - Mu(Steps)) / (1 - product)),
                UpdateMath.Every<T>(rate * next / (1 - product * next)), CorrectedEpsilon),
            range);
    }

    private double Mu(long step) => Beta1 * (1 - 0.5 * Math.Pow(0.96, step * MomentumDecay));

    private readonly struct LookAhead(Moments moments, Vector<T> rateOfGradient, Vector<T> rateOfMean, Vector<T> epsilon) : IUpdate<T>
    {
        private readonly Moments moments = moments;
        private readonly Vector<T> rateOfGradient = rateOfGradient;
        private readonly Vector<T> rateOfMean = rateOfMean;
        private readonly Vector<T> epsilon = epsilon;

        public static int Buffers => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> mean, ref Vector<T> square, ref Vector<T> third)
        {
            moments.Take(gradient, ref mean, ref square);
            return theta - (rateOfGradient * gradient + rateOfMean * mean) / (Vector.SquareRoot(square) + epsilon);
        }
    }
}
