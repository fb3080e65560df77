using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>What self-attention does beside products of matrices.</summary>
internal static unsafe class AttentionRows
{
    /// <summary>A matrix [steps, numbers] in panels, from steps at a stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackBySteps(float* from, int stride, int steps, int numbers, float* panels)
    {
        for (int first = 0; first < steps; first += Panels.Width)
        {
            int width = Math.Min(Panels.Width, Panels.Padded(steps) - first);
            for (int number = 0; number < numbers; number++)
            {
                for (int step = first; step < first + width; step++)
                {
                    *panels++ = step < steps ? from[(nint)step * stride + number] : 0;
                }
            }
        }
    }

    /// <summary>A matrix [numbers, steps] in panels, from steps at a stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackByNumbers(float* from, int stride, int steps, int numbers, float* panels)
    {
        for (int first = 0; first < numbers; first += Panels.Width)
        {
            int width = Math.Min(Panels.Width, Panels.Padded(numbers) - first);
            int filled = Math.Min(width, numbers - first);
            for (int step = 0; step < steps; step++)
            {
                FloatRows.Copy(from + (nint)step * stride + first, panels, filled);
                new Span<float>(panels + filled, width - filled).Clear();
                panels += width;
            }
        }
    }

    /// <summary>Steps at a stride, from a matrix [numbers, steps] in panels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void UnpackByNumbers(float* panels, int steps, int numbers, float* to, int stride)
    {
        for (int first = 0; first < numbers; first += Panels.Width)
        {
            int width = Math.Min(Panels.Width, Panels.Padded(numbers) - first);
            for (int step = 0; step < steps; step++)
            {
                FloatRows.Copy(panels, to + (nint)step * stride + first, Math.Min(width, numbers - first));
                panels += width;
            }
        }
    }

    /// <summary>e^((s − max s)·scale) / Σ e^((s − max s)·scale) over the first so many scores, in place; 0 behind them.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="attended">How many there are.</param>
    /// <param name="extent">How many are written, a multiple of 16.</param>
    /// <param name="scale">What scores are multiplied by.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(float* scores, int attended, int extent, float scale)
    {
        new Span<float>(scores + attended, extent - attended).Fill(float.NegativeInfinity);
        Vector<float> most = Vector.Load(scores);
        for (int index = Vector<float>.Count; index < extent; index += Vector<float>.Count)
        {
            most = Vector.MaxNative(most, Vector.Load(scores + index));
        }

        Vector<float> largest = Vector.Create(Horizontal.Max(most));
        Vector<float> sums = Vector<float>.Zero;
        for (int index = 0; index < extent; index += Vector<float>.Count)
        {
            Vector<float> exponential = VectorMath.Exp((Vector.Load(scores + index) - largest) * Vector.Create(scale));
            sums += exponential;
            exponential.Store(scores + index);
        }

        Vector<float> sum = Vector.Create(Vector.Sum(sums));
        for (int index = 0; index < extent; index += Vector<float>.Count)
        {
            (Vector.Load(scores + index) / sum).Store(scores + index);
        }
    }

    /// <summary>The gradient of scores, p·(dp − Σ p·dp)·scale, in the place of their weights p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftmaxBackward(float* weights, float* gradient, int extent, float scale)
    {
        Vector<float> products = Vector<float>.Zero;
        for (int index = 0; index < extent; index += Vector<float>.Count)
        {
            products += Vector.Load(weights + index) * Vector.Load(gradient + index);
        }

        Vector<float> mean = Vector.Create(Vector.Sum(products));
        for (int index = 0; index < extent; index += Vector<float>.Count)
        {
            (Vector.Load(weights + index) * (Vector.Load(gradient + index) - mean) * Vector.Create(scale)).Store(weights + index);
        }
    }
}
