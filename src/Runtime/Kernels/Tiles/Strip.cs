using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>A strip of columns, one block wide, for any number of rows.</summary>
internal static class Strip
{
    /// <summary>
    /// <see cref="Tile.Multiply"/> for rows in evenly sized tiles. Activations of a few instructions are applied to the
    /// sums in their registers, others to the rows just written.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, TBlock, TActivation>(
        int rows, int steps, ref float a, nint aRow, nint aStep, ref float w, nint wStep, ref float start, nint startRow, ref float y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        int most = Most<TVector>();
        int tiles = (rows + most - 1) / most;
        int count = rows / tiles;
        int larger = rows - count * tiles;
        for (int tile = 0; tile < tiles; tile++)
        {
            int height = tile < larger ? count + 1 : count;
            if (IsFused<TActivation>())
            {
                Tiled<TVector, TBlock, TActivation>(height, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
            }
            else
            {
                Tiled<TVector, TBlock, IdentityActivation>(height, steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, default);
                for (int row = 0; row < height; row++)
                {
                    ref float z = ref Unsafe.Add(ref y, row * yRow);
                    TBlock.Load(ref z).Apply(activation).Store(ref z);
                }
            }

            a = ref Unsafe.Add(ref a, height * aRow);
            y = ref Unsafe.Add(ref y, height * yRow);
            if (!Unsafe.IsNullRef(ref start))
            {
                start = ref Unsafe.Add(ref start, height * startRow);
            }
        }
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
        int rows, int steps, ref float a, nint aRow, nint aStep, ref float w, nint wStep, ref float start, nint startRow, ref float y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        switch (rows)
        {
            case 1:
                Tile.Multiply<TVector, TBlock, Rows.One, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 2:
                Tile.Multiply<TVector, TBlock, Rows.Two, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 3:
                Tile.Multiply<TVector, TBlock, Rows.Three, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 4:
                Tile.Multiply<TVector, TBlock, Rows.Four, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 5:
                Tile.Multiply<TVector, TBlock, Rows.Five, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
            case 6:
                Tile.Multiply<TVector, TBlock, Rows.Six, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                return;
        }

        // Spares ahead-of-time compilation the tall tiles of narrow vectors.
        if (Most<TVector>() > 6)
        {
            switch (rows)
            {
                case 7:
                    Tile.Multiply<TVector, TBlock, Rows.Seven, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 8:
                    Tile.Multiply<TVector, TBlock, Rows.Eight, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 9:
                    Tile.Multiply<TVector, TBlock, Rows.Nine, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 10:
                    Tile.Multiply<TVector, TBlock, Rows.Ten, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 11:
                    Tile.Multiply<TVector, TBlock, Rows.Eleven, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
                case 12:
                    Tile.Multiply<TVector, TBlock, Rows.Twelve, TActivation>(steps, ref a, aRow, aStep, ref w, wStep, ref start, startRow, ref y, yRow, activation);
                    return;
            }
        }
    }
}
