using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// Sums of a line of channels over a batch, rows in ascending order: of elements side by side, or of channels of
/// several elements one by one, each row by <see cref="PartialSums{T}"/>.
/// </summary>
internal readonly unsafe struct BatchNormSums<T>(int rows, int pixels, int length)
    where T : struct, IElements<T>
{
    /// <summary>Σ x of every channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Of(float* x, int stride, float* sums)
    {
        new Span<float>(sums, BatchNormSizes.Line).Clear();
        for (int row = 0; row < rows; row++, x += stride)
        {
            int channel = 0;
            for (; pixels == 1 && channel <= length - T.Count; channel += T.Count)
            {
                (T.Load(ref sums[channel]) + T.Load(ref x[channel])).Store(ref sums[channel]);
            }

            for (; channel < length; channel++)
            {
                sums[channel] += pixels == 1 ? x[channel] : PartialSums<T>.Of(x + (nint)channel * pixels, pixels);
            }
        }
    }

    /// <summary>Σ (x − mean)² of every channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OfSquares(float* x, int stride, float* means, float* sums)
    {
        new Span<float>(sums, BatchNormSizes.Line).Clear();
        for (int row = 0; row < rows; row++, x += stride)
        {
            int channel = 0;
            for (; pixels == 1 && channel <= length - T.Count; channel += T.Count)
            {
                T difference = T.Load(ref x[channel]) - T.Load(ref means[channel]);
                T.MultiplyAdd(difference, difference, T.Load(ref sums[channel])).Store(ref sums[channel]);
            }

            for (; channel < length; channel++)
            {
                if (pixels == 1)
                {
                    float difference = x[channel] - means[channel];
                    sums[channel] = float.MultiplyAddEstimate(difference, difference, sums[channel]);
                }
                else
                {
                    sums[channel] += PartialSums<T>.OfSquares(x + (nint)channel * pixels, means[channel], pixels);
                }
            }
        }
    }

    /// <summary>Σ dy and Σ dy·(x − mean) of every channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OfGradient(float* dy, int dyStride, float* x, int stride, float* means, float* sums, float* products)
    {
        new Span<float>(sums, BatchNormSizes.Line).Clear();
        new Span<float>(products, BatchNormSizes.Line).Clear();
        for (int row = 0; row < rows; row++, x += stride, dy += dyStride)
        {
            int channel = 0;
            for (; pixels == 1 && channel <= length - T.Count; channel += T.Count)
            {
                T gradient = T.Load(ref dy[channel]);
                (T.Load(ref sums[channel]) + gradient).Store(ref sums[channel]);
                T.MultiplyAdd(gradient, T.Load(ref x[channel]) - T.Load(ref means[channel]), T.Load(ref products[channel])).Store(ref products[channel]);
            }

            for (; channel < length; channel++)
            {
                if (pixels == 1)
                {
                    sums[channel] += dy[channel];
                    products[channel] = float.MultiplyAddEstimate(dy[channel], x[channel] - means[channel], products[channel]);
                }
                else
                {
                    (float sum, float product) = PartialSums<T>.OfGradient(dy + (nint)channel * pixels, null, x + (nint)channel * pixels, means[channel], pixels);
                    sums[channel] += sum;
                    products[channel] += product;
                }
            }
        }
    }
}
