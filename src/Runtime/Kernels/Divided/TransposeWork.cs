using System;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// Wᵀ from W, both in panels, divided by the blocks where a panel of W crosses one of Wᵀ: there the numbers lie
/// together in both, as a matrix in panels of its own.
/// </summary>
internal readonly unsafe struct TransposeWork(int units, int inputs, float* weights, float* transposed) : IWork
{
    public void Do(int part, int parts)
    {
        int across = Count(units);
        long blocks = (long)Count(inputs) * across;
        for (long block = Division.Start(blocks, part, parts); block < Division.Start(blocks, part + 1, parts); block++)
        {
            int input = (int)(block / across) * Panels.Width;
            int unit = (int)(block % across) * Panels.Width;
            Panels.Transpose(
                Math.Min(Panels.Width, units - unit), Math.Min(Panels.Width, inputs - input),
                ref weights[Panels.Index(units, inputs, unit, input)], ref transposed[Panels.Index(inputs, units, input, unit)]);
        }
    }

    private static int Count(int length) => (length + Panels.Width - 1) / Panels.Width;
}
