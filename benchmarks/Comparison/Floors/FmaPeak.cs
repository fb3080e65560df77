using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Comparison.Floors;

/// <summary>The most that one thread can multiply and add: twelve sums in registers, no memory.</summary>
internal static class FmaPeak
{
    private const int Sums = 12;
    private const int Steps = 4000;

    /// <summary>The vector forms of compiled networks that this machine has in hardware, by name, with the lanes of each.</summary>
    public static IReadOnlyList<(string Form, int Lanes)> Forms { get; } = Vector512.IsHardwareAccelerated
        ? [("Vector<T>", Vector<float>.Count), ("Vector512", Vector512<float>.Count)]
        : [("Vector<T>", Vector<float>.Count)];

    /// <summary>The form that compiled networks run in here: the widest.</summary>
    public static string RunningForm { get; } = Forms.MaxBy(form => form.Lanes).Form;

    /// <summary>Measures a form: the best of several short tries.</summary>
    /// <param name="form">One of <see cref="Forms"/>.</param>
    /// <param name="tries">How many.</param>
    /// <returns>Floating-point operations per nanosecond: GFLOP/s. A multiply-add is two.</returns>
    public static double Measure(string form, int tries = 20)
    {
        int lanes = Forms.Single(other => other.Form == form).Lanes;
        double best = double.PositiveInfinity;
        for (int attempt = 0; attempt < tries; attempt++)
        {
            long start = Stopwatch.GetTimestamp();
            sink = lanes > Vector<float>.Count ? Wide() : Portable();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return 2.0 * lanes * Sums * Steps / best;
    }

    private static float sink;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Portable()
    {
        Vector<float> a = new(0.999f), b = new(0.001f);
        Vector<float> c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a, c10 = a, c11 = a;
        for (int step = 0; step < Steps; step++)
        {
            c0 = Vector.MultiplyAddEstimate(c0, a, b);
            c1 = Vector.MultiplyAddEstimate(c1, a, b);
            c2 = Vector.MultiplyAddEstimate(c2, a, b);
            c3 = Vector.MultiplyAddEstimate(c3, a, b);
            c4 = Vector.MultiplyAddEstimate(c4, a, b);
            c5 = Vector.MultiplyAddEstimate(c5, a, b);
            c6 = Vector.MultiplyAddEstimate(c6, a, b);
            c7 = Vector.MultiplyAddEstimate(c7, a, b);
            c8 = Vector.MultiplyAddEstimate(c8, a, b);
            c9 = Vector.MultiplyAddEstimate(c9, a, b);
            c10 = Vector.MultiplyAddEstimate(c10, a, b);
            c11 = Vector.MultiplyAddEstimate(c11, a, b);
        }

        return Vector.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Wide()
    {
        Vector512<float> a = Vector512.Create(0.999f), b = Vector512.Create(0.001f);
        Vector512<float> c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a, c10 = a, c11 = a;
        for (int step = 0; step < Steps; step++)
        {
            c0 = Vector512.MultiplyAddEstimate(c0, a, b);
            c1 = Vector512.MultiplyAddEstimate(c1, a, b);
            c2 = Vector512.MultiplyAddEstimate(c2, a, b);
            c3 = Vector512.MultiplyAddEstimate(c3, a, b);
            c4 = Vector512.MultiplyAddEstimate(c4, a, b);
            c5 = Vector512.MultiplyAddEstimate(c5, a, b);
            c6 = Vector512.MultiplyAddEstimate(c6, a, b);
            c7 = Vector512.MultiplyAddEstimate(c7, a, b);
            c8 = Vector512.MultiplyAddEstimate(c8, a, b);
            c9 = Vector512.MultiplyAddEstimate(c9, a, b);
            c10 = Vector512.MultiplyAddEstimate(c10, a, b);
            c11 = Vector512.MultiplyAddEstimate(c11, a, b);
        }

        return Vector512.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11);
    }
}
