using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Adamax (Kingma and Ba, 2015), Adam by the largest gradient in the place of the mean square: m ← β₁m + (1 − β₁)g,
/// u ← max(β₂u, |g| + ε), θ ← θ − α / (1 − β₁ᵏ)·m / u. The paper has no ε; PyTorch's keeps the first steps finite.
/// </summary>
/// <inheritdoc cref="AdaptiveMoments{T}"/>
public sealed class Adamax<T> : AdaptiveMoments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc cref="Adam{T}(int, double, double, double, double)"/>
    public Adamax(int length, double learningRate = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base("Adamax", length, learningRate, beta1, beta2, epsilon, "first", "largest")
    {
    }

    private protected override void Update(in ParameterRange<T> range) =>
        Apply(new Largest(Beta1, Beta2, LearningRate / MovingAverage.Weight(Beta1, Steps), Epsilon), range);

    private readonly struct Largest(double beta1, double beta2, double rate, double epsilon) : IUpdate<T>
    {
        private readonly Vector<T> keep1 = UpdateMath.Every<T>(beta1);
        private readonly Vector<T> take1 = UpdateMath.Every<T>(1 - beta1);
        private readonly Vector<T> keep2 = UpdateMath.Every<T>(beta2);
        private readonly Vector<T> rate = UpdateMath.Every<T>(rate);
        private readonly Vector<T> epsilon = UpdateMath.Every<T>(epsilon);
        private readonly Vector<T> tiny = UpdateMath.TinyMean<T>();

        public static int Buffers => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> mean, ref Vector<T> largest, ref Vector<T> third)
        {
            mean = UpdateMath.Flush(UpdateMath.MultiplyAdd(take1, gradient, keep1 * mean), tiny);
            largest = Vector.Max(keep2 * largest, Vector.Abs(gradient) + epsilon);
            return theta - rate * mean / largest;
        }
    }
}
