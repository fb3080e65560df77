using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Comparison.Floors;

/// <summary>How fast a network's parameters come from wherever they live: the first cache that is large enough, or memory.</summary>
internal sealed class Stream(int parameters)
{
    /// <summary>How often an update moves the parameters' bytes: it reads four arrays and writes three.</summary>
    public const int UpdatedArrays = 7;

    private const double LeastNanoseconds = 50_000;
    private const int Tries = 8;

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

    // Four places at a time: the processor fetches ahead in each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Sum(ReadOnlySpan<Vector<float>> numbers, int passes)
    {
        int quarter = numbers.Length / 8 * 2;
        Vector<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (int pass = 0; pass < passes; pass++)
        {
            ref Vector<float> first = ref MemoryMarshal.GetReference(numbers);
            ref Vector<float> second = ref Unsafe.Add(ref first, quarter);
            ref Vector<float> third = ref Unsafe.Add(ref second, quarter);
            ref Vector<float> fourth = ref Unsafe.Add(ref third, quarter);
            for (int index = 0; index < quarter; index += 2)
            {
                a += Unsafe.Add(ref first, index);
                b += Unsafe.Add(ref first, index + 1);
                c += Unsafe.Add(ref second, index);
                d += Unsafe.Add(ref second, index + 1);
                e += Unsafe.Add(ref third, index);
                f += Unsafe.Add(ref third, index + 1);
                g += Unsafe.Add(ref fourth, index);
                h += Unsafe.Add(ref fourth, index + 1);
            }

            for (int index = 4 * quarter; index < numbers.Length; index++)
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
