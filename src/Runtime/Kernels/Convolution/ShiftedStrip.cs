using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>All rows and positions of a product on planes, in tiles.</summary>
internal static unsafe class ShiftedStrip
{
    /// <summary>The floats that <see cref="Multiply"/> needs for the positions that fill no block.</summary>
    public const int Edge = 12 * 16;

    /// <summary>
    /// <see cref="ShiftedTile.Multiply"/> for rows in evenly sized tiles. The positions are taken in runs so short that
    /// what they read stays in the nearest cache while all rows pass over it.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, TBlock, TActivation>(
        int rows, int positions, int run, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        int most = Most<TVector>();
        int tiles = (rows + most - 1) / most;
        int height = rows / tiles;
        int larger = rows - height * tiles;
        for (int position = 0; position < positions; position += run)
        {
            int count = Math.Min(run, positions - position);
            int done = 0;
            for (int tile = 0; tile < tiles; tile++)
            {
                int its = tile < larger ? height + 1 : height;
                Tall<TVector, TBlock, TActivation>(
                    its, count, steps, table, planes + position, weights + done * row, row, bias is null ? null : bias + done, adds, y + done * yRow + position, yRow, edge, activation);
                done += its;
            }
        }
    }

    /// <summary>The rows of the largest tile: 32 registers come with 512-bit vectors, otherwise there are 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Most<TVector>() => Unsafe.SizeOf<TVector>() == 64 ? 12 : 6;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tall<TVector, TBlock, TActivation>(
        int rows, int positions, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        switch (rows)
        {
            case 1:
                Row<TVector, TBlock, Rows.One, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 2:
                Row<TVector, TBlock, Rows.Two, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 3:
                Row<TVector, TBlock, Rows.Three, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 4:
                Row<TVector, TBlock, Rows.Four, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 5:
                Row<TVector, TBlock, Rows.Five, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
            case 6:
                Row<TVector, TBlock, Rows.Six, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                return;
        }

        // Spares ahead-of-time compilation the tall tiles of narrow vectors.
        if (Most<TVector>() > 6)
        {
            switch (rows)
            {
                case 7:
                    Row<TVector, TBlock, Rows.Seven, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                    return;
                case 8:
                    Row<TVector, TBlock, Rows.Eight, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                    return;
                case 9:
                    Row<TVector, TBlock, Rows.Nine, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                    return;
                case 10:
                    Row<TVector, TBlock, Rows.Ten, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                    return;
                case 11:
                    Row<TVector, TBlock, Rows.Eleven, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                    return;
                case 12:
                    Row<TVector, TBlock, Rows.Twelve, TActivation>(positions, steps, table, planes, weights, row, bias, adds, y, yRow, edge, activation);
                    return;
            }
        }
    }

    /// <summary>A row of tiles: the fewer rows, the more positions at a time, so that there are sums enough to work on at once.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<TVector, TBlock, TRows, TActivation>(
        int positions, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, float* edge, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TRows : unmanaged
        where TActivation : struct, IActivation
    {
        int done = 0;
        if (sizeof(TRows) == 1)
        {
            done = Whole<TVector, PairBlock<TVector, PairBlock<TVector, PairBlock<TVector, TBlock>>>, TRows, TActivation>(done, positions, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
        }

        if (sizeof(TRows) < 4)
        {
            done = Whole<TVector, PairBlock<TVector, PairBlock<TVector, TBlock>>, TRows, TActivation>(done, positions, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
        }

        done = Whole<TVector, PairBlock<TVector, TBlock>, TRows, TActivation>(done, positions, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
        done = Whole<TVector, TBlock, TRows, TActivation>(done, positions, steps, table, planes, weights, row, bias, adds, y, yRow, activation);
        int rest = positions - done;
        if (rest > 0)
        {
            for (int i = 0; adds && i < sizeof(TRows); i++)
            {
                new Span<float>(y + i * yRow + done, rest).CopyTo(new Span<float>(edge + i * TBlock.Width, rest));
            }

            ShiftedTile.Multiply<TVector, TBlock, TRows, TActivation>(1, steps, table, planes + done, weights, row, bias, adds, edge, TBlock.Width, activation);
            for (int i = 0; i < sizeof(TRows); i++)
            {
                new Span<float>(edge + i * TBlock.Width, rest).CopyTo(new Span<float>(y + i * yRow + done, rest));
            }
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
