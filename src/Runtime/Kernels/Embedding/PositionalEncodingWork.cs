using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Rows and a table added to each, or without a table copied or added to other rows, divided by rows.</summary>
internal readonly unsafe struct PositionalEncodingWork(int rows, int extent, float* x, int xStride, float* table, float* y, int yStride) : IWork
{
    /// <summary>Whether rows are added to what is there.</summary>
    public bool Accumulates { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int row = (int)Division.Start(rows, part, parts); row < end; row++)
        {
            float* from = x + (nint)row * xStride;
            float* to = y + (nint)row * yStride;
            float* terms = Accumulates ? to : table;
            if (terms == null)
            {
                FloatRows.Copy(from, to, extent);
                continue;
            }

            for (int index = 0; index < extent; index += Vector<float>.Count)
            {
                (Vector.Load(from + index) + Vector.Load(terms + index)).Store(to + index);
            }
        }
    }
}
