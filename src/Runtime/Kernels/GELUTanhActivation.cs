using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>f(z) = ½z·(1 + tanh(√(2/π)·(z + 0.044715z³))), see <see cref="VectorMath.GELUTanh(Vector{float})"/>.</summary>
public readonly struct GELUTanhActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(Vector<float> z) => VectorMath.GELUTanh(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> z) => VectorMath.GELUTanh(z);
}
