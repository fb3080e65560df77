using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dx = γ·r·(dy − mean of dy − x̂·mean of dy·x̂), divided by rows.</summary>
internal readonly unsafe struct BatchNormInputGradientWork(
    int rows, BatchNormSizes sizes, float* x, int xStride, float* dy, int dyStride, float* weights, float* dx, int dxStride, bool accumulate, float* memory) : IWork
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

        for (int row = first; row < end && !accumulate; row++)
        {
            Panels.ClearPadding(ref dx[(nint)row * dxStride], sizes.Elements);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Channels<T>(int line, int first, int end)
        where T : struct, IElements<T>
    {
        float* scales = stackalloc float[3 * BatchNormSizes.Line];
        float* shifts = scales + BatchNormSizes.Line;
        float* slopes = shifts + BatchNormSizes.Line;
        int start = line * BatchNormSizes.Line;
        int length = sizes.LengthOf(line);
        float count = (float)((long)rows * sizes.Pixels);
        for (int channel = 0; channel < length; channel++)
        {
            float inverse = memory[sizes.Channels + start + channel];
            scales[channel] = weights is null ? inverse : inverse * weights[start + channel];
            shifts[channel] = memory[2 * sizes.Channels + start + channel] / count;

            // x̂·mean of dy·x̂ is (x − μ) times this.
            slopes[channel] = memory[3 * sizes.Channels + start + channel] * inverse / count * inverse;
        }

        for (int row = first; row < end; row++)
        {
            nint place = (nint)start * sizes.Pixels;
            float* its = x + (nint)row * xStride + place;
            float* from = dy + (nint)row * dyStride + place;
            float* to = dx + (nint)row * dxStride + place;
            int channel = 0;
            for (; sizes.Pixels == 1 && channel <= length - T.Count; channel += T.Count)
            {
                T result = ((T.Load(ref from[channel]) - T.Load(ref shifts[channel])) - (T.Load(ref its[channel]) - T.Load(ref memory[start + channel])) * T.Load(ref slopes[channel])) * T.Load(ref scales[channel]);
                (accumulate ? T.Load(ref to[channel]) + result : result).Store(ref to[channel]);
            }

            for (; channel < length; channel++)
            {
                nint pixels = (nint)channel * sizes.Pixels;
                Channel<T>(its + pixels, from + pixels, memory[start + channel], shifts[channel], slopes[channel], scales[channel], to + pixels);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Channel<T>(float* its, float* from, float mean, float shift, float slope, float scale, float* to)
        where T : struct, IElements<T>
    {
        T means = T.Create(mean);
        T shifts = T.Create(shift);
        T slopes = T.Create(slope);
        T scales = T.Create(scale);
        int pixel = 0;
        for (; pixel <= sizes.Pixels - T.Count; pixel += T.Count)
        {
            T result = ((T.Load(ref from[pixel]) - shifts) - (T.Load(ref its[pixel]) - means) * slopes) * scales;
            (accumulate ? T.Load(ref to[pixel]) + result : result).Store(ref to[pixel]);
        }

        for (; pixel < sizes.Pixels; pixel++)
        {
            float result = ((from[pixel] - shift) - (its[pixel] - mean) * slope) * scale;
            to[pixel] = accumulate ? to[pixel] + result : result;
        }
    }
}
