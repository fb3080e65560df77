using System.Numerics;
using NetGen.Kernels;

namespace NetGen.Comparison.Peers.OpenBlas;

/// <summary>What lies between the products, as one writes it by hand: one pass over whole vectors.</summary>
/// <remarks>Lengths and strides are multiples of <see cref="Vector{T}.Count"/>; the padding behind a row's end is there for that.</remarks>
internal static unsafe class Passes
{
    /// <summary>Rounded up to whole vectors.</summary>
    public static int Padded(int length) => (length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>z ← z + b for every row.</summary>
    public static void AddBias(float* z, float* b, int rows, int stride)
    {
        for (int row = 0; row < rows; row++, z += stride)
        {
            for (int i = 0; i < stride; i += Vector<float>.Count)
            {
                Vector.Store(Vector.Load(z + i) + Vector.Load(b + i), z + i);
            }
        }
    }

    /// <summary>z ← max(0, z + b).</summary>
    public static void AddBiasReLU(float* z, float* b, int rows, int stride)
    {
        for (int row = 0; row < rows; row++, z += stride)
        {
            for (int i = 0; i < stride; i += Vector<float>.Count)
            {
                Vector.Store(Vector.MaxNative(Vector.Load(z + i) + Vector.Load(b + i), Vector<float>.Zero), z + i);
            }
        }
    }

    /// <summary>z ← tanh(z + b).</summary>
    public static void AddBiasTanh(float* z, float* b, int rows, int stride)
    {
        for (int row = 0; row < rows; row++, z += stride)
        {
            for (int i = 0; i < stride; i += Vector<float>.Count)
            {
                Vector.Store(VectorMath.Tanh(Vector.Load(z + i) + Vector.Load(b + i)), z + i);
            }
        }
    }

    /// <summary>d ← d where a &gt; 0, else 0.</summary>
    public static void ReLUSlope(float* d, float* a, int length)
    {
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            Vector.Store(Vector.AsVectorSingle(Vector.GreaterThan(Vector.Load(a + i), Vector<float>.Zero)) & Vector.Load(d + i), d + i);
        }
    }

    /// <summary>d ← d·(1 − a²).</summary>
    public static void TanhSlope(float* d, float* a, int length)
    {
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            Vector<float> value = Vector.Load(a + i), delta = Vector.Load(d + i);
            Vector.Store(Vector.MultiplyAddEstimate(-delta * value, value, delta), d + i);
        }
    }

    /// <summary>b ← Σ over the rows of d.</summary>
    public static void SumRows(float* d, float* b, int rows, int stride)
    {
        for (int i = 0; i < stride; i += Vector<float>.Count)
        {
            Vector<float> sum = Vector<float>.Zero;
            for (int row = 0; row < rows; row++)
            {
                sum += Vector.Load(d + (nint)row * stride + i);
            }

            Vector.Store(sum, b + i);
        }
    }

    /// <summary>p ← softmax of one row of z, whose padding is −∞; returns ln Σ exp z.</summary>
    public static float Softmax(float* z, float* p, int stride)
    {
        Vector<float> most = Vector.Load(z);
        for (int i = Vector<float>.Count; i < stride; i += Vector<float>.Count)
        {
            most = Vector.MaxNative(most, Vector.Load(z + i));
        }

        float top = most[0];
        for (int lane = 1; lane < Vector<float>.Count; lane++)
        {
            top = MathF.Max(top, most[lane]);
        }

        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < stride; i += Vector<float>.Count)
        {
            Vector<float> power = VectorMath.Exp(Vector.Load(z + i) - Vector.Create(top));
            sums += power;
            Vector.Store(power, p + i);
        }

        float sum = Vector.Sum(sums);
        Vector<float> scale = Vector.Create(1 / sum);
        for (int i = 0; i < stride; i += Vector<float>.Count)
        {
            Vector.Store(Vector.Load(p + i) * scale, p + i);
        }

        return top + MathF.Log(sum);
    }

    /// <summary>d ← (softmax(z) − y) / rows; returns the mean cross-entropy.</summary>
    public static float CrossEntropy(float* z, int* labels, float* d, int rows, int stride)
    {
        float loss = 0, share = 1f / rows;
        for (int row = 0; row < rows; row++, z += stride, d += stride)
        {
            loss += Softmax(z, d, stride) - z[labels[row]];
            d[labels[row]] -= 1;
            for (int i = 0; i < stride; i += Vector<float>.Count)
            {
                Vector.Store(Vector.Load(d + i) * share, d + i);
            }
        }

        return loss * share;
    }

    /// <summary>d ← 2(z − y) / count, padding being equal in both; returns Σ(z − y)² / count.</summary>
    public static float SquaredError(float* z, float* y, float* d, int length, int count)
    {
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            Vector<float> error = Vector.Load(z + i) - Vector.Load(y + i);
            sums = Vector.MultiplyAddEstimate(error, error, sums);
            Vector.Store(error * (2f / count), d + i);
        }

        return Vector.Sum(sums) / count;
    }

    /// <summary>Adam in one pass, its corrections moved to two numbers: θ ← θ − rate·m / (√v + ε).</summary>
    /// <remarks>Moments too small to matter become 0 before they become denormal and slow.</remarks>
    public static void Adam(float* theta, float* gradient, float* first, float* second, int length, float rate, float epsilon)
    {
        Vector<float> leastFirst = Vector.Create(1e-30f), leastSecond = Vector.Create(1e-36f);
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            Vector<float> g = Vector.Load(gradient + i), m = Vector.Load(first + i), v = Vector.Load(second + i);
            m = Vector.MultiplyAddEstimate(g - m, Vector.Create(0.1f), m);
            v = Vector.MultiplyAddEstimate(Vector.MultiplyAddEstimate(g, g, -v), Vector.Create(0.001f), v);
            m &= Vector.AsVectorSingle(Vector.GreaterThan(Vector.Abs(m), leastFirst));
            v &= Vector.AsVectorSingle(Vector.GreaterThan(v, leastSecond));
            Vector.Store(m, first + i);
            Vector.Store(v, second + i);
            Vector.Store(Vector.Load(theta + i) - rate * m / (Vector.SquareRoot(v) + Vector.Create(epsilon)), theta + i);
        }
    }
}
