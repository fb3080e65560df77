using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dx = r·(g − mean of g − x̂·mean of g·x̂) with g = dy·γ, divided by rows.</summary>
internal readonly unsafe struct LayerNormInputGradientWork(
    int rows, LayerNormSizes sizes, float* x, int xStride, float* dy, int dyStride, float* weights, float* dx, int dxStride, bool accumulate,
    float* memory, int memoryStride) : IWork
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
                float* kept = memory + (nint)row * memoryStride + 2 * group;
                if (Vector512Operations.IsChosen)
                {
                    Group<Vector512Elements>(x + (nint)row * xStride + start, dy + (nint)row * dyStride + start, dx + (nint)row * dxStride + start, kept[0], kept[1]);
                }
                else
                {
                    Group<VectorElements>(x + (nint)row * xStride + start, dy + (nint)row * dyStride + start, dx + (nint)row * dxStride + start, kept[0], kept[1]);
                }
            }

            if (!accumulate)
            {
                Panels.ClearPadding(ref dx[(nint)row * dxStride], sizes.Elements);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Group<T>(float* its, float* from, float* to, float mean, float inverse)
        where T : struct, IElements<T>
    {
        int length = sizes.Length;
        (float sum, float product) = PartialSums<T>.OfGradient(from, weights, its, mean, length);

        // x̂·mean of g·x̂ is (x − μ) times this.
        float slope = product * inverse / length * inverse;
        float shift = sizes.Centered ? sum / length : 0;
        T means = T.Create(mean);
        T inverses = T.Create(inverse);
        T slopes = T.Create(slope);
        T shifts = T.Create(shift);
        int index = 0;
        for (; index <= length - T.Count; index += T.Count)
        {
            T gradient = weights is null ? T.Load(ref from[index]) : T.Load(ref from[index]) * T.Load(ref weights[index]);
            T result = ((gradient - shifts) - (T.Load(ref its[index]) - means) * slopes) * inverses;
            (accumulate ? T.Load(ref to[index]) + result : result).Store(ref to[index]);
        }

        for (; index < length; index++)
        {
            float gradient = weights is null ? from[index] : from[index] * weights[index];
            float result = ((gradient - shift) - (its[index] - mean) * slope) * inverse;
            to[index] = accumulate ? to[index] + result : result;
        }
    }
}
