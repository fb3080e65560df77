using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>Sums in sixteen parts, whatever the width of vectors.</summary>
internal static unsafe class PartialSums
{
    public const int Count = 16;

    /// <summary>The sum of the sixteen, in one order at every width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Total(float* partials)
    {
        Vector128<float> four = Four(partials);
        return (four[0] + four[1]) + (four[2] + four[3]);
    }

    /// <summary><see cref="Total"/> of four times sixteen, one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Totals(float* partials) =>
        Pairs(Pairs(Four(partials), Four(partials + Count)), Pairs(Four(partials + 2 * Count), Four(partials + 3 * Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Four(float* partials) =>
        (Vector128.Load(partials) + Vector128.Load(partials + 4)) + (Vector128.Load(partials + 8) + Vector128.Load(partials + 12));

    /// <summary>The sums of neighbours, first those of the first vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pairs(Vector128<float> first, Vector128<float> second) =>
        HalvingBlock128.Even(first, second) + HalvingBlock128.Odd(first, second);
}

/// <summary>
/// Sums over neighbouring numbers. Number i goes to partial sum i mod 16, whatever the width of vectors; then the
/// sixteen are added by halves.
/// </summary>
internal static unsafe class PartialSums<T>
    where T : struct, IElements<T>
{
    /// <summary>Σ x.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Of(float* x, int length)
    {
        float* partials = stackalloc float[PartialSums.Count];
        int whole = length - length % PartialSums.Count;
        for (int lane = 0; lane < PartialSums.Count; lane += T.Count)
        {
            T sum = T.Create(0);
            for (int index = lane; index < whole; index += PartialSums.Count)
            {
                sum += T.Load(ref x[index]);
            }

            sum.Store(ref partials[lane]);
        }

        for (int index = whole; index < length; index++)
        {
            partials[index - whole] += x[index];
        }

        return PartialSums.Total(partials);
    }

    /// <summary>Σ |x|.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float OfMagnitudes(float* x, int length)
    {
        float* partials = stackalloc float[PartialSums.Count];
        int whole = length - length % PartialSums.Count;
        for (int lane = 0; lane < PartialSums.Count; lane += T.Count)
        {
            T sum = T.Create(0);
            for (int index = lane; index < whole; index += PartialSums.Count)
            {
                sum += T.Abs(T.Load(ref x[index]));
            }

            sum.Store(ref partials[lane]);
        }

        for (int index = whole; index < length; index++)
        {
            partials[index - whole] += MathF.Abs(x[index]);
        }

        return PartialSums.Total(partials);
    }

    /// <summary>Σ (x − shift)².</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float OfSquares(float* x, float shift, int length)
    {
        float* partials = stackalloc float[PartialSums.Count];
        int whole = length - length % PartialSums.Count;
        T shifts = T.Create(shift);
        for (int lane = 0; lane < PartialSums.Count; lane += T.Count)
        {
            T sum = T.Create(0);
            for (int index = lane; index < whole; index += PartialSums.Count)
            {
                T difference = T.Load(ref x[index]) - shifts;
                sum = T.MultiplyAdd(difference, difference, sum);
            }

            sum.Store(ref partials[lane]);
        }

        for (int index = whole; index < length; index++)
        {
            float difference = x[index] - shift;
            partials[index - whole] = float.MultiplyAddEstimate(difference, difference, partials[index - whole]);
        }

        return PartialSums.Total(partials);
    }

    /// <summary>Σ dy·max(0, −x).</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float OfNegatives(float* dy, float* x, int length)
    {
        float* partials = stackalloc float[PartialSums.Count];
        int whole = length - length % PartialSums.Count;
        for (int lane = 0; lane < PartialSums.Count; lane += T.Count)
        {
            T sum = T.Create(0);
            for (int index = lane; index < whole; index += PartialSums.Count)
            {
                sum = T.MultiplyAdd(T.Load(ref dy[index]), T.ReLU(T.Create(0) - T.Load(ref x[index])), sum);
            }

            sum.Store(ref partials[lane]);
        }

        for (int index = whole; index < length; index++)
        {
            partials[index - whole] = float.MultiplyAddEstimate(dy[index], MathF.Max(0, -x[index]), partials[index - whole]);
        }

        return PartialSums.Total(partials);
    }

    /// <summary>Σ g and Σ g·(x − shift), where g = dy·γ, or dy where there is no γ.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (float Sum, float Product) OfGradient(float* dy, float* weights, float* x, float shift, int length)
    {
        float* partials = stackalloc float[2 * PartialSums.Count];
        float* products = partials + PartialSums.Count;
        int whole = length - length % PartialSums.Count;
        T shifts = T.Create(shift);
        for (int lane = 0; lane < PartialSums.Count; lane += T.Count)
        {
            T sum = T.Create(0);
            T product = T.Create(0);
            for (int index = lane; index < whole; index += PartialSums.Count)
            {
                T gradient = weights is null ? T.Load(ref dy[index]) : T.Load(ref dy[index]) * T.Load(ref weights[index]);
                sum += gradient;
                product = T.MultiplyAdd(gradient, T.Load(ref x[index]) - shifts, product);
            }

            sum.Store(ref partials[lane]);
            product.Store(ref products[lane]);
        }

        for (int index = whole; index < length; index++)
        {
            float gradient = weights is null ? dy[index] : dy[index] * weights[index];
            partials[index - whole] += gradient;
            products[index - whole] = float.MultiplyAddEstimate(gradient, x[index] - shift, products[index - whole]);
        }

        return (PartialSums.Total(partials), PartialSums.Total(products));
    }
}
