using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

public static unsafe partial class AttentionKernels
{
    /// <summary>
    /// The outputs of all rows, of rows of given lengths: no step attends to what lies behind its row's length. Leaves in the
    /// memory what <see cref="Backward"/> reads.
    /// </summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer.</param>
    /// <param name="x">[rows, T, F] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="lengths">The steps of every row [rows, 1], whole numbers from 1 to T; others are clamped.</param>
    /// <param name="lengthsStride">From one row of them to the next, in floats.</param>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="y">Receives [rows, T·F] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="memory"><see cref="AttentionSizes.Memory"/> floats for every row.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        int rows, in AttentionSizes sizes, ref float x, int xStride, ref float lengths, int lengthsStride, ref float parameters,
        ref float y, int yStride, ref float memory, Workers? workers)
    {
        fixed (float* ls = &lengths, ms = &memory)
        {
            for (int row = 0; row < rows; row++)
            {
                AttentionMemory.Lengths(rows, sizes, ms)[row] = Math.Clamp((int)ls[(nint)row * lengthsStride], 1, sizes.Steps);
            }
        }

        Forward(rows, sizes, ref x, xStride, ref parameters, ref y, yStride, ref memory, workers);
    }
}
