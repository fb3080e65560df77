using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace NetGen.Training;

/// <summary>Clips every number of a gradient by itself: g ← max(−c, min(g, c)). The direction may turn.</summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
/// <param name="most">c, positive and finite as a <typeparamref name="T"/>.</param>
/// <exception cref="ArgumentOutOfRangeException">c is outside its range.</exception>
public sealed class ValueClipping<T>(double most) : Clipping<T>(most)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Rule => Invariant($"value {Most}");

    /// <inheritdoc/>
    public override void Apply(Span<T> gradient) => Apply(new Clamped(Most), gradient);

    private readonly struct Clamped(double most) : IUpdate<T>
    {
        private readonly Vector<T> most = UpdateMath.Every<T>(most);

        public static int Buffers => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Apply(Vector<T> theta, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
            Vector.Max(-most, Vector.Min(gradient, most));
    }
}
