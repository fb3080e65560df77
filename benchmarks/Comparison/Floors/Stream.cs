using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Comparison.Floors;

/// <summary>How fast a network's parameters come from wherever they live: the first cache that is large enough, or memory.</summary>
internal sealed class Stream(int parameters)
{
    private const double LeastNanoseconds = 20_000;
    private const int Tries = 5;

    private static float sink;

    private readonly AlignedBuffer<float> weights = Filled(parameters);
    private readonly AlignedBuffer<float> gradient = Filled(parameters);
    private readonly AlignedBuffer<float> first = Filled(parameters);
    private readonly AlignedBuffer<float> second = Filled(parameters);

    /// <summary>The bytes of the parameters.</summary>
    public long Bytes => sizeof(float) * (long)parameters;

    /// <summary>Nanoseconds to read all parameters once: what a prediction cannot do without.</summary>
    public double Read() => Best(passes => sink = Sum(Vectors(weights), passes));

    /// <summary>Nanoseconds of Adam's traffic: parameters, gradient and two moments are read, all but the gradient written.</summary>
    public double Update() => Best(passes => Touch(Vectors(weights), Vectors(gradient), Vectors(first), Vectors(second), passes));

    private static double Best(Action<int> run)
    {
        double best = Time(run, 1);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            best = Math.Min(best, Time(run, (int)Math.Clamp(LeastNanoseconds / best, 1, 100_000)));
        }

        return best;
    }

    private static double Time(Action<int> run, int passes)
    {
        long start = Stopwatch.GetTimestamp();
        run(passes);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / passes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Sum(ReadOnlySpan<Vector<float>> numbers, int passes)
    {
        Vector<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (int pass = 0; pass < passes; pass++)
        {
            int index = 0;
            for (; index <= numbers.Length - 8; index += 8)
            {
                a += numbers[index];
                b += numbers[index + 1];
                c += numbers[index + 2];
                d += numbers[index + 3];
                e += numbers[index + 4];
                f += numbers[index + 5];
                g += numbers[index + 6];
                h += numbers[index + 7];
            }

            for (; index < numbers.Length; index++)
            {
                a += numbers[index];
            }
        }

        return Vector.Sum(a + b + c + d + e + f + g + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Touch(Span<Vector<float>> weights, ReadOnlySpan<Vector<float>> gradient, Span<Vector<float>> first, Span<Vector<float>> second, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            for (int index = 0; index < weights.Length; index++)
            {
                Vector<float> g = gradient[index];
                first[index] = Vector.Max(first[index], g);
                second[index] = Vector.Max(second[index], g);
                weights[index] = Vector.Max(weights[index], g);
            }
        }
    }

    private static Span<Vector<float>> Vectors(AlignedBuffer<float> buffer) => MemoryMarshal.Cast<float, Vector<float>>(buffer.Span);

    private static AlignedBuffer<float> Filled(int length)
    {
        var buffer = new AlignedBuffer<float>((length + 15) / 16 * 16);
        buffer.Span.Fill(1);
        return buffer;
    }
}
