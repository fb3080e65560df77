using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>All rows and positions of a product on planes, in tiles.</summary>
internal static unsafe class ShiftedStrip
{
    /// <summary>The rows of the largest tile.</summary>
    private const int MostRows = 6;

    /// <summary>The floats of the widest block of what is left.</summary>
    private const int MostOfRest = 4 * 16;

    /// <summary>The floats that <see cref="Multiply"/> needs for the positions that fill no block.</summary>
    public const int Edge = MostRows * MostOfRest;

    /// <summary>
    /// <see cref="ShiftedTile.Multiply"/> for rows in evenly sized tiles. Long sums are taken in parts, each for all rows
    /// and some positions, so that what the rows pass over stays in the nearest cache; a sum waits in y for its next part.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, T, TActivation>(
        int rows, int positions, int steps, int mostSteps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        if (steps <= mostSteps)
        {
            Part<TVector, T, TActivation>(rows, positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
            return;
        }

        int parts = (steps + mostSteps - 1) / mostSteps;
        for (int position = 0; position < positions; position += ShiftedPlanes.Run)
        {
            int count = Math.Min(ShiftedPlanes.Run, positions - position);
            for (int part = 0; part < parts; part++)
            {
                int first = (int)Division.Start(steps, part, parts);
                int its = (int)Division.Start(steps, part + 1, parts) - first;
                if (part + 1 < parts)
                {
                    Part<TVector, T, IdentityActivation>(rows, count, its, table + first, planes + position, weights, row, bias, adds || part > 0, y + position, yRow, edge, default);
                }
                else
                {
                    Part<TVector, T, TActivation>(rows, count, its, table + first, planes + position, weights, row, bias, adds: true, y + position, yRow, edge, activation);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part<TVector, T, TActivation>(
        int rows, int positions, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        int tiles = (rows + MostRows - 1) / MostRows;
        int height = rows / tiles;
        int larger = rows - height * tiles;
        int done = 0;
        for (int tile = 0; tile < tiles; tile++)
        {
            int its = tile < larger ? height + 1 : height;
            Tall<TVector, T, TActivation>(
                its, positions, steps, table, planes, weights + done * row, row, bias is null ? null : bias + done, adds, y + done * yRow, yRow, edge, activation);
            done += its;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tall<TVector, T, TActivation>(
        int rows, int positions, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        switch (rows)
        {
            case 1:
                Row<TVector, T, Rows.One, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 2:
                Row<TVector, T, Rows.Two, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 3:
                Row<TVector, T, Rows.Three, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 4:
                Row<TVector, T, Rows.Four, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 5:
                Row<TVector, T, Rows.Five, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 6:
                Row<TVector, T, Rows.Six, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
        }
    }

    /// <summary>
    /// A row of tiles: the fewer rows, and the more registers, the more positions at a time, so that there are sums
    /// enough to work on at once.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<TVector, T, TRows, TActivation>(
        int positions, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TRows : unmanaged
        where TActivation : struct, IActivation
    {
        int done = 0;
        if (sizeof(TRows) < (Registers.AreMany<TVector>() ? 3 : 2))
        {
            done = Whole<TVector, PairBlock<TVector, PairBlock<TVector, PairBlock<TVector, SingleBlock<TVector, T>>>>, TRows, TActivation>(
                done, positions, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
        }

        if (Registers.AreMany<TVector>() || sizeof(TRows) < 3)
        {
            // The last five vectors are three and two: one behind four would wait for its sums.
            int kept = (positions - done + T.Width - 1) / T.Width % 4 == 1 ? 2 * T.Width : 0;
            done = Whole<TVector, PairBlock<TVector, PairBlock<TVector, SingleBlock<TVector, T>>>, TRows, TActivation>(
                done, positions - kept, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
        }

        if (!Registers.AreMany<TVector>() && sizeof(TRows) > 2)
        {
            done = Whole<TVector, PairBlock<TVector, SingleBlock<TVector, T>>, TRows, TActivation>(done, positions, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
        }

        int vectors = (positions - done + T.Width - 1) / T.Width;
        if (vectors == 5)
        {
            done = Whole<TVector, TripleBlock<TVector, SingleBlock<TVector, T>>, TRows, TActivation>(done, positions, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
            vectors -= 3;
        }

        int rest = positions - done;
        planes += done;
        y += done;
        switch (vectors)
        {
            case 1:
                Last<TVector, SingleBlock<TVector, T>, TRows, TActivation>(rest, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 2:
                Last<TVector, PairBlock<TVector, SingleBlock<TVector, T>>, TRows, TActivation>(rest, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 3:
                Last<TVector, TripleBlock<TVector, SingleBlock<TVector, T>>, TRows, TActivation>(rest, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 4:
                Last<TVector, PairBlock<TVector, PairBlock<TVector, SingleBlock<TVector, T>>>, TRows, TActivation>(rest, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
        }
    }

    /// <summary>The last positions, which fill a block or fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Last<TVector, TBlock, TRows, TActivation>(
        int positions, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TRows : unmanaged
        where TActivation : struct, IActivation
    {
        if (positions == TBlock.Width)
        {
            ShiftedTile.Multiply<TVector, TBlock, TRows, TActivation>(1, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
            return;
        }

        for (int i = 0; adds && i < sizeof(TRows); i++)
        {
            FloatRows.Copy(y + i * yRow, edge + i * TBlock.Width, positions);
        }

        ShiftedTile.Multiply<TVector, TBlock, TRows, TActivation>(1, steps, table, planes, weights, row, bias, adds, edge, TBlock.Width, activation);
        for (int i = 0; i < sizeof(TRows); i++)
        {
            FloatRows.Copy(edge + i * TBlock.Width, y + i * yRow, positions);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Whole<TVector, TBlock, TRows, TActivation>(
        int done, int positions, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TRows : unmanaged
        where TActivation : struct, IActivation
    {
        int blocks = (positions - done) / TBlock.Width;
        if (blocks > 0)
        {
            ShiftedTile.Multiply<TVector, TBlock, TRows, TActivation>(blocks, steps, table, planes + done, weights, row, bias, adds, y + done, yRow, activation);
        }

        return done + blocks * TBlock.Width;
    }
}
