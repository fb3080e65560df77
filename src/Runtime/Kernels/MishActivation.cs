using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>f(z) = z·tanh(ln(1 + eᶻ)), see <see cref="VectorMath.Mish(Vector{float})"/>.</summary>
public readonly struct MishActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(Vector<float> z) => VectorMath.Mish(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> z) => VectorMath.Mish(z);
}
