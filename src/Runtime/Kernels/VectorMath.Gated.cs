using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <content>Activations z·g(z) with a gate g from 0 to 1, and their slopes, which need z.</content>
public static partial class VectorMath
{
    private const float RootHalf = 0.70710677f;
    private const float OneOverRootTwoPi = 0.3989423f;

    /// <summary>2·√(2/π), and 0.044715 of it.</summary>
    private const float TanhGate1 = 1.5957691f;
    private const float TanhGate3 = 0.07135481f;

    /// <summary>z·Φ(z) = ½z·(1 + erf(z / √2)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|, most of it where z &lt; 0 and the sum cancels. ±0 gives ±0, large numbers are their own result,
    /// below −5.56 it is −0. +∞ gives +∞; −∞, which is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> GELU(Vector<float> z) =>
        z * Vector.Create(0.5f) * (Vector<float>.One + Erf(z * Vector.Create(RootHalf)));

    /// <summary>Φ(z) + z·φ(z) of every element: the slope of <see cref="GELU(Vector{float})"/>.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers give 1 and, of the other sign, 0; ±∞, which bring ∞·0, and NaN give NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> GELUSlope(Vector<float> z)
    {
        // φ(z) = e^(−z²/2)/√(2π); from |z| = 14.5 on it is 0.
        Vector<float> density = ExpWithin(Vector.MaxNative(Vector.Create(-105f), z * Vector.Create(-0.5f) * z)) * Vector.Create(OneOverRootTwoPi);
        Vector<float> half = Vector.MultiplyAddEstimate(Vector.Create(0.5f), Erf(z * Vector.Create(RootHalf)), Vector.Create(0.5f));
        return Vector.MultiplyAddEstimate(z, density, half);
    }

    /// <summary>½z·(1 + tanh(√(2/π)·(z + 0.044715z³))) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. ±0 gives ±0, large numbers are their own result, below −11 it goes to −0. +∞ gives +∞; −∞, which
    /// is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> GELUTanh(Vector<float> z) =>
        // ½(1 + tanh u) = σ(2u)
        z * Sigmoid(z * Vector.MultiplyAddEstimate(z * z, Vector.Create(TanhGate3), Vector.Create(TanhGate1)));

    /// <summary>The slope of <see cref="GELUTanh(Vector{float})"/> of every element: with g the gate, g + z·g′.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers and +∞ give 1, those of the other sign 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> GELUTanhSlope(Vector<float> z)
    {
        // At ±11 the gate is 1 or 0. NaN, as the second operand, passes.
        z = Vector.MinNative(Vector.Create(11f), Vector.MaxNative(Vector.Create(-11f), z));
        Vector<float> square = z * z;
        Vector<float> x = z * Vector.MultiplyAddEstimate(square, Vector.Create(TanhGate3), Vector.Create(TanhGate1));
        return SigmoidGateSlope(z, x, Vector.MultiplyAddEstimate(square, Vector.Create(3 * TanhGate3), Vector.Create(TanhGate1)));
    }

    /// <summary>z·σ(z) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. ±0 gives ±0, large numbers are their own result, far below 0 it goes to −0. +∞ gives +∞; −∞,
    /// which is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SiLU(Vector<float> z) => z * Sigmoid(z);

    /// <summary>σ(z) + z·σ(z)·(1 − σ(z)) of every element: the slope of <see cref="SiLU(Vector{float})"/>.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers and +∞ give 1, those of the other sign 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SiLUSlope(Vector<float> z)
    {
        // At ±105 the gate is 1 or 0. NaN, as the second operand, passes.
        z = Vector.MinNative(Vector.Create(105f), Vector.MaxNative(Vector.Create(-105f), z));
        return SigmoidGateSlope(z, z, Vector<float>.One);
    }

    /// <summary>z·tanh(ln(1 + eᶻ)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. ±0 gives ±0, large numbers are their own result, far below 0 it goes to −0. +∞ gives +∞; −∞,
    /// which is ∞·0, and NaN give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mish(Vector<float> z)
    {
        // With e = eᶻ the gate is n/(n + 2), n = (1 + e)² − 1; from z = 9.1 on it rounds to 1. NaN, as the second operand, passes.
        Vector<float> e = ExpWithin(Vector.MinNative(Vector.Create(20f), Vector.MaxNative(Vector.Create(-105f), z)));
        Vector<float> n = e * (e + Vector.Create(2f));
        return z * (n / (n + Vector.Create(2f)));
    }

    /// <summary>The slope of <see cref="Mish(Vector{float})"/> of every element: with g the gate, g + z·g′.</summary>
    /// <remarks>Within 2⁻²¹. Large numbers and +∞ give 1, those of the other sign 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MishSlope(Vector<float> z)
    {
        // g = n/(n + 2), g′ = 4e·(e + 1)/(n + 2)²
        z = Vector.MinNative(Vector.Create(20f), Vector.MaxNative(Vector.Create(-105f), z));
        Vector<float> e = ExpWithin(z);
        Vector<float> n = e * (e + Vector.Create(2f));
        Vector<float> share = Vector<float>.One / (n + Vector.Create(2f));
        Vector<float> rise = Vector.Create(4f) * e * (e + Vector<float>.One) * share;
        return Vector.MultiplyAddEstimate(z, rise, n) * share;
    }

    /// <summary>z·min(1, max(0, z/6 + ½)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²²·|z|. From 3 on a number is its own result, up to −3 it is −0. +∞ gives +∞; −∞, which is ∞·0, and NaN
    /// give NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> HardSwish(Vector<float> z) => z * HardSigmoid(z);

    /// <summary>The slope of <see cref="HardSwish(Vector{float})"/> of every element: 0 below −3, z/3 + ½ up to 3, 1 from there on.</summary>
    /// <remarks>Within 2⁻²³. NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> HardSwishSlope(Vector<float> z)
    {
        Vector<float> between = Vector.MultiplyAddEstimate(z, Vector.Create(1f / 3), Vector.Create(0.5f));
        Vector<float> below = Vector.ConditionalSelect(Vector.LessThan(z, Vector.Create(-3f)), Vector<float>.Zero, between);
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(z, Vector.Create(3f)), Vector<float>.One, below);
    }

    /// <summary>min(1, max(0, z/6 + ½)) of every element.</summary>
    /// <remarks>
    /// Within 2⁻²⁴ · 3. Up to −3 it is 0, from 3 on 1, and so it is at the last float before 3. NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> HardSigmoid(Vector<float> z) =>
        // z + 3 is exact near −3, where the result leaves 0. NaN, as the second operand, passes.
        Vector.MinNative(Vector.Create(6f), Vector.MaxNative(Vector<float>.Zero, z + Vector.Create(3f))) * Vector.Create(1f / 6);

    /// <summary>σ(x) + z·σ′(x)·x′: the slope of z·σ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SigmoidGateSlope(Vector<float> z, Vector<float> x, Vector<float> rise)
    {
        // With u = e⁻ˣ of |x|: σ = 1/(1 + u), or below 0 u/(1 + u), and σ′ = u/(1 + u)², which 1 − σ would round away.
        Vector<float> u = ExpWithin(Vector.MaxNative(Vector.Create(-105f), x | Vector.Create(-0f)));
        Vector<float> share = Vector<float>.One / (Vector<float>.One + u);
        Vector<float> gate = Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), u * share, share);
        return Vector.MultiplyAddEstimate(z * rise * share, u * share, gate);
    }
}
