using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>y = (x − μ)·r·γ + β, divided by rows.</summary>
internal readonly unsafe struct LayerNormForwardWork(
    int rows, LayerNormSizes sizes, float* x, int xStride, float* weights, float* bias, float* y, int yStride, float* memory, int memoryStride) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int row = first; row < end; row++)
        {
            for (int group = 0; group < sizes.Groups; group++)
            {
                nint start = (nint)group * sizes.Length;
                float* kept = memory is null ? null : memory + (nint)row * memoryStride + 2 * group;
                if (Vector512Operations.IsChosen)
                {
                    Group<Vector512Elements>(x + (nint)row * xStride + start, y + (nint)row * yStride + start, kept);
                }
                else
                {
                    Group<VectorElements>(x + (nint)row * xStride + start, y + (nint)row * yStride + start, kept);
                }
            }

            Panels.ClearPadding(ref y[(nint)row * yStride], sizes.Elements);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Group<T>(float* from, float* to, float* kept)
        where T : struct, IElements<T>
    {
        int length = sizes.Length;
        float mean = sizes.Centered ? PartialSums<T>.Of(from, length) / length : 0;
        float inverse = 1 / MathF.Sqrt(PartialSums<T>.OfSquares(from, mean, length) / length + sizes.Epsilon);
        if (kept is not null)
        {
            kept[0] = mean;
            kept[1] = inverse;
        }

        T means = T.Create(mean);
        T inverses = T.Create(inverse);
        int index = 0;
        for (; index <= length - T.Count; index += T.Count)
        {
            T normalized = (T.Load(ref from[index]) - means) * inverses;
            T result = weights is null ? normalized
                : bias is null ? normalized * T.Load(ref weights[index])
                : T.MultiplyAdd(normalized, T.Load(ref weights[index]), T.Load(ref bias[index]));
            result.Store(ref to[index]);
        }

        for (; index < length; index++)
        {
            float normalized = (from[index] - mean) * inverse;
            to[index] = weights is null ? normalized
                : bias is null ? normalized * weights[index]
                : float.MultiplyAddEstimate(normalized, weights[index], bias[index]);
        }
    }
}
