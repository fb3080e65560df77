using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>Reductions over the lanes of a vector that the framework does not have.</summary>
public static class Horizontal
{
    /// <summary>The greatest lane. NaN lanes may or may not show.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector<float> vector) => Vector<float>.Count switch
    {
        16 => Max(vector.AsVector512()),
        8 => Max(vector.AsVector256()),
        _ => Max(vector.AsVector128()),
    };

    /// <inheritdoc cref="Max(Vector{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> vector) => Max(Vector256.MaxNative(vector.GetLower(), vector.GetUpper()));

    private static float Max(Vector256<float> vector) => Max(Vector128.MaxNative(vector.GetLower(), vector.GetUpper()));

    private static float Max(Vector128<float> vector)
    {
        vector = Vector128.MaxNative(vector, Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(vector, Vector128.Shuffle(vector, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
