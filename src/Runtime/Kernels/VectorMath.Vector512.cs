using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <content>The Vector512 form: line for line the Vector form.</content>
public static partial class VectorMath
{
    /// <summary>eˣ of every element.</summary>
    /// <remarks>
    /// Within 1.06 units in the last place. NaN gives NaN; above 88.72283 the result is +∞, below −87.33655 it goes
    /// through the subnormal numbers to 0.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) =>
        // At the clamps 2ⁿ has overflowed or vanished. NaN, as the second operand, passes.
        ExpWithin(Vector512.MinNative(Vector512.Create(89f), Vector512.MaxNative(Vector512.Create(-105f), x)));

    /// <summary>The natural logarithm of every element.</summary>
    /// <remarks>
    /// Within 0.9 units in the last place for x &gt; 0, subnormal numbers included. 0 gives −∞, negative numbers and NaN
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
    /// Within 2.5 units in the last place everywhere, near 0 as well: small numbers are their own tangent and keep
    /// their sign. No result lies beyond ±1. NaN gives NaN, ±∞ gives ±1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // |x| = n·½ ln 2 + r with n a little low, for where r < 0 the numerator cancels; what r is longer by is not felt,
        // since the result comes closer to 1 sooner. From 9.1 on it rounds to 1.
        Vector512<float> positive = Vector512.Abs(x);
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(positive, Vector512.Create(1.88f * Log2E), Vector512.Create(RoundingToExponent));
        Vector512<float> r = Vector512.MultiplyAddEstimate(shifted - Vector512.Create(RoundingToExponent), Vector512.Create(-0.5f * Ln2), positive);
        Vector512<float> power = PowerOfTwo(shifted.AsInt32());

