using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>f(z) = min(high, max(low, z)): hard tanh and ReLU6; NaN stays NaN, which the other order of the operands would hide.</summary>
/// <param name="low">The least result.</param>
/// <param name="high">The greatest result.</param>
public readonly struct ClampActivation(float low, float high) : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(Vector<float> z) => Vector.MinNative(Vector.Create(high), Vector.MaxNative(Vector.Create(low), z));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> z) => Vector512.MinNative(Vector512.Create(high), Vector512.MaxNative(Vector512.Create(low), z));
}
