using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// The register tile under convolutions: <see cref="Tile"/> whose vectors lie where a table says instead of in even
/// steps. Whatever the stride and the dilation, a step of a sum reads neighbouring numbers for neighbouring positions.
/// </summary>
internal static unsafe class ShiftedTile
{
    /// <summary>y[i, p] = f(start + Σₛ a[i, s]·planes[p + shiftₛ]), s ascending whatever the number of rows.</summary>
    /// <typeparam name="TVector">The vector of the block.</typeparam>
    /// <typeparam name="TBlock">The positions.</typeparam>
    /// <typeparam name="TRows">One of <see cref="Rows"/>.</typeparam>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="blocks">The blocks of positions, one behind the other.</param>
    /// <param name="steps">The length of the sums.</param>
    /// <param name="table">The steps.</param>
    /// <param name="planes">What the steps are counted from, for the first position.</param>
    /// <param name="weights">What the steps are counted from, for the first row.</param>
    /// <param name="row">From a[i, s] to a[i + 1, s], in floats.</param>
    /// <param name="bias">Where the sums of each row start, or null for zero.</param>
    /// <param name="adds">Whether the sums start from y instead.</param>
    /// <param name="y">y[0, 0].</param>
    /// <param name="yRow">From y[i, :] to y[i + 1, :], in floats.</param>
    /// <param name="activation">f.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, TBlock, TRows, TActivation>(
        int blocks, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TRows : unmanaged
        where TActivation : struct, IActivation
    {
        // In bytes, and a base for every three rows: what x86 addresses without another register.
        row *= sizeof(float);
        Step* end = table + steps;
        for (int block = 0; block < blocks; block++)
        {
            TBlock c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
            TBlock c6 = default, c7 = default, c8 = default, c9 = default, c10 = default, c11 = default;
            if (adds)
            {
                c0 = TBlock.Load(ref *y);

                if (sizeof(TRows) > 1)
                {
                    c1 = TBlock.Load(ref *(y + yRow));
                }

                if (sizeof(TRows) > 2)
                {
                    c2 = TBlock.Load(ref *(y + 2 * yRow));
                }

                if (sizeof(TRows) > 3)
                {
                    c3 = TBlock.Load(ref *(y + 3 * yRow));
                }

                if (sizeof(TRows) > 4)
                {
                    c4 = TBlock.Load(ref *(y + 4 * yRow));
                }

                if (sizeof(TRows) > 5)
                {
                    c5 = TBlock.Load(ref *(y + 5 * yRow));
                }

                if (sizeof(TRows) > 6)
                {
                    c6 = TBlock.Load(ref *(y + 6 * yRow));
                }

                if (sizeof(TRows) > 7)
                {
                    c7 = TBlock.Load(ref *(y + 7 * yRow));
                }

                if (sizeof(TRows) > 8)
                {
                    c8 = TBlock.Load(ref *(y + 8 * yRow));
                }

                if (sizeof(TRows) > 9)
                {
                    c9 = TBlock.Load(ref *(y + 9 * yRow));
                }

                if (sizeof(TRows) > 10)
                {
                    c10 = TBlock.Load(ref *(y + 10 * yRow));
                }

                if (sizeof(TRows) > 11)
                {
                    c11 = TBlock.Load(ref *(y + 11 * yRow));
                }
            }
            else if (bias is not null)
            {
                c0 = TBlock.Create(bias[0]);

                if (sizeof(TRows) > 1)
                {
                    c1 = TBlock.Create(bias[1]);
                }

                if (sizeof(TRows) > 2)
                {
                    c2 = TBlock.Create(bias[2]);
                }

                if (sizeof(TRows) > 3)
                {
                    c3 = TBlock.Create(bias[3]);
                }

                if (sizeof(TRows) > 4)
                {
                    c4 = TBlock.Create(bias[4]);
                }

                if (sizeof(TRows) > 5)
                {
                    c5 = TBlock.Create(bias[5]);
                }

                if (sizeof(TRows) > 6)
                {
                    c6 = TBlock.Create(bias[6]);
                }

                if (sizeof(TRows) > 7)
                {
                    c7 = TBlock.Create(bias[7]);
                }

                if (sizeof(TRows) > 8)
                {
                    c8 = TBlock.Create(bias[8]);
                }

                if (sizeof(TRows) > 9)
                {
                    c9 = TBlock.Create(bias[9]);
                }

                if (sizeof(TRows) > 10)
                {
                    c10 = TBlock.Create(bias[10]);
                }

                if (sizeof(TRows) > 11)
                {
                    c11 = TBlock.Create(bias[11]);
                }
            }

            for (Step* step = table; step < end; step++)
            {
                TBlock v = TBlock.Load(ref *(float*)((byte*)planes + step->Plane));
                byte* a = (byte*)weights + step->Weight;
                byte* a3 = a + 3 * row;
                byte* a6 = a + 6 * row;
                byte* a9 = a + 9 * row;
                c0 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)a), v, c0);

