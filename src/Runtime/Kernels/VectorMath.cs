using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// Elementary functions of vectors, in both forms, with the same bits in each. They stand in emitted code by inlining.
/// </summary>
/// <remarks>
/// The errors given hold for every float with fused multiply-add, and for every 211th without. eˣ is reduced to
/// |r| ≤ ½ ln 2 with ln 2 split in two (W. J. Cody, W. Waite, 1980) and a minimax polynomial of degree 6, or, where a
/// division follows anyway, to (r·coth r + r) / (r·coth r − r) = e²ʳ, in which r·coth r is even and takes two
/// coefficients. The logarithm takes a minimax polynomial on [√½, √2].
/// </remarks>
public static partial class VectorMath
{
    private const float Log2E = 1.442695041f;
    private const float Ln2 = 0.6931472f;

    /// <summary>ln 2 in two parts; products of the high one with an exponent are exact.</summary>
    private const float Ln2High = 0.693145751953125f;
    private const float Ln2Low = 1.4286068203094173e-6f;

    /// <summary>1.5·2²³: adding it rounds to an integer, which then stands in the lowest bits.</summary>
    private const float Rounding = 12582912f;

    /// <summary>Rounds to an integer and adds 127 to it: the exponent bits of 2ⁿ.</summary>
    private const float RoundingToExponent = Rounding + 127;

    /// <summary>Rounds to an integer and adds 254 to it: the exponent bits of two factors of 2ⁿ.</summary>
    private const float RoundingToExponents = Rounding + 254;

    /// <summary>2⁶⁴.</summary>
    private const float Scale = 18446744073709551616f;

    /// <summary>Rounds to an integer and adds 191 to it: the exponent bits of 2ⁿ·<see cref="Scale"/>.</summary>
    private const float RoundingToScaled = Rounding + 191;

    /// <summary>r·coth r = 1 + c₁r² + c₂r⁴ for |r| ≤ ¼ ln 2.</summary>
    private const float Coth1 = 0.33333251f;
    private const float Coth2 = -0.02213368f;

    private const int RootHalfBits = 0x3F3504F3;
    private const int MantissaBits = 0x007FFFFF;
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>eˣ of every element.</summary>
    /// <remarks>
    /// Within 1.06 units in the last place. NaN gives NaN; above 88.72283 the result is +∞, below −87.33655 it goes
    /// through the subnormal numbers to 0.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x) =>
        // At the clamps 2ⁿ has overflowed or vanished. NaN, as the second operand, passes.
        ExpWithin(Vector.MinNative(Vector.Create(89f), Vector.MaxNative(Vector.Create(-105f), x)));

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
    /// their sign. No result lies beyond ±1. NaN gives NaN, ±∞ gives ±1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        // |x| = n·½ ln 2 + r with n a little low, for where r < 0 the numerator cancels; what r is longer by is not felt,
        // since the result comes closer to 1 sooner. From 9.1 on it rounds to 1.
        Vector<float> positive = Vector.Abs(x);
        Vector<float> shifted = Vector.MultiplyAddEstimate(positive, Vector.Create(1.88f * Log2E), Vector.Create(RoundingToExponent));
        Vector<float> r = Vector.MultiplyAddEstimate(shifted - Vector.Create(RoundingToExponent), Vector.Create(-0.5f * Ln2), positive);
        Vector<float> power = PowerOfTwo(Vector.AsVectorInt32(shifted));

