using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>y = (x − μ)·r·γ + β, divided by rows. The spread is σ², and r = 1/√(σ² + ε), or it is r itself.</summary>
internal readonly unsafe struct BatchNormForwardWork(
    int rows, BatchNormSizes sizes, float* x, int xStride, float* weights, float* bias, float* means, float* spread, bool ofVariance, float* y, int yStride) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int line = 0; line < sizes.Lines; line++)
        {
            if (Vector512Operations.IsChosen)
            {
                Channels<Vector512Elements>(line, first, end);
            }
            else
            {
                Channels<VectorElements>(line, first, end);
            }
        }

        for (int row = first; row < end; row++)
        {
            Panels.ClearPadding(ref y[(nint)row * yStride], sizes.Elements);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Channels<T>(int line, int first, int end)
        where T : struct, IElements<T>
    {
        float* scales = stackalloc float[2 * BatchNormSizes.Line];
        float* shifts = scales + BatchNormSizes.Line;
        int start = line * BatchNormSizes.Line;
        int length = sizes.LengthOf(line);
        for (int channel = 0; channel < length; channel++)
        {
            float inverse = ofVariance ? 1 / MathF.Sqrt(spread[start + channel] + sizes.Epsilon) : spread[start + channel];
            scales[channel] = weights is null ? inverse : inverse * weights[start + channel];
            shifts[channel] = bias is null ? 0 : bias[start + channel];
        }

        for (int row = first; row < end; row++)
        {
            float* from = x + (nint)row * xStride + (nint)start * sizes.Pixels;
            float* to = y + (nint)row * yStride + (nint)start * sizes.Pixels;
            int channel = 0;
            for (; sizes.Pixels == 1 && channel <= length - T.Count; channel += T.Count)
            {
                T difference = T.Load(ref from[channel]) - T.Load(ref means[start + channel]);
                T.MultiplyAdd(difference, T.Load(ref scales[channel]), T.Load(ref shifts[channel])).Store(ref to[channel]);
            }

            for (; channel < length; channel++)
            {
                Channel<T>(from + (nint)channel * sizes.Pixels, means[start + channel], scales[channel], shifts[channel], to + (nint)channel * sizes.Pixels);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Channel<T>(float* from, float mean, float scale, float shift, float* to)
        where T : struct, IElements<T>
    {
        T means = T.Create(mean);
        T scales = T.Create(scale);
        T shifts = T.Create(shift);
        int pixel = 0;
        for (; pixel <= sizes.Pixels - T.Count; pixel += T.Count)
        {
            T.MultiplyAdd(T.Load(ref from[pixel]) - means, scales, shifts).Store(ref to[pixel]);
        }

        for (; pixel < sizes.Pixels; pixel++)
        {
            to[pixel] = float.MultiplyAddEstimate(from[pixel] - mean, scale, shift);
        }
    }
}
