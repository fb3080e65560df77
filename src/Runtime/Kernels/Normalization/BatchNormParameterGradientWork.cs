using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Σ dy and Σ dy·(x − μ) of every channel, and so dβ and dγ, divided by lines of channels.</summary>
internal readonly unsafe struct BatchNormParameterGradientWork(
    int rows, BatchNormSizes sizes, float* x, int xStride, float* dy, int dyStride, float* dWeights, float* dBias, float* memory) : IWork
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
        float* means = stackalloc float[3 * BatchNormSizes.Line];
        float* sums = means + BatchNormSizes.Line;
        float* products = sums + BatchNormSizes.Line;
        int first = line * BatchNormSizes.Line;
        int length = sizes.LengthOf(line);
        for (int channel = 0; channel < length; channel++)
        {
            means[channel] = memory[first + channel];
        }

        nint start = (nint)first * sizes.Pixels;
        new BatchNormSums<T>(rows, sizes.Pixels, length).OfGradient(dy + start, dyStride, x + start, xStride, means, sums, products);
        for (int channel = 0; channel < length; channel++)
        {
            memory[2 * sizes.Channels + first + channel] = sums[channel];
            memory[3 * sizes.Channels + first + channel] = products[channel];
        }

        for (int channel = 0; channel < BatchNormSizes.Line && dWeights is not null; channel++)
        {
            dWeights[first + channel] = channel < length ? products[channel] * memory[sizes.Channels + first + channel] : 0;
            dBias[first + channel] = channel < length ? sums[channel] : 0;
        }
    }
}
