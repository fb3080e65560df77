using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>f(z) = rise·z where z > 0, depth·(eᶻ − 1) elsewhere: ELU and SELU; NaN stays NaN.</summary>
/// <param name="rise">The slope above zero.</param>
/// <param name="depth">How far below zero the results reach.</param>
public readonly struct ELUActivation(float rise, float depth) : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(Vector<float> z) =>
        Vector.ConditionalSelect(Vector.GreaterThan(z, Vector<float>.Zero), z * rise, VectorMath.OneMinusExp(-z) * -depth);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> z) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(z, Vector512<float>.Zero), z * rise, VectorMath.OneMinusExp(-z) * -depth);
}
