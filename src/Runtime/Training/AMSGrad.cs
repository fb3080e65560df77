using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// AMSGrad (Reddi, Kale and Kumar, 2018): <see cref="Adam{T}"/>'s moments m and v, w ← max(w, v), and
/// θ ← θ − α·m̂ / (√ŵ + ε) with m̂ = m / (1 − β₁ᵏ) and ŵ = w / (1 − β₂ᵏ), as PyTorch: the step of a parameter never
/// grows because its large gradients are long ago.
/// </summary>
/// <inheritdoc cref="AdaptiveMoments{T}"/>
public sealed class AMSGrad<T> : AdaptiveMoments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc cref="Adam{T}(int, double, double, double, double)"/>
    public AMSGrad(int length, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base("AMSGrad", length, learningRate, beta1, beta2, epsilon, "first", "second", "largest")
    {
    }

    private protected override void Update(in ParameterRange<T> range) => Apply(new Largest(new Moments(Beta1, Beta2), CorrectedRate, CorrectedEpsilon), range);

    private readonly struct Largest(Moments moments, Vector<T> rate, Vector<T> epsilon) : IUpdate<T>
    {
        private readonly Moments moments = moments;
        private readonly Vector<T> rate = rate;
        private readonly Vector<T> epsilon = epsilon;

        public static int Buffers => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> mean, ref Vector<T> square, ref Vector<T> largest)
        {
            moments.Take(gradient, ref mean, ref square);
            largest = Vector.Max(largest, square);
            return theta - rate * mean / (Vector.SquareRoot(largest) + epsilon);
        }
    }
}
