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
    public static void Multiply<TVector, TBlock, TActivation>(
        int rows, int steps, ref float a, nint aRow, nint aStep, ref float w, nint wStep, ref float start, nint startRow, ref float y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        if (!IsFused<TActivation>())
        {
            Multiply<TVector, TBlock, IdentityActivation>(rows, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, default);
            for (int row = 0; row < rows; row++)
            {
                TBlock.Load(ref y).Apply(activation).Store(ref y);
                y = ref Unsafe.Add(ref y, yRow);
            }

            return;
        }

        int most = Most<TVector>();
        int tiles = (rows + most - 1) / most;
        int height = rows / tiles;
        int larger = rows - height * tiles;
        if (larger > 0)
        {
            Tiled<TVector, TBlock, TActivation>(larger, height + 1, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
            int done = larger * (height + 1);
            a = ref Unsafe.Add(ref a, done * aRow);
            y = ref Unsafe.Add(ref y, done * yRow);
            start = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, done * startRow);
        }

        Tiled<TVector, TBlock, TActivation>(tiles - larger, height, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
    }

    /// <summary>Whether the tile applies f itself. Such an f maps 0 to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFused<TActivation>() =>
        typeof(TActivation) == typeof(IdentityActivation) || typeof(TActivation) == typeof(ReLUActivation) || typeof(TActivation) == typeof(LeakyReLUActivation);

    /// <summary>The rows of the largest tile: 32 registers come with 512-bit vectors, otherwise there are 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Most<TVector>() => Unsafe.SizeOf<TVector>() == 64 ? 12 : 6;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiled<TVector, TBlock, TActivation>(
        int tiles, int height, int steps, ref float a, nint aRow, nint aStep, ref float w, nint wStep, ref float start, nint startRow, ref float y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        switch (height)
        {
            case 1:
                Tile.Multiply<TVector, TBlock, Rows.One, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 2:
                Tile.Multiply<TVector, TBlock, Rows.Two, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 3:
                Tile.Multiply<TVector, TBlock, Rows.Three, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 4:
                Tile.Multiply<TVector, TBlock, Rows.Four, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 5:
                Tile.Multiply<TVector, TBlock, Rows.Five, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 6:
                Tile.Multiply<TVector, TBlock, Rows.Six, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
        }

        // Spares ahead-of-time compilation the tall tiles of narrow vectors.
        if (Most<TVector>() > 6)
        {
            switch (height)
            {
                case 7:
                    Tile.Multiply<TVector, TBlock, Rows.Seven, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 8:
                    Tile.Multiply<TVector, TBlock, Rows.Eight, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 9:
                    Tile.Multiply<TVector, TBlock, Rows.Nine, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 10:
                    Tile.Multiply<TVector, TBlock, Rows.Ten, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 11:
                    Tile.Multiply<TVector, TBlock, Rows.Eleven, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 12:
                    Tile.Multiply<TVector, TBlock, Rows.Twelve, TActivation>(tiles, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
            }
        }
    }
}
