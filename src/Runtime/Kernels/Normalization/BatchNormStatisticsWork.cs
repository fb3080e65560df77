using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The means and inverse deviations of a batch, which move the running averages; divided by lines of channels.</summary>
internal readonly unsafe struct BatchNormStatisticsWork(int rows, BatchNormSizes sizes, float* x, int xStride, float* running, float* memory) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int end = (int)Division.Start(sizes.Lines, part + 1, parts);
        for (int line = (int)Division.Start(sizes.Lines, part, parts); line < end; line++)
        {
            if (Vector512Operations.IsChosen)
            {
                Channels<Vector512Elements>(line);
            }
            else
            {
                Channels<VectorElements>(line);
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Channels<T>(int line)
        where T : struct, IElements<T>
    {
        float* means = stackalloc float[2 * BatchNormSizes.Line];
        float* squares = means + BatchNormSizes.Line;
        int first = line * BatchNormSizes.Line;
        int length = sizes.LengthOf(line);
        float count = (float)((long)rows * sizes.Pixels);
        float* its = x + (nint)first * sizes.Pixels;
        var sums = new BatchNormSums<T>(rows, sizes.Pixels, length);
        sums.Of(its, xStride, means);
        for (int channel = 0; channel < length; channel++)
        {
            means[channel] /= count;
        }

        sums.OfSquares(its, xStride, means, squares);
        float* averages = running + first;
        float* variances = running + Panels.Padded(sizes.Channels) + first;
        for (int channel = 0; channel < length; channel++)
        {
            memory[first + channel] = means[channel];
            memory[sizes.Channels + first + channel] = 1 / MathF.Sqrt(squares[channel] / count + sizes.Epsilon);
            averages[channel] = (1 - sizes.Momentum) * averages[channel] + sizes.Momentum * means[channel];
            variances[channel] = (1 - sizes.Momentum) * variances[channel] + sizes.Momentum * (squares[channel] / (count - 1));
        }
    }
}