                if (sizeof(TRows) > 1)
                {
                    c1 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a + row)), v, c1);
                }

                if (sizeof(TRows) > 2)
                {
                    c2 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a + 2 * row)), v, c2);
                }

                if (sizeof(TRows) > 3)
                {
                    c3 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)a3), v, c3);
                }

                if (sizeof(TRows) > 4)
                {
                    c4 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a3 + row)), v, c4);
                }

                if (sizeof(TRows) > 5)
                {
                    c5 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a3 + 2 * row)), v, c5);
                }

                if (sizeof(TRows) > 6)
                {
                    c6 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)a6), v, c6);
                }

                if (sizeof(TRows) > 7)
                {
                    c7 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a6 + row)), v, c7);
                }

                if (sizeof(TRows) > 8)
                {
                    c8 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a6 + 2 * row)), v, c8);
                }

                if (sizeof(TRows) > 9)
                {
                    c9 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)a9), v, c9);
                }

                if (sizeof(TRows) > 10)
                {
                    c10 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a9 + row)), v, c10);
                }

                if (sizeof(TRows) > 11)
                {
                    c11 = TBlock.MultiplyAdd(TBlock.Broadcast(*(float*)(a9 + 2 * row)), v, c11);
                }
            }

            c0.Apply(activation).Store(ref *y);

            if (sizeof(TRows) > 1)
            {
                c1.Apply(activation).Store(ref *(y + yRow));
            }

            if (sizeof(TRows) > 2)
            {
                c2.Apply(activation).Store(ref *(y + 2 * yRow));
            }

            if (sizeof(TRows) > 3)
            {
                c3.Apply(activation).Store(ref *(y + 3 * yRow));
            }

            if (sizeof(TRows) > 4)
            {
                c4.Apply(activation).Store(ref *(y + 4 * yRow));
            }

            if (sizeof(TRows) > 5)
            {
                c5.Apply(activation).Store(ref *(y + 5 * yRow));
            }

            if (sizeof(TRows) > 6)
            {
                c6.Apply(activation).Store(ref *(y + 6 * yRow));
            }

            if (sizeof(TRows) > 7)
            {
                c7.Apply(activation).Store(ref *(y + 7 * yRow));
            }

            if (sizeof(TRows) > 8)
            {
                c8.Apply(activation).Store(ref *(y + 8 * yRow));
            }

            if (sizeof(TRows) > 9)
            {
                c9.Apply(activation).Store(ref *(y + 9 * yRow));
            }

            if (sizeof(TRows) > 10)
            {
                c10.Apply(activation).Store(ref *(y + 10 * yRow));
            }

            if (sizeof(TRows) > 11)
            {
                c11.Apply(activation).Store(ref *(y + 11 * yRow));
            }

            planes += TBlock.Width;
            y += TBlock.Width;
        }
    }
}
