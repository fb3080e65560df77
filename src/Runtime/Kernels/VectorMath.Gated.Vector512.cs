using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <content>The Vector512 form of activations z·g(z): line for line the Vector form.</content>
public static partial class VectorMath
{
    /// <summary>z·Φ(z) = ½z·(1 + erf(z / √2)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|, most of it where z &lt; 0 and the sum cancels. ±0 gives ±0, large numbers are their own result,
    /// below −5.56 it is −0. +∞ gives +∞; −∞, which is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GELU(Vector512<float> z) =>
        z * Vector512.Create(0.5f) * (Vector512<float>.One + Erf(z * Vector512.Create(RootHalf)));

    /// <summary>Φ(z) + z·φ(z) of every element: the slope of <see cref="GELU(Vector512{float})"/>.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers give 1 and, of the other sign, 0; ±∞, which bring ∞·0, and NaN give NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GELUSlope(Vector512<float> z)
    {
        // φ(z) = e^(−z²/2)/√(2π); from |z| = 14.5 on it is 0.
        Vector512<float> density = ExpWithin(Vector512.MaxNative(Vector512.Create(-105f), z * Vector512.Create(-0.5f) * z)) * Vector512.Create(OneOverRootTwoPi);
        Vector512<float> half = Vector512.MultiplyAddEstimate(Vector512.Create(0.5f), Erf(z * Vector512.Create(RootHalf)), Vector512.Create(0.5f));
        return Vector512.MultiplyAddEstimate(z, density, half);
    }

    /// <summary>½z·(1 + tanh(√(2/π)·(z + 0.044715z³))) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. ±0 gives ±0, large numbers are their own result, below −11 it goes to −0. +∞ gives +∞; −∞, which
    /// is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GELUTanh(Vector512<float> z) =>
        // ½(1 + tanh u) = σ(2u)
        z * Sigmoid(z * Vector512.MultiplyAddEstimate(z * z, Vector512.Create(TanhGate3), Vector512.Create(TanhGate1)));

    /// <summary>The slope of <see cref="GELUTanh(Vector512{float})"/> of every element: with g the gate, g + z·g′.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers and +∞ give 1, those of the other sign 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GELUTanhSlope(Vector512<float> z)
    {
        // At ±11 the gate is 1 or 0. NaN, as the second operand, passes.
        z = Vector512.MinNative(Vector512.Create(11f), Vector512.MaxNative(Vector512.Create(-11f), z));
        Vector512<float> square = z * z;
        Vector512<float> x = z * Vector512.MultiplyAddEstimate(square, Vector512.Create(TanhGate3), Vector512.Create(TanhGate1));
        return SigmoidGateSlope(z, x, Vector512.MultiplyAddEstimate(square, Vector512.Create(3 * TanhGate3), Vector512.Create(TanhGate1)));
    }

    /// <summary>z·σ(z) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. ±0 gives ±0, large numbers are their own result, far below 0 it goes to −0. +∞ gives +∞; −∞,
    /// which is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiLU(Vector512<float> z) => z * Sigmoid(z);

    /// <summary>σ(z) + z·σ(z)·(1 − σ(z)) of every element: the slope of <see cref="SiLU(Vector512{float})"/>.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers and +∞ give 1, those of the other sign 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiLUSlope(Vector512<float> z)
    {
        // At ±105 the gate is 1 or 0. NaN, as the second operand, passes.
        z = Vector512.MinNative(Vector512.Create(105f), Vector512.MaxNative(Vector512.Create(-105f), z));
        return SigmoidGateSlope(z, z, Vector512<float>.One);
    }

    /// <summary>z·tanh(ln(1 + eᶻ)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. ±0 gives ±0, large numbers are their own result, far below 0 it goes to −0. +∞ gives +∞; −∞,
    /// which is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mish(Vector512<float> z)
    {
        // With e = eᶻ the gate is n/(n + 2), n = (1 + e)² − 1; from z = 9.1 on it rounds to 1. NaN, as the second operand, passes.
        Vector512<float> e = ExpWithin(Vector512.MinNative(Vector512.Create(20f), Vector512.MaxNative(Vector512.Create(-105f), z)));
        Vector512<float> n = e * (e + Vector512.Create(2f));
        return z * (n / (n + Vector512.Create(2f)));
    }

    /// <summary>The slope of <see cref="Mish(Vector512{float})"/> of every element: with g the gate, g + z·g′.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers and +∞ give 1, those of the other sign 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MishSlope(Vector512<float> z)
    {
        // g = n/(n + 2), g′ = 4e·(e + 1)/(n + 2)²
        z = Vector512.MinNative(Vector512.Create(20f), Vector512.MaxNative(Vector512.Create(-105f), z));
        Vector512<float> e = ExpWithin(z);
        Vector512<float> n = e * (e + Vector512.Create(2f));
        Vector512<float> share = Vector512<float>.One / (n + Vector512.Create(2f));
        Vector512<float> rise = Vector512.Create(4f) * e * (e + Vector512<float>.One) * share;
        return Vector512.MultiplyAddEstimate(z, rise, n) * share;
    }

    /// <summary>z·min(1, max(0, z/6 + ½)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. From 3 on a number is its own result, up to −3 it is −0. +∞ gives +∞; −∞, which is ∞·0, and NaN
    /// give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwish(Vector512<float> z) => z * HardSigmoid(z);

    /// <summary>The slope of <see cref="HardSwish(Vector512{float})"/> of every element: 0 below −3, z/3 + ½ up to 3, 1 from there on.</summary>
    /// <remarks>Within 2⁻²³. NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwishSlope(Vector512<float> z)
    {
        Vector512<float> between = Vector512.MultiplyAddEstimate(z, Vector512.Create(1f / 3), Vector512.Create(0.5f));
        Vector512<float> below = Vector512.ConditionalSelect(Vector512.LessThan(z, Vector512.Create(-3f)), Vector512<float>.Zero, between);
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(z, Vector512.Create(3f)), Vector512<float>.One, below);
    }

    /// <summary>min(1, max(0, z/6 + ½)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²⁴ · 3. Up to −3 it is 0, from 3 on 1, and so it is at the last float before 3. NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSigmoid(Vector512<float> z) =>
        // z + 3 is exact near −3, where the result leaves 0. NaN, as the second operand, passes.
        Vector512.MinNative(Vector512.Create(6f), Vector512.MaxNative(Vector512<float>.Zero, z + Vector512.Create(3f))) * Vector512.Create(1f / 6);

    /// <summary>σ(x) + z·σ′(x)·x′: the slope of z·σ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SigmoidGateSlope(Vector512<float> z, Vector512<float> x, Vector512<float> rise)
    {
        // With u = e⁻ˣ of |x|: σ = 1/(1 + u), or below 0 u/(1 + u), and σ′ = u/(1 + u)², which 1 − σ would round away.
        Vector512<float> u = ExpWithin(Vector512.MaxNative(Vector512.Create(-105f), x | Vector512.Create(-0f)));
        Vector512<float> share = Vector512<float>.One / (Vector512<float>.One + u);
        Vector512<float> gate = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), u * share, share);
        return Vector512.MultiplyAddEstimate(z * rise * share, u * share, gate);
    }
}