        // With R = r·coth r = 1 + r²·q: e²ˣ = 2ⁿ·(R + r)/(R − r), tanh x = (e²ˣ − 1)/(e²ˣ + 1). The numerator
        // (2ⁿ − 1)·R + (2ⁿ + 1)·r is 2·(R − r) less than the denominator, and its error nearly cancels.
        Vector<float> square = r * r;
        Vector<float> q = Vector.MultiplyAddEstimate(square, Vector.Create(Coth2), Vector.Create(Coth1));
        Vector<float> less = power - Vector<float>.One;
        Vector<float> numerator = Vector.MultiplyAddEstimate(less * square, q, Vector.MultiplyAddEstimate(power + Vector<float>.One, r, less));
        Vector<float> denominator = numerator + (Vector.Create(2f) + Vector.MultiplyAddEstimate(square + square, q, Vector.Create(-2f) * r));
        Vector<float> tanh = Vector.ConditionalSelect(Vector.GreaterThan(positive, Vector.Create(10f)), Vector<float>.One, numerator / denominator);
        return tanh | (x & Vector.Create(-0f));
    }

    /// <summary>1/(1 + e⁻ˣ) of every element.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere, 2.6 on machines without fused multiply-add; nothing overflows,
    /// large numbers give 1 and, through the subnormal numbers, 0. NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x)
    {
        Vector<float> shifted = Vector.MultiplyAddEstimate(x, Vector.Create(Log2E), Vector.Create(RoundingToScaled));
        Vector<float> n = shifted - Vector.Create(RoundingToScaled);
        Vector<float> r = Vector.MultiplyAddEstimate(
            n, Vector.Create(-0.5f * Ln2Low), Vector.MultiplyAddEstimate(n, Vector.Create(-0.5f * Ln2High), Vector.Create(0.5f) * x));

        // ½x = n·½ ln 2 + r, and with R = r·coth r = 1 + r²·q: eˣ = 2ⁿ·(R + r)/(R − r), the result is eˣ/(eˣ + 1). Both terms
        // are scaled so that 2ⁿ is a normal number.
        Vector<float> square = r * r;
        Vector<float> q = Vector.MultiplyAddEstimate(square, Vector.Create(Coth2), Vector.Create(Coth1));
        Vector<float> power = PowerOfTwo(Vector.AsVectorInt32(shifted));
        Vector<float> less = power - Vector.Create(Scale);
        Vector<float> more = power + Vector.Create(Scale);
        Vector<float> numerator = power + Vector.MultiplyAddEstimate(power * square, q, power * r);
        Vector<float> denominator = more + Vector.MultiplyAddEstimate(more * square, q, less * r);

        // The denominator could round below the numerator from 16.28 on; there the result is 1 within 1.5 units. Below −104
        // it rounds to 0.
        Vector<float> sigmoid = Vector.ConditionalSelect(Vector.GreaterThan(x, Vector.Create(16.25f)), Vector<float>.One, numerator / denominator);
        return Vector.ConditionalSelect(Vector.LessThan(x, Vector.Create(-105f)), Vector<float>.Zero, sigmoid);
    }

    /// <summary>ln(1 + eˣ) of every element.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere; nothing overflows, large numbers are their own result, small ones
    /// go like eˣ through the subnormal numbers to 0. ±0 gives ln 2, +∞ gives +∞, NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Softplus(Vector<float> x)
    {
        // max(0, x) + ln(1 + u) with u = e⁻ˣ of |x|, which is at most 1. NaN, as the second operand, passes.
        Vector<float> u = ExpWithin(Vector.MaxNative(Vector.Create(-105f), x | Vector.Create(-0f)));

        // ln(1 + u) = u + u²·q(u)
        Vector<float> q = Vector.MultiplyAddEstimate(Vector.Create(-0.0032910798f), u, Vector.Create(0.02008847f));
        q = Vector.MultiplyAddEstimate(q, u, Vector.Create(-0.057460487f));
        q = Vector.MultiplyAddEstimate(q, u, Vector.Create(0.10661371f));
        q = Vector.MultiplyAddEstimate(q, u, Vector.Create(-0.15344977f));
        q = Vector.MultiplyAddEstimate(q, u, Vector.Create(0.19692121f));
        q = Vector.MultiplyAddEstimate(q, u, Vector.Create(-0.2495802f));
        q = Vector.MultiplyAddEstimate(q, u, Vector.Create(0.33330464f));
        q = Vector.MultiplyAddEstimate(q, u, Vector.Create(-0.49999931f));
        return Vector.MultiplyAddEstimate(u * u, q, u) + Vector.MaxNative(Vector<float>.Zero, x);
    }

    /// <summary>1 − e⁻ˣ of every element, for x ≥ 0: the slope of <see cref="Softplus(Vector{float})"/> where it is x.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place, near 0 as well. Large numbers and +∞ give 1, 0 gives 0, NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> OneMinusExp(Vector<float> x)
    {
        // −x = n·ln 2 − r; the error of n·ln 2, which is not split here, vanishes with e⁻ˣ. From 17.4 on the result rounds to 1.
        x = Vector.MinNative(Vector.Create(20f), x);
        Vector<float> shifted = Vector.MultiplyAddEstimate(x, Vector.Create(-Log2E), Vector.Create(RoundingToExponent));
        Vector<float> r = Vector.MultiplyAddEstimate(shifted - Vector.Create(RoundingToExponent), Vector.Create(Ln2), x);
        Vector<float> power = PowerOfTwo(Vector.AsVectorInt32(shifted));
        return Vector.MultiplyAddEstimate(power, -ExpMinusOne(-r), Vector<float>.One - power);
    }

    /// <summary>erf x of every element, 2/√π·∫e^(−t²)dt from 0 to x.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere, near 0 as well. ±0 gives ±0, NaN gives NaN; ±∞ and everything
    /// beyond ±3.92 give ±1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Erf(Vector<float> x)
    {
        // 1 − e^(−t) of |x| with t = −ln(1 − erf |x|) = x + x·q(x). NaN, as the second operand, passes.
        Vector<float> positive = Vector.MinNative(Vector.Create(3.93f), Vector.Abs(x));
        Vector<float> q = Vector.MultiplyAddEstimate(Vector.Create(-9.388078e-6f), positive, Vector.Create(0.000118861994f));
        q = Vector.MultiplyAddEstimate(q, positive, Vector.Create(-0.00063736486f));
        q = Vector.MultiplyAddEstimate(q, positive, Vector.Create(0.0016756777f));
        q = Vector.MultiplyAddEstimate(q, positive, Vector.Create(-0.0001695047f));
        q = Vector.MultiplyAddEstimate(q, positive, Vector.Create(-0.019147823f));
        q = Vector.MultiplyAddEstimate(q, positive, Vector.Create(0.1027763f));
        q = Vector.MultiplyAddEstimate(q, positive, Vector.Create(0.63661957f));
        q = Vector.MultiplyAddEstimate(q, positive, Vector.Create(0.12837917f));
        return OneMinusExp(Vector.MultiplyAddEstimate(positive, q, positive)) | (x & Vector.Create(-0f));
    }

    /// <summary>eˣ for x from −105 to 89.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpWithin(Vector<float> x)
    {
        Vector<float> shifted = Vector.MultiplyAddEstimate(x, Vector.Create(Log2E), Vector.Create(RoundingToExponents));
        Vector<float> p = ExpMinusOne(Remainder(x, shifted - Vector.Create(RoundingToExponents))) + Vector<float>.One;

        // 2ⁿ in two factors, each of them a normal number.
        Vector<int> exponents = Vector.AsVectorInt32(shifted);
        Vector<int> half = Vector.ShiftRightArithmetic(exponents, 1);
        return p * PowerOfTwo(half) * PowerOfTwo(exponents - half);
    }

    /// <summary>x − n·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Remainder(Vector<float> x, Vector<float> n) =>
        Vector.MultiplyAddEstimate(n, Vector.Create(-Ln2Low), Vector.MultiplyAddEstimate(n, Vector.Create(-Ln2High), x));

    /// <summary>eʳ − 1 for |r| ≤ ½ ln 2; the powers of r in pairs, which shortens the chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpMinusOne(Vector<float> r)
    {
        Vector<float> square = r * r;
        Vector<float> high = Vector.MultiplyAddEstimate(Vector.Create(0.008368953f), r, Vector.Create(0.041666206f));
        Vector<float> low = Vector.MultiplyAddEstimate(Vector.Create(0.16666518f), r, Vector.Create(0.5f));
        high = Vector.MultiplyAddEstimate(Vector.Create(0.0013950603f), square, high);
        return Vector.MultiplyAddEstimate(square, Vector.MultiplyAddEstimate(high, square, low), r);
    }

    /// <summary>2ⁿ for n + 127, from 1 to 254, in the lowest nine bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PowerOfTwo(Vector<int> exponent) => Vector.AsVectorSingle(Vector.ShiftLeft(exponent, 23));
}
