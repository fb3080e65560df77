using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>A strip of columns, one block wide, for any number of rows.</summary>
internal static class Strip
{
    /// <summary>
    /// <see cref="Tile.Multiply"/> for rows in evenly sized tiles. Activations of a few instructions are applied to the
    /// sums in their registers, others to the rows when all are written.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, TBlock, TOrder, TActivation>(
        int rows, int steps, ref float a, nint aStride, ref float w, nint wStep, nint wFar, ref float start, nint startRow, ref float y, nint yRow, nint far, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TOrder : struct, IOrder
        where TActivation : struct, IActivation
    {
        if (!IsFused<TActivation>())
        {
            Multiply<TVector, TBlock, TOrder, IdentityActivation>(rows, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, default);
            for (int row = 0; row < rows; row++)
            {
                TBlock block = default;
                block.Load(ref y, far);
                block.Apply(activation);
                block.Store(ref y, far);
                y = ref Unsafe.Add(ref y, yRow);
            }

            return;
        }

        int most = Most<TVector, TBlock>();
        int tiles = (rows + most - 1) / most;
        int height = rows / tiles;
        int larger = rows - height * tiles;
        if (larger > 0)
        {
            Tiled<TVector, TBlock, TOrder, TActivation>(larger, height + 1, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
            int done = larger * (height + 1);
            a = ref Unsafe.AddByteOffset(ref a, done * TOrder.Row(aStride));
            y = ref Unsafe.Add(ref y, done * yRow);
            start = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, done * startRow);
        }

        Tiled<TVector, TBlock, TOrder, TActivation>(tiles - larger, height, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
    }

    /// <summary>Whether the tile applies f itself. Such an f maps 0 to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFused<TActivation>() =>
        typeof(TActivation) == typeof(IdentityActivation) || typeof(TActivation) == typeof(ReLUActivation) || typeof(TActivation) == typeof(LeakyReLUActivation);

    /// <summary>The rows of the largest tile: as many as give the sums that <see cref="Registers"/> have room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Most<TVector, TBlock>()
        where TVector : struct => Registers.AreMany<TVector>() && Unsafe.SizeOf<TBlock>() <= 2 * Unsafe.SizeOf<TVector>() ? 12 : 6;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiled<TVector, TBlock, TOrder, TActivation>(
        int tiles, int height, int steps, ref float a, nint aStride, ref float w, nint wStep, nint wFar, ref float start, nint startRow, ref float y, nint yRow, nint far, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TOrder : struct, IOrder
        where TActivation : struct, IActivation
    {
        switch (height)
        {
            case 1:
                Tile.Multiply<TVector, TBlock, Rows.One, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                return;
            case 2:
                Tile.Multiply<TVector, TBlock, Rows.Two, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                return;
            case 3:
                Tile.Multiply<TVector, TBlock, Rows.Three, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                return;
            case 4:
                Tile.Multiply<TVector, TBlock, Rows.Four, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                return;
            case 5:
                Tile.Multiply<TVector, TBlock, Rows.Five, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                return;
            case 6:
                Tile.Multiply<TVector, TBlock, Rows.Six, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                return;
        }

        // Spares ahead-of-time compilation the tall tiles of narrow vectors and of wide blocks.
        if (Most<TVector, TBlock>() > 6)
        {
            switch (height)
            {
                case 7:
                    Tile.Multiply<TVector, TBlock, Rows.Seven, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                    return;
                case 8:
                    Tile.Multiply<TVector, TBlock, Rows.Eight, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                    return;
                case 9:
                    Tile.Multiply<TVector, TBlock, Rows.Nine, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                    return;
                case 10:
                    Tile.Multiply<TVector, TBlock, Rows.Ten, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                    return;
                case 11:
                    Tile.Multiply<TVector, TBlock, Rows.Eleven, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                    return;
                case 12:
                    Tile.Multiply<TVector, TBlock, Rows.Twelve, TOrder, TActivation>(tiles, steps, ref a, aStride, ref w, wStep, wFar, ref start, startRow, ref y, yRow, far, activation);
                    return;
            }
        }
    }
}
