using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>
/// Clips a gradient by Euclid's norm over all parameters together: g ← min(1, c / (‖g‖ + 10⁻⁶))·g, as PyTorch. The
/// direction stays. A gradient whose norm is NaN or infinite stays as it is, for no factor gives it a length, and
/// those who look for what is not finite shall find it.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <param name="most">c, positive and finite as a <typeparamref name="T"/>.</param>
/// <exception cref="ArgumentOutOfRangeException">c is outside its range.</exception>
public sealed class NormClipping<T>(double most) : Clipping<T>(most)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Rule => Invariant($"norm {Most}");

    /// <inheritdoc/>
    public override void Apply(Span<T> gradient)
    {
        double norm = VectorNorm.Of<T>(gradient);
        double factor = Most / (norm + 1e-6);
        if (factor < 1 && double.IsFinite(norm))
        {
            Apply(new Multiplied(factor), gradient);
        }
    }

    private readonly struct Multiplied(double factor) : IUpdate<T>
    {
        private readonly Vector<T> factor = UpdateMath.Every<T>(factor);

        public static int Buffers => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) => factor * gradient;
    }
}
