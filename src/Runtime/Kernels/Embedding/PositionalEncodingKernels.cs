using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>A table [T, F] added to every example, and the gradients of that. Nothing but the table of sinusoids is allocated.</summary>
public static unsafe class PositionalEncodingKernels
{
    /// <summary>The sinusoids of T steps, padded with zeros to a multiple of 16; made once for a network.</summary>
    /// <param name="steps">T, at least 1.</param>
    /// <param name="size">F, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float[] Table(int steps, int size)
    {
        float[] table = new float[Panels.Padded(steps * size)];
        for (int index = 0; index < steps * size; index++)
        {
            table[index] = (float)Sinusoid.Of(index / size, index % size, size);
        }

        return table;
    }

    /// <summary>y[row, :] = x[row, :] + p.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="elements">T·F.</param>
    /// <param name="x">[rows, elements] at <paramref name="xStride"/>, the padding zero.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="table">p, padded with zeros to a multiple of 16.</param>
    /// <param name="y">Receives [rows, elements] at <paramref name="yStride"/>; the padding becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(int rows, int elements, ref float x, int xStride, ref float table, ref float y, int yStride, Workers? workers)
    {
        fixed (float* xs = &x, ts = &table, ys = &y)
        {
            var work = new PositionalEncodingWork(rows, Panels.Padded(elements), xs, xStride, ts, ys, yStride);
            Division.Run(workers, ref work, (long)rows * elements, Division.LeastCopies);
        }
    }

    /// <summary>dx[row, :] = dy[row, :], or added to dx.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="elements">T·F.</param>
    /// <param name="dy">∂J/∂y, [rows, elements] at <paramref name="dyStride"/>, the padding zero.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dx">Receives ∂J/∂x at <paramref name="dxStride"/>; its padding becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(int rows, int elements, ref float dy, int dyStride, ref float dx, int dxStride, bool accumulate, Workers? workers)
    {
        fixed (float* ds = &dy, xs = &dx)
        {
            var work = new PositionalEncodingWork(rows, Panels.Padded(elements), ds, dyStride, null, xs, dxStride) { Accumulates = accumulate };
            Division.Run(workers, ref work, (long)rows * elements, Division.LeastCopies);
        }
    }

    /// <summary>dp = Σ dy[row, :] over the rows in ascending order.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="elements">T·F.</param>
    /// <param name="dy">∂J/∂y, [rows, elements] at <paramref name="dyStride"/>, the padding zero.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dTable">Receives ∂J/∂p; the padding becomes zero.</param>
    /// <param name="workers">The threads, each with elements of the table; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TableGradient(int rows, int elements, ref float dy, int dyStride, ref float dTable, Workers? workers)
    {
        fixed (float* ds = &dy, ts = &dTable)
        {
            var work = new TableGradientWork(rows, elements, ds, dyStride, ts);
            Division.Run(workers, ref work, (long)rows * elements, Division.LeastCopies);
        }
    }
}
