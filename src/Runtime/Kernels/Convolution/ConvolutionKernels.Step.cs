using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    /// <summary>The most floats of a step that lie on the stack.</summary>
    private const int MostOnStack = 4096;

    /// <summary>
    /// One step of a causal convolution of a signal with a stride of 1: the last column of what <see cref="Forward{TActivation}(int, in ConvolutionSizes, ref float, int, ref float, ref float, ref float, int, TActivation)"/>
    /// gives of the signal so far, to the last bit.
    /// </summary>
    /// <remarks>
    /// The state is a ring of (kernel − 1)·dilation columns of channels, and behind them as a float which of them is the
    /// oldest; a kernel of 1 has none. What is no place in the ring counts as the first.
    /// </remarks>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="channels">The channels of x, a multiple of <paramref name="groups"/>.</param>
    /// <param name="filters">The channels of y, a multiple of <paramref name="groups"/>.</param>
    /// <param name="kernel">The kernel, at least 1.</param>
    /// <param name="dilation">From one tap of the kernel to the next.</param>
    /// <param name="groups">The slices of the channels that the filters see.</param>
    /// <param name="x">The column of the step; nothing behind its last channel is read.</param>
    /// <param name="weights">W [filters, channels/groups, kernel].</param>
    /// <param name="bias">b [filters], or a null reference for none.</param>
    /// <param name="state">The state before the step; receives the one after it.</param>
    /// <param name="y">Receives the column of the step; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="activation">f.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Step<TActivation>(
        int channels, int filters, int kernel, int dilation, int groups, ref float x, ref float weights, ref float bias, ref float state, ref float y, TActivation activation)
        where TActivation : struct, IActivation
    {
        int length = channels * kernel;
        float* memory = stackalloc float[length <= MostOnStack ? length : 0];
        float* window = length <= MostOnStack ? memory : ConvolutionScratch.Numbers(length);
        int products = length / groups;
        fixed (float* xs = &x, ws = &weights, bs = &bias, ss = &state, ys = &y)
        {
            Gather(channels, kernel, dilation, xs, ss, window);
            int together = filters / groups;
            for (int group = 0; group < groups; group++)
            {
                int filter = group * together;
                ColumnSums(together, products, window + (nint)group * products, ws + (nint)filter * products, bs is null ? null : bs + filter, ys + filter);
            }

            if (Vector512Operations.IsChosen)
            {
                Activate<Vector512<float>, Vector512Operations, TActivation>(filters, ys, activation);
            }
            else
            {
                Activate<Vector<float>, VectorOperations, TActivation>(filters, ys, activation);
            }
        }
    }

    /// <summary>Lays out what the windows see, [channels][kernel] as the weights are, and puts the column in the place of the oldest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(int channels, int kernel, int dilation, float* x, float* state, float* window)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            window[(nint)channel * kernel + kernel - 1] = x[channel];
        }

        if (kernel == 1)
        {
            return;
        }

        int columns = (kernel - 1) * dilation;
        ref float place = ref state[(nint)columns * channels];
        int oldest = (int)place;
        oldest = (uint)oldest < (uint)columns ? oldest : 0;
        int column = oldest;
        for (int tap = 0; tap < kernel - 1; tap++)
        {
            float* from = state + (nint)column * channels;
            for (int channel = 0; channel < channels; channel++)
            {
                window[(nint)channel * kernel + tap] = from[channel];
            }

            column += dilation;
            column -= column >= columns ? columns : 0;
        }

        new Span<float>(x, channels).CopyTo(new Span<float>(state + (nint)oldest * channels, channels));
        place = oldest + 1 == columns ? 0 : oldest + 1;
    }

    /// <summary>y[f] = b[f] + Σ W[f, i]·x[i] in ascending order, eight filters side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ColumnSums(int filters, int products, float* x, float* weights, float* bias, float* y)
    {
        int filter = 0;
        for (; filter + 8 <= filters; filter += 8)
        {
            float* w0 = weights + (nint)filter * products;
            float* w1 = w0 + products, w2 = w1 + products, w3 = w2 + products;
            float* w4 = w3 + products, w5 = w4 + products, w6 = w5 + products, w7 = w6 + products;
            float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
            if (bias is not null)
            {
                (s0, s1, s2, s3) = (bias[filter], bias[filter + 1], bias[filter + 2], bias[filter + 3]);
                (s4, s5, s6, s7) = (bias[filter + 4], bias[filter + 5], bias[filter + 6], bias[filter + 7]);
            }

            for (nint i = 0; i < products; i++)
            {
                float value = x[i];
                s0 = float.MultiplyAddEstimate(w0[i], value, s0);
                s1 = float.MultiplyAddEstimate(w1[i], value, s1);
                s2 = float.MultiplyAddEstimate(w2[i], value, s2);
                s3 = float.MultiplyAddEstimate(w3[i], value, s3);
                s4 = float.MultiplyAddEstimate(w4[i], value, s4);
                s5 = float.MultiplyAddEstimate(w5[i], value, s5);
                s6 = float.MultiplyAddEstimate(w6[i], value, s6);
                s7 = float.MultiplyAddEstimate(w7[i], value, s7);
            }

            (y[filter], y[filter + 1], y[filter + 2], y[filter + 3]) = (s0, s1, s2, s3);
            (y[filter + 4], y[filter + 5], y[filter + 6], y[filter + 7]) = (s4, s5, s6, s7);
        }

        for (; filter < filters; filter++)
        {
            float* w = weights + (nint)filter * products;
            float sum = bias is null ? 0 : bias[filter];
            for (nint i = 0; i < products; i++)
            {
                sum = float.MultiplyAddEstimate(w[i], x[i], sum);
            }

            y[filter] = sum;
        }
    }
}