        // With R = r·coth r = 1 + r²·q: e²ˣ = 2ⁿ·(R + r)/(R − r), tanh x = (e²ˣ − 1)/(e²ˣ + 1). The numerator
        // (2ⁿ − 1)·R + (2ⁿ + 1)·r is 2·(R − r) less than the denominator, and its error nearly cancels.
        Vector512<float> square = r * r;
        Vector512<float> q = Vector512.MultiplyAddEstimate(square, Vector512.Create(Coth2), Vector512.Create(Coth1));
        Vector512<float> less = power - Vector512<float>.One;
        Vector512<float> numerator = Vector512.MultiplyAddEstimate(less * square, q, Vector512.MultiplyAddEstimate(power + Vector512<float>.One, r, less));
        Vector512<float> denominator = numerator + (Vector512.Create(2f) + Vector512.MultiplyAddEstimate(square + square, q, Vector512.Create(-2f) * r));
        Vector512<float> tanh = Vector512.ConditionalSelect(Vector512.GreaterThan(positive, Vector512.Create(10f)), Vector512<float>.One, numerator / denominator);
        return tanh | (x & Vector512.Create(-0f));
    }

    /// <summary>1/(1 + e⁻ˣ) of every element.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere, 2.6 on machines without fused multiply-add; nothing overflows,
    /// large numbers give 1 and, through the subnormal numbers, 0. NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(RoundingToScaled));
        Vector512<float> n = shifted - Vector512.Create(RoundingToScaled);
        Vector512<float> r = Vector512.MultiplyAddEstimate(
            n, Vector512.Create(-0.5f * Ln2Low), Vector512.MultiplyAddEstimate(n, Vector512.Create(-0.5f * Ln2High), Vector512.Create(0.5f) * x));

        // ½x = n·½ ln 2 + r, and with R = r·coth r = 1 + r²·q: eˣ = 2ⁿ·(R + r)/(R − r), the result is eˣ/(eˣ + 1). Both terms
        // are scaled so that 2ⁿ is a normal number.
        Vector512<float> square = r * r;
        Vector512<float> q = Vector512.MultiplyAddEstimate(square, Vector512.Create(Coth2), Vector512.Create(Coth1));
        Vector512<float> power = PowerOfTwo(shifted.AsInt32());
        Vector512<float> less = power - Vector512.Create(Scale);
        Vector512<float> more = power + Vector512.Create(Scale);
        Vector512<float> numerator = power + Vector512.MultiplyAddEstimate(power * square, q, power * r);
        Vector512<float> denominator = more + Vector512.MultiplyAddEstimate(more * square, q, less * r);

        // The denominator could round below the numerator from 16.28 on; there the result is 1 within 1.5 units. Below −104
        // it rounds to 0.
        Vector512<float> sigmoid = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(16.25f)), Vector512<float>.One, numerator / denominator);
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(-105f)), Vector512<float>.Zero, sigmoid);
    }

    /// <summary>ln(1 + eˣ) of every element.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere; nothing overflows, large numbers are their own result, small ones
    /// go like eˣ through the subnormal numbers to 0. ±0 gives ln 2, +∞ gives +∞, NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x)
    {
        // max(0, x) + ln(1 + u) with u = e⁻ˣ of |x|, which is at most 1. NaN, as the second operand, passes.
        Vector512<float> u = ExpWithin(Vector512.MaxNative(Vector512.Create(-105f), x | Vector512.Create(-0f)));

        // ln(1 + u) = u + u²·q(u)
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(-0.0032910798f), u, Vector512.Create(0.02008847f));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(-0.057460487f));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(0.10661371f));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(-0.15344977f));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(0.19692121f));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(-0.2495802f));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(0.33330464f));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(-0.49999931f));
        return Vector512.MultiplyAddEstimate(u * u, q, u) + Vector512.MaxNative(Vector512<float>.Zero, x);
    }

    /// <summary>1 − e⁻ˣ of every element, for x ≥ 0: the slope of <see cref="Softplus(Vector512{float})"/> where it is x.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place, near 0 as well. Large numbers and +∞ give 1, 0 gives 0, NaN gives NaN.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneMinusExp(Vector512<float> x)
    {
        // −x = n·ln 2 − r; the error of n·ln 2, which is not split here, vanishes with e⁻ˣ. From 17.4 on the result rounds to 1.
        x = Vector512.MinNative(Vector512.Create(20f), x);
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(-Log2E), Vector512.Create(RoundingToExponent));
        Vector512<float> r = Vector512.MultiplyAddEstimate(shifted - Vector512.Create(RoundingToExponent), Vector512.Create(Ln2), x);
        Vector512<float> power = PowerOfTwo(shifted.AsInt32());
        return Vector512.MultiplyAddEstimate(power, -ExpMinusOne(-r), Vector512<float>.One - power);
    }

    /// <summary>erf x of every element, 2/√π·∫e^(−t²)dt from 0 to x.</summary>
    /// <remarks>
    /// Within 2.5 units in the last place everywhere, near 0 as well. ±0 gives ±0, NaN gives NaN; ±∞ and everything
    /// beyond ±3.92 give ±1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        // 1 − e^(−t) of |x| with t = −ln(1 − erf |x|) = x + x·q(x). NaN, as the second operand, passes.
        Vector512<float> positive = Vector512.MinNative(Vector512.Create(3.93f), Vector512.Abs(x));
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(-9.388078e-6f), positive, Vector512.Create(0.000118861994f));
        q = Vector512.MultiplyAddEstimate(q, positive, Vector512.Create(-0.00063736486f));
        q = Vector512.MultiplyAddEstimate(q, positive, Vector512.Create(0.0016756777f));
        q = Vector512.MultiplyAddEstimate(q, positive, Vector512.Create(-0.0001695047f));
        q = Vector512.MultiplyAddEstimate(q, positive, Vector512.Create(-0.019147823f));
        q = Vector512.MultiplyAddEstimate(q, positive, Vector512.Create(0.1027763f));
        q = Vector512.MultiplyAddEstimate(q, positive, Vector512.Create(0.63661957f));
        q = Vector512.MultiplyAddEstimate(q, positive, Vector512.Create(0.12837917f));
        return OneMinusExp(Vector512.MultiplyAddEstimate(positive, q, positive)) | (x & Vector512.Create(-0f));
    }

    /// <summary>eˣ for x from −105 to 89.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpWithin(Vector512<float> x)
    {
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(RoundingToExponents));
        Vector512<float> p = ExpMinusOne(Remainder(x, shifted - Vector512.Create(RoundingToExponents))) + Vector512<float>.One;

        // 2ⁿ in two factors, each of them a normal number.
        Vector512<int> exponents = shifted.AsInt32();
        Vector512<int> half = Vector512.ShiftRightArithmetic(exponents, 1);
        return p * PowerOfTwo(half) * PowerOfTwo(exponents - half);
    }

    /// <summary>x − n·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Remainder(Vector512<float> x, Vector512<float> n) =>
        Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x));

    /// <summary>eʳ − 1 for |r| ≤ ½ ln 2; the powers of r in pairs, which shortens the chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpMinusOne(Vector512<float> r)
    {
        Vector512<float> square = r * r;
        Vector512<float> high = Vector512.MultiplyAddEstimate(Vector512.Create(0.008368953f), r, Vector512.Create(0.041666206f));
        Vector512<float> low = Vector512.MultiplyAddEstimate(Vector512.Create(0.16666518f), r, Vector512.Create(0.5f));
        high = Vector512.MultiplyAddEstimate(Vector512.Create(0.0013950603f), square, high);
        return Vector512.MultiplyAddEstimate(square, Vector512.MultiplyAddEstimate(high, square, low), r);
    }

    /// <summary>2ⁿ for n + 127, from 1 to 254, in the lowest nine bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<int> exponent) => Vector512.ShiftLeft(exponent, 23).AsSingle();
}
