using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>A penalty of a tensor: what each of its parts costs, and where there is a gradient, λ·w + slope·sign(w) added to it.</summary>
internal readonly unsafe struct PenaltyWork(int length, float* weights, float* gradient, float l1, float l2, float slope, double* costs) : IWork
{
    public const int Parts = 64;

    /// <summary>What is summed in float, and still lies in the first cache when the gradient is added.</summary>
    private const int Block = 2048;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int end = (int)Division.Start(Parts, part + 1, parts);
        for (int index = (int)Division.Start(Parts, part, parts); index < end; index++)
        {
            costs[index] = Vector512Operations.IsChosen ? Cost<Vector512Elements>(Start(index), Start(index + 1)) : Cost<VectorElements>(Start(index), Start(index + 1));
        }
    }

    private int Start(int part) => PartialSums.Count * (int)Division.Start(length / PartialSums.Count, part, Parts);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Cost<T>(int first, int end)
        where T : struct, IElements<T>
    {
        double cost = 0;
        for (; first < end; first += Block)
        {
            int count = Math.Min(Block, end - first);
            cost += l2 == 0 ? 0 : 0.5 * l2 * PartialSums<T>.OfSquares(weights + first, 0, count);
            cost += l1 == 0 ? 0 : (double)l1 * PartialSums<T>.OfMagnitudes(weights + first, count);
            if (gradient is not null)
            {
                AddGradient<T>(weights + first, gradient + first, count);
            }
        }

        return cost;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddGradient<T>(float* w, float* g, int count)
        where T : struct, IElements<T>
    {
        T decay = T.Create(l2), up = T.Create(slope), zero = T.Create(0);
        for (int index = 0; index < count; index += T.Count)
        {
            T weight = T.Load(ref w[index]);
            T sign = T.WherePositive(weight, up) - T.WherePositive(zero - weight, up);
            (T.MultiplyAdd(decay, weight, T.Load(ref g[index])) + sign).Store(ref g[index]);
        }
    }
}
