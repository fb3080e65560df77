using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>Euclid's norm of a vector, summed in double by one thread: the same bits whatever their number; and whether it has one.</summary>
internal static class VectorNorm
{
    /// <summary>Below this squares may have lost digits, for they end at 5·10⁻³²⁴.</summary>
    private const double LeastSum = 1e-280;

    public static double Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = typeof(T) == typeof(float) ? SumOfSquares(MemoryMarshal.Cast<T, float>(values)) : SumOfSquares(MemoryMarshal.Cast<T, double>(values));
        return sum >= LeastSum && double.IsFinite(sum) ? Math.Sqrt(sum) : OfShares(values);
    }

    /// <summary>The first number that is not finite, or whose square is not; null where there is none.</summary>
    public static T? Boundless<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (T.IsFinite(RoughSumOfSquares(values)))
        {
            return null;
        }

        foreach (T value in values)
        {
            if (!T.IsFinite(value * value))
            {
                return value;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T RoughSumOfSquares<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> a = default, b = default, c = default, d = default;
        int index = 0;
        for (; index + 4 <= vectors.Length; index += 4)
        {
            a += vectors[index] * vectors[index];
            b += vectors[index + 1] * vectors[index + 1];
            c += vectors[index + 2] * vectors[index + 2];
            d += vectors[index + 3] * vectors[index + 3];
        }

        for (; index < vectors.Length; index++)
        {
            a += vectors[index] * vectors[index];
        }

        T sum = Vector.Sum(a + b + (c + d));
        foreach (T value in values[(vectors.Length * Vector<T>.Count)..])
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>√Σ x², of shares of the largest, so that no square leaves the range of double.</summary>
    private static double OfShares<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = 0;
        foreach (T value in values)
        {
            largest = Math.Max(largest, Math.Abs(double.CreateTruncating(value)));
        }

        if (largest == 0 || !double.IsFinite(largest))
        {
            return largest;
        }

        double sum = 0;
        foreach (T value in values)
        {
            double share = double.CreateTruncating(value) / largest;
            sum += share * share;
        }

        return largest * Math.Sqrt(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<double> low = default, high = default;
        for (int index = 0; index < vectors.Length; index++)
        {
            Vector.Widen(vectors[index], out Vector<double> first, out Vector<double> second);
            low += first * first;
            high += second * second;
        }

        double sum = Vector.Sum(low + high);
        for (int index = vectors.Length * Vector<float>.Count; index < values.Length; index++)
        {
            sum += (double)values[index] * values[index];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfSquares(ReadOnlySpan<double> values)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> sums = default;
        for (int index = 0; index < vectors.Length; index++)
        {
            sums += vectors[index] * vectors[index];
        }

        double sum = Vector.Sum(sums);
        for (int index = vectors.Length * Vector<double>.Count; index < values.Length; index++)
        {
            sum += values[index] * values[index];
        }

        return sum;
    }
}
