using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>da = Σ dy·min(0, x) of every channel, divided by channels.</summary>
internal readonly unsafe struct PReLUParameterGradientWork(int rows, PReLUSizes sizes, float* x, int xStride, float* dy, int dyStride, float* dWeights) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(sizes.Channels, part, parts);
        int end = (int)Division.Start(sizes.Channels, part + 1, parts);
        new Span<float>(dWeights + first, end - first).Clear();
        for (int row = 0; row < rows; row++)
        {
            float* its = x + (nint)row * xStride;
            float* from = dy + (nint)row * dyStride;
            for (int channel = first; channel < end; channel++)
            {
                nint start = (nint)channel * sizes.Pixels;
                dWeights[channel] -= sizes.Pixels == 1 ? from[channel] * MathF.Max(0, -its[channel])
                    : Vector512Operations.IsChosen ? PartialSums<Vector512Elements>.OfNegatives(from + start, its + start, sizes.Pixels)
                    : PartialSums<VectorElements>.OfNegatives(from + start, its + start, sizes.Pixels);
            }
        }
    }
}
