using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>One way in which compiled code may compute in float: an order of addition, fused or not, functions up to 2.5 ulp off.</summary>
internal abstract class FloatArithmetic(int seed, bool fused)
{
    private readonly Random random = new(seed);

    public static FloatArithmetic Sequential { get; } = new Line(0, fused: false, reversed: false);

    public static IEnumerable<FloatArithmetic> Orders(int seed) =>
        [
            new Line(seed, fused: false, reversed: false), new Line(seed, fused: true, reversed: false), new Line(seed, fused: true, reversed: true),
            new Tree(seed, fused: false), new Lanes(seed, fused: true, lanes: 8), new Lanes(seed, fused: false, lanes: 3),
        ];

    protected Random Random => random;

    public abstract float Sum(IReadOnlyList<float> terms);

    public float Dot(IReadOnlyList<float> w, IReadOnlyList<float> x)
    {
        if (!fused || this is not Line)
        {
            return Sum([.. w.Zip(x, (a, b) => a * b)]);
        }

        float sum = 0;
        for (int k = 0; k < w.Count; k++)
        {
            sum = MathF.FusedMultiplyAdd(w[k], x[k], sum);
        }

        return sum;
    }

    public float Product(float a, float b) => a * b;

    public float Quotient(float a, float b) => random.Next(2) == 0 ? a / b : a * (1 / b);

    /// <summary>A function value as a kernel may give it.</summary>
    public float Function(double value)
    {
        double ulp = MathF.BitIncrement(MathF.Abs((float)value)) - MathF.Abs((float)value);
        return (float)(value + (random.NextDouble() * 2 - 1) * 2 * ulp);
    }

    public float Exp(float x) => Function(Math.Exp(x));

    public float Log(float x) => Function(Math.Log(x));

    public float Tanh(float x) => Function(Math.Tanh(x));

    public float Sigmoid(float x) => Function(1 / (1 + Math.Exp(-(double)x)));

    private sealed class Line(int seed, bool fused, bool reversed) : FloatArithmetic(seed, fused)
    {
        public override float Sum(IReadOnlyList<float> terms)
        {
            float sum = 0;
            for (int k = 0; k < terms.Count; k++)
            {
                sum += terms[reversed ? terms.Count - 1 - k : k];
            }

            return sum;
        }
    }

    private sealed class Tree(int seed, bool fused) : FloatArithmetic(seed, fused)
    {
        public override float Sum(IReadOnlyList<float> terms)
        {
            List<float> left = [.. terms];
            while (left.Count > 1)
            {
                int one = Random.Next(left.Count);
                float a = left[one];
                left.RemoveAt(one);
                left[Random.Next(left.Count)] += a;
            }

            return left.Count == 0 ? 0 : left[0];
        }
    }

    private sealed class Lanes(int seed, bool fused, int lanes) : FloatArithmetic(seed, fused)
    {
        public override float Sum(IReadOnlyList<float> terms)
        {
            float[] partial = new float[lanes];
            for (int k = 0; k < terms.Count; k++)
            {
                partial[k % lanes] += terms[k];
            }

            return partial.Aggregate((a, b) => a + b);
        }
    }
}
