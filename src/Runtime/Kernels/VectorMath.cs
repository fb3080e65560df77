using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// Elementary functions of vectors, in both forms, with the same bits in each. They stand in emitted code by inlining.
/// </summary>
/// <remarks>
/// The errors given hold for every float with fused multiply-add, and for every 211th without. eˣ is reduced to
/// |r| ≤ ½ ln 2 with ln 2 split in two (W. J. Cody, W. Waite, 1980) and a minimax polynomial of degree 6; the logarithm
/// takes a minimax polynomial on [√½, √2].
/// </remarks>
public static partial class VectorMath
{
    private const float Log2E = 1.442695041f;

    /// <summary>ln 2 in two parts; products of the high one with an exponent are exact.</summary>
    private const float Ln2High = 0.693145751953125f;
    private const float Ln2Low = 1.4286068203094173e-6f;

    /// <summary>1.5·2²³: adding it rounds to an integer, which then stands in the lowest bits.</summary>
    private const float Rounding = 12582912f;

    private const int OneBits = 0x3F800000;
    private const int RootHalfBits = 0x3F3504F3;
    private const int MantissaBits = 0x007FFFFF;
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>eˣ of every element.</summary>
    /// <remarks>
    /// Within 1.05 units in the last place. NaN gives NaN; above 88.72283 the result is +∞, below −87.33655 it goes
    /// through the subnormal numbers to 0.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x)
    {
        // At the clamps 2ⁿ has overflowed or vanished. NaN, as the second operand, passes.
        x = Vector.MinNative(Vector.Create(89f), Vector.MaxNative(Vector.Create(-105f), x));
        Vector<float> shifted = Vector.MultiplyAddEstimate(x, Vector.Create(Log2E), Vector.Create(Rounding));
        Vector<float> p = ExpMinusOne(x, shifted - Vector.Create(Rounding)) + Vector<float>.One;

        // 2ⁿ in two factors, each of them a normal number.
        Vector<int> n = Vector.AsVectorInt32(shifted);
        Vector<int> half = Vector.ShiftRightArithmetic(n, 1);
        return p * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>The natural logarithm of every element.</summary>
    /// <remarks>
    /// Within 0.9 units in the last place for x &gt; 0, subnormal numbers included. 0 gives −∞, negative numbers and NaN
    /// give NaN, +∞ gives +∞.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Log(Vector<float> x)
    {
        // x = 2ⁿ·m with m from √½ to √2; subnormal numbers are made normal first.
        Vector<int> subnormal = Vector.LessThan(x, Vector.Create(SmallestNormal));
        Vector<float> scaled = Vector.ConditionalSelect(subnormal, x * Vector.Create(8388608f), x);
        Vector<int> bits = Vector.AsVectorInt32(scaled) - Vector.Create(RootHalfBits);
        Vector<float> n = Vector.ConvertToSingle(Vector.ShiftRightArithmetic(bits, 23) - (subnormal & Vector.Create(23)));
        Vector<float> f = Vector.AsVectorSingle((bits & Vector.Create(MantissaBits)) + Vector.Create(RootHalfBits)) - Vector<float>.One;

        // ln(1 + f) = f − f²/2 + f³·q(f)
        Vector<float> q = Vector.MultiplyAddEstimate(Vector.Create(-0.07859606f), f, Vector.Create(0.12881644f));
        q = Vector.MultiplyAddEstimate(q, f, Vector.Create(-0.13128754f));
        q = Vector.MultiplyAddEstimate(q, f, Vector.Create(0.14181192f));
        q = Vector.MultiplyAddEstimate(q, f, Vector.Create(-0.16624554f));
        q = Vector.MultiplyAddEstimate(q, f, Vector.Create(0.20002286f));
        q = Vector.MultiplyAddEstimate(q, f, Vector.Create(-0.2500081f));
        q = Vector.MultiplyAddEstimate(q, f, Vector.Create(0.33333316f));
        Vector<float> square = f * f;
        Vector<float> low = Vector.MultiplyAddEstimate(square * f, q, n * Vector.Create(Ln2Low));
        Vector<float> log = Vector.MultiplyAddEstimate(square, Vector.Create(-0.5f), low) + f;
        log = Vector.MultiplyAddEstimate(n, Vector.Create(Ln2High), log);

        // What is left is +∞ and NaN, which are their own logarithms, and what is not positive.
        log = Vector.ConditionalSelect(Vector.LessThan(x, Vector.Create(float.PositiveInfinity)), log, x);
        Vector<float> special = Vector.ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), Vector.Create(float.NegativeInfinity), Vector.Create(float.NaN));
        return Vector.ConditionalSelect(Vector.LessThanOrEqual(x, Vector<float>.Zero), special, log);
    }

    /// <summary>tanh x of every element.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere, near 0 as well: small numbers are their own tangent and keep
    /// their sign. NaN gives NaN, ±∞ gives ±1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        // tanh x = (1 − e⁻²ˣ)/(1 + e⁻²ˣ) of |x|; from 9.1 on it rounds to 1. NaN, as the second operand, passes.
        Vector<float> sign = x & Vector.Create(-0f);
        Vector<float> twice = Vector.MaxNative(Vector.Create(-9.1f), x | Vector.Create(-0f));
        twice += twice;
        Vector<float> shifted = Vector.MultiplyAddEstimate(twice, Vector.Create(Log2E), Vector.Create(Rounding));
        Vector<float> p = ExpMinusOne(twice, shifted - Vector.Create(Rounding));
        Vector<float> power = PowerOfTwo(Vector.AsVectorInt32(shifted));
        Vector<float> expMinusOne = Vector.MultiplyAddEstimate(power, p, power - Vector<float>.One);
        return Vector.Abs(expMinusOne / (expMinusOne + Vector.Create(2f))) | sign;
    }

    /// <summary>1/(1 + e⁻ˣ) of every element.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere; nothing overflows, large numbers give 1 and, through the
    /// subnormal numbers, 0. NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x)
    {
        // e⁻ˣ of |x| is at most 1: 1/(1 + e) for positive x, e/(1 + e) for negative.
        Vector<float> e = Exp(x | Vector.Create(-0f));
        return Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), e, Vector<float>.One) / (e + Vector<float>.One);
    }

    /// <summary>eʳ − 1 for x = n·ln 2 + r, |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpMinusOne(Vector<float> x, Vector<float> n)
    {
        Vector<float> r = Vector.MultiplyAddEstimate(n, Vector.Create(-Ln2High), x);
        r = Vector.MultiplyAddEstimate(n, Vector.Create(-Ln2Low), r);
        Vector<float> q = Vector.MultiplyAddEstimate(Vector.Create(0.0013950603f), r, Vector.Create(0.008368953f));
        q = Vector.MultiplyAddEstimate(q, r, Vector.Create(0.041666206f));
        q = Vector.MultiplyAddEstimate(q, r, Vector.Create(0.16666518f));
        q = Vector.MultiplyAddEstimate(q, r, Vector.Create(0.5f));
        return Vector.MultiplyAddEstimate(r * r, q, r);
    }

    /// <summary>2ⁿ for n from −126 to 127 in the lowest nine bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PowerOfTwo(Vector<int> n) => Vector.AsVectorSingle(Vector.ShiftLeft(n, 23) + Vector.Create(OneBits));
}
