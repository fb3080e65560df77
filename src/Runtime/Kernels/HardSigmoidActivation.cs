using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>f(z) = min(1, max(0, z/6 + ½)), see <see cref="VectorMath.HardSigmoid(Vector{float})"/>.</summary>
public readonly struct HardSigmoidActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(Vector<float> z) => VectorMath.HardSigmoid(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> z) => VectorMath.HardSigmoid(z);
}
