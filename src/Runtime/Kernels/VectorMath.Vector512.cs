using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <content>The Vector512 form: line for line the Vector form.</content>
public static partial class VectorMath
{
    /// <summary>eˣ of every element.</summary>
    /// <remarks>
    /// Within 2 units in the last place. NaN gives NaN; above 88.72283 the result is +∞, below −87.33655 it goes
    /// through the subnormal numbers to 0.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // At the clamps 2ⁿ has overflowed or vanished. NaN, as the second operand, passes.
        x = Vector512.MinNative(Vector512.Create(89f), Vector512.MaxNative(Vector512.Create(-105f), x));
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(Rounding));
        Vector512<float> p = ExpMinusOne(x, shifted - Vector512.Create(Rounding)) + Vector512<float>.One;

        // 2ⁿ in two factors, each of them a normal number.
        Vector512<int> n = shifted.AsInt32();
        Vector512<int> half = Vector512.ShiftRightArithmetic(n, 1);
        return p * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>The natural logarithm of every element.</summary>
    /// <remarks>
    /// Within 2 units in the last place for x &gt; 0, subnormal numbers included. 0 gives −∞, negative numbers and NaN
    /// give NaN, +∞ gives +∞.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        // x = 2ⁿ·m with m from √½ to √2; subnormal numbers are made normal first.
        Vector512<int> subnormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal)).AsInt32();
        Vector512<float> scaled = Vector512.ConditionalSelect(subnormal.AsSingle(), x * Vector512.Create(8388608f), x);
        Vector512<int> bits = scaled.AsInt32() - Vector512.Create(RootHalfBits);
        Vector512<float> n = Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(bits, 23) - (subnormal & Vector512.Create(23)));
        Vector512<float> f = ((bits & Vector512.Create(MantissaBits)) + Vector512.Create(RootHalfBits)).AsSingle() - Vector512<float>.One;

        // ln(1 + f) = f − f²/2 + f³·q(f)
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(-0.07859606f), f, Vector512.Create(0.12881644f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(-0.13128754f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(0.14181192f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(-0.16624554f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(0.20002286f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(-0.2500081f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(0.33333316f));
        Vector512<float> square = f * f;
        Vector512<float> low = Vector512.MultiplyAddEstimate(square * f, q, n * Vector512.Create(Ln2Low));
        Vector512<float> log = Vector512.MultiplyAddEstimate(square, Vector512.Create(-0.5f), low) + f;
        log = Vector512.MultiplyAddEstimate(n, Vector512.Create(Ln2High), log);

        // What is left is +∞ and NaN, which are their own logarithms, and what is not positive.
        log = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(float.PositiveInfinity)), log, x);
        Vector512<float> special = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), Vector512.Create(float.NegativeInfinity), Vector512.Create(float.NaN));
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x, Vector512<float>.Zero), special, log);
    }

    /// <summary>tanh x of every element.</summary>
    /// <remarks>
    /// Within 2 units in the last place everywhere, near 0 as well: small numbers are their own tangent and keep
    /// their sign. NaN gives NaN, ±∞ gives ±1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // tanh x = (1 − e⁻²ˣ)/(1 + e⁻²ˣ) of |x|; from 9.1 on it rounds to 1. NaN, as the second operand, passes.
        Vector512<float> sign = x & Vector512.Create(-0f);
        Vector512<float> twice = Vector512.MaxNative(Vector512.Create(-9.1f), x | Vector512.Create(-0f));
        twice += twice;
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(twice, Vector512.Create(Log2E), Vector512.Create(Rounding));
        Vector512<float> p = ExpMinusOne(twice, shifted - Vector512.Create(Rounding));
        Vector512<float> power = PowerOfTwo(shifted.AsInt32());
        Vector512<float> expMinusOne = Vector512.MultiplyAddEstimate(power, p, power - Vector512<float>.One);
        return Vector512.Abs(expMinusOne / (expMinusOne + Vector512.Create(2f))) | sign;
    }

    /// <summary>1/(1 + e⁻ˣ) of every element.</summary>
    /// <remarks>
    /// Within 2 units in the last place everywhere; nothing overflows, large numbers give 1 and, through the
    /// subnormal numbers, 0. NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        // e⁻ˣ of |x| is at most 1: 1/(1 + e) for positive x, e/(1 + e) for negative.
        Vector512<float> e = Exp(x | Vector512.Create(-0f));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), e, Vector512<float>.One) / (e + Vector512<float>.One);
    }

    /// <summary>eʳ − 1 for x = n·ln 2 + r, |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpMinusOne(Vector512<float> x, Vector512<float> n)
    {
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(0.0013950603f), r, Vector512.Create(0.008368953f));
        q = Vector512.MultiplyAddEstimate(q, r, Vector512.Create(0.041666206f));
        q = Vector512.MultiplyAddEstimate(q, r, Vector512.Create(0.16666518f));
        q = Vector512.MultiplyAddEstimate(q, r, Vector512.Create(0.5f));
        return Vector512.MultiplyAddEstimate(r * r, q, r);
    }

    /// <summary>2ⁿ for n from −126 to 127 in the lowest nine bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<int> n) => (Vector512.ShiftLeft(n, 23) + Vector512.Create(OneBits)).AsSingle();
}
