using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

public static unsafe partial class RecurrentKernels
{
    /// <summary>
    /// The outputs of all rows, from given states, of rows of given lengths: what lies behind a row's length is not read,
    /// its outputs are zero, and the backward direction starts at the last step before it. Leaves in the memory what
    /// <see cref="Backward"/> reads.
    /// </summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer.</param>
    /// <param name="x">[rows, T, F] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="state">The states before the first step [rows, directions·units], forward then backward; a null reference for zero.</param>
    /// <param name="stateStride">From one row of them to the next, in floats.</param>
    /// <param name="cell">The cells before the first step, likewise.</param>
    /// <param name="cellStride">From one row of them to the next, in floats.</param>
    /// <param name="lengths">The steps of every row [rows, 1], whole numbers from 1 to T; others are clamped. A null reference for T.</param>
    /// <param name="lengthsStride">From one row of them to the next, in floats.</param>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="y">Receives [rows, outputs] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="memory"><see cref="RecurrentSizes.Memory"/> floats for every row.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        int rows, in RecurrentSizes sizes, ref float x, int xStride, ref float state, int stateStride, ref float cell, int cellStride,
        ref float lengths, int lengthsStride, ref float parameters, ref float y, int yStride, ref float memory, Workers? workers)
    {
        fixed (float* xs = &x, hs = &state, cs = &cell, ls = &lengths, ps = &parameters, ys = &y, ms = &memory)
        {
            for (int row = 0; sizes.HasLengths && row < rows; row++)
            {
                RecurrentMemory.Lengths(rows, sizes, ms)[row] = Math.Clamp((int)ls[(nint)row * lengthsStride], 1, sizes.Steps);
            }

            var from = new RecurrentStart { State = hs, StateStride = stateStride, Cell = cs, CellStride = cellStride };
            var work = new RecurrentForwardWork(rows, Steps(rows, sizes, ms), sizes, xs, xStride, from, ps, ys, yStride, ms);
            Division.Run(workers, ref work, Products(rows, sizes), Division.LeastProducts);
        }
    }

    /// <summary>The gradient of the states before the first step, after <see cref="Backward"/>.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer, which starts from given states.</param>
    /// <param name="dState">Receives it, [rows, directions·units] at <paramref name="stride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="stride">From one row of it to the next, in floats.</param>
    /// <param name="accumulate">Whether to add instead of overwriting.</param>
    /// <param name="memory">As <see cref="Backward"/> left it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StateGradient(int rows, in RecurrentSizes sizes, ref float dState, int stride, bool accumulate, ref float memory) =>
        Carried(rows, sizes, ref dState, stride, accumulate, ref memory, ofCells: false);

    /// <summary>The gradient of the cells before the first step, as <see cref="StateGradient"/> that of the states.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer, which has cells and starts from given ones.</param>
    /// <param name="dCell">Receives it, [rows, directions·units] at <paramref name="stride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="stride">From one row of it to the next, in floats.</param>
    /// <param name="accumulate">Whether to add instead of overwriting.</param>
    /// <param name="memory">As <see cref="Backward"/> left it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CellGradient(int rows, in RecurrentSizes sizes, ref float dCell, int stride, bool accumulate, ref float memory) =>
        Carried(rows, sizes, ref dCell, stride, accumulate, ref memory, ofCells: true);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Carried(int rows, in RecurrentSizes sizes, ref float gradient, int stride, bool accumulate, ref float memory, bool ofCells)
    {
        int length = sizes.Directions * sizes.Units;
        fixed (float* gs = &gradient, ms = &memory)
        {
            for (int row = 0; row < rows && !accumulate; row++)
            {
                new Span<float>(gs + (nint)row * stride, Panels.Padded(length)).Clear();
            }

            for (int direction = 0; direction < sizes.Directions; direction++)
            {
                var its = new RecurrentMemory(rows, sizes, ms, direction);
                for (int row = 0; row < rows; row++)
                {
                    FloatRows.Add(ofCells ? its.CellCarry(row) : its.Carry(row), gs + (nint)row * stride + direction * sizes.Units, sizes.Units);
                }
            }
        }
    }

    /// <summary>The steps of the longest row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Steps(int rows, in RecurrentSizes sizes, float* memory)
    {
        int most = sizes.HasLengths ? 1 : sizes.Steps;
        for (int row = 0; row < rows && sizes.HasLengths; row++)
        {
            most = Math.Max(most, RecurrentMemory.Lengths(rows, sizes, memory)[row]);
        }

        return most;
    }
}
