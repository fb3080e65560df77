using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dγ = Σ dy·x̂ and dβ = Σ dy over rows and their groups in ascending order, divided by elements of γ and β.</summary>
internal readonly unsafe struct LayerNormParameterGradientWork(
    int rows, LayerNormSizes sizes, float* x, int xStride, float* dy, int dyStride, float* dWeights, float* dBias, float* memory, int memoryStride) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        // Two threads do not share a line of the cache.
        int lines = Panels.Padded(sizes.Length) / Panels.Padding;
        int first = (int)Division.Start(lines, part, parts) * Panels.Padding;
        int end = (int)Division.Start(lines, part + 1, parts) * Panels.Padding;
        new Span<float>(dWeights + first, end - first).Clear();
        if (dBias is not null)
        {
            new Span<float>(dBias + first, end - first).Clear();
        }

        end = Math.Min(end, sizes.Length);
        for (int row = 0; row < rows; row++)
        {
            for (int group = 0; group < sizes.Groups; group++)
            {
                nint start = (nint)group * sizes.Length;
                float* kept = memory + (nint)row * memoryStride + 2 * group;
                if (Vector512Operations.IsChosen)
                {
                    Add<Vector512Elements>(first, end, x + (nint)row * xStride + start, dy + (nint)row * dyStride + start, kept[0], kept[1]);
                }
                else
                {
                    Add<VectorElements>(first, end, x + (nint)row * xStride + start, dy + (nint)row * dyStride + start, kept[0], kept[1]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add<T>(int first, int end, float* its, float* from, float mean, float inverse)
        where T : struct, IElements<T>
    {
        T means = T.Create(mean);
        T inverses = T.Create(inverse);
        int index = first;
        for (; index <= end - T.Count; index += T.Count)
        {
            T gradient = T.Load(ref from[index]);
            T.MultiplyAdd(gradient, (T.Load(ref its[index]) - means) * inverses, T.Load(ref dWeights[index])).Store(ref dWeights[index]);
            if (dBias is not null)
            {
                (T.Load(ref dBias[index]) + gradient).Store(ref dBias[index]);
            }
        }

        for (; index < end; index++)
        {
            dWeights[index] = float.MultiplyAddEstimate(from[index], (its[index] - mean) * inverse, dWeights[index]);
            if (dBias is not null)
            {
                dBias[index] += from[index];
            }
        }
    }
}
