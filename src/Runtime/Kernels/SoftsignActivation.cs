using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>f(z) = z / (1 + |z|), within 1.5 units in the last place; of ±∞ it is NaN, and NaN stays NaN.</summary>
public readonly struct SoftsignActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(Vector<float> z) => z / (Vector<float>.One + Vector.Abs(z));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> z) => z / (Vector512<float>.One + Vector512.Abs(z));
}
