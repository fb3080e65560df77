using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// The register tile under convolutions: <see cref="Tile"/> whose vectors lie where a table says instead of in even
/// steps. Whatever the stride and the dilation, a step of a sum reads neighbouring numbers for neighbouring positions.
/// </summary>
internal static unsafe class ShiftedTile
{
    /// <summary>y[i, p] = f(start + Σₛ a[i, s]·planes[p + shiftₛ]), s ascending whatever the number of rows.</summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="T">Its operations.</typeparam>
    /// <typeparam name="TRows">One of <see cref="Rows"/>.</typeparam>
    /// <typeparam name="TColumns">The vectors of a block of positions: one or two, four for up to two rows, eight for one.</typeparam>
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
    public static void Multiply<TVector, T, TRows, TColumns, TActivation>(
        int blocks, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TRows : unmanaged
        where TColumns : unmanaged
        where TActivation : struct, IActivation
    {
        // In bytes, and a base for every three rows: what x86 addresses without another register.
        row *= sizeof(float);
        nint three = 3 * row;
        Step* end = table + steps;
        for (int block = 0; block < blocks; block++)
        {
            TVector c0_0 = default, c0_1 = default, c0_2 = default, c0_3 = default, c0_4 = default, c0_5 = default, c0_6 = default, c0_7 = default;
            TVector c1_0 = default, c1_1 = default, c1_2 = default, c1_3 = default;
            TVector c2_0 = default, c2_1 = default;
            TVector c3_0 = default, c3_1 = default;
            TVector c4_0 = default, c4_1 = default;
            TVector c5_0 = default, c5_1 = default;
            TVector c6_0 = default, c6_1 = default;
            TVector c7_0 = default, c7_1 = default;
            TVector c8_0 = default, c8_1 = default;
            TVector c9_0 = default, c9_1 = default;
            TVector c10_0 = default, c10_1 = default;
            TVector c11_0 = default, c11_1 = default;
            if (adds)
            {
                c0_0 = T.Load(ref *y);

                if (sizeof(TColumns) > 1)
                {
                    c0_1 = T.Load(ref *(y + T.Width));
                }

                if (sizeof(TColumns) > 2)
                {
                    c0_2 = T.Load(ref *(y + 2 * T.Width));
                    c0_3 = T.Load(ref *(y + 3 * T.Width));
                }

                if (sizeof(TColumns) > 4)
                {
                    c0_4 = T.Load(ref *(y + 4 * T.Width));
                    c0_5 = T.Load(ref *(y + 5 * T.Width));
                    c0_6 = T.Load(ref *(y + 6 * T.Width));
                    c0_7 = T.Load(ref *(y + 7 * T.Width));
                }

                if (sizeof(TRows) > 1)
                {
                    c1_0 = T.Load(ref *(y + yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c1_1 = T.Load(ref *(y + yRow + T.Width));
                    }

                    if (sizeof(TColumns) > 2)
                    {
                        c1_2 = T.Load(ref *(y + yRow + 2 * T.Width));
                        c1_3 = T.Load(ref *(y + yRow + 3 * T.Width));
                    }
                }

                if (sizeof(TRows) > 2)
                {
                    c2_0 = T.Load(ref *(y + 2 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c2_1 = T.Load(ref *(y + 2 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 3)
                {
                    c3_0 = T.Load(ref *(y + 3 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c3_1 = T.Load(ref *(y + 3 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 4)
                {
                    c4_0 = T.Load(ref *(y + 4 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c4_1 = T.Load(ref *(y + 4 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 5)
                {
                    c5_0 = T.Load(ref *(y + 5 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c5_1 = T.Load(ref *(y + 5 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 6)
                {
                    c6_0 = T.Load(ref *(y + 6 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c6_1 = T.Load(ref *(y + 6 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 7)
                {
                    c7_0 = T.Load(ref *(y + 7 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c7_1 = T.Load(ref *(y + 7 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 8)
                {
                    c8_0 = T.Load(ref *(y + 8 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c8_1 = T.Load(ref *(y + 8 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 9)
                {
                    c9_0 = T.Load(ref *(y + 9 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c9_1 = T.Load(ref *(y + 9 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 10)
                {
                    c10_0 = T.Load(ref *(y + 10 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c10_1 = T.Load(ref *(y + 10 * yRow + T.Width));
                    }
                }

                if (sizeof(TRows) > 11)
                {
                    c11_0 = T.Load(ref *(y + 11 * yRow));

                    if (sizeof(TColumns) > 1)
                    {
                        c11_1 = T.Load(ref *(y + 11 * yRow + T.Width));
                    }
                }
            }
            else if (bias is not null)
            {
                c0_0 = T.Create(bias[0]);

                if (sizeof(TColumns) > 1)
                {
                    c0_1 = T.Create(bias[0]);
                }

                if (sizeof(TColumns) > 2)
                {
                    c0_2 = T.Create(bias[0]);
                    c0_3 = T.Create(bias[0]);
                }

                if (sizeof(TColumns) > 4)
                {
                    c0_4 = T.Create(bias[0]);
                    c0_5 = T.Create(bias[0]);
                    c0_6 = T.Create(bias[0]);
                    c0_7 = T.Create(bias[0]);
                }

                if (sizeof(TRows) > 1)
                {
                    c1_0 = T.Create(bias[1]);

                    if (sizeof(TColumns) > 1)
                    {
                        c1_1 = T.Create(bias[1]);
                    }

                    if (sizeof(TColumns) > 2)
                    {
                        c1_2 = T.Create(bias[1]);
                        c1_3 = T.Create(bias[1]);
                    }
                }

                if (sizeof(TRows) > 2)
                {
                    c2_0 = T.Create(bias[2]);

                    if (sizeof(TColumns) > 1)
                    {
                        c2_1 = T.Create(bias[2]);
                    }
                }

                if (sizeof(TRows) > 3)
                {
                    c3_0 = T.Create(bias[3]);

                    if (sizeof(TColumns) > 1)
                    {
                        c3_1 = T.Create(bias[3]);
                    }
                }

                if (sizeof(TRows) > 4)
                {
                    c4_0 = T.Create(bias[4]);

                    if (sizeof(TColumns) > 1)
                    {
                        c4_1 = T.Create(bias[4]);
                    }
                }

                if (sizeof(TRows) > 5)
                {
                    c5_0 = T.Create(bias[5]);

                    if (sizeof(TColumns) > 1)
                    {
                        c5_1 = T.Create(bias[5]);
                    }
                }

                if (sizeof(TRows) > 6)
                {
                    c6_0 = T.Create(bias[6]);

                    if (sizeof(TColumns) > 1)
                    {
                        c6_1 = T.Create(bias[6]);
                    }
                }

                if (sizeof(TRows) > 7)
                {
                    c7_0 = T.Create(bias[7]);

                    if (sizeof(TColumns) > 1)
                    {
                        c7_1 = T.Create(bias[7]);
                    }
                }

                if (sizeof(TRows) > 8)
                {
                    c8_0 = T.Create(bias[8]);

                    if (sizeof(TColumns) > 1)
                    {
                        c8_1 = T.Create(bias[8]);
                    }
                }

                if (sizeof(TRows) > 9)
                {
                    c9_0 = T.Create(bias[9]);

                    if (sizeof(TColumns) > 1)
                    {
                        c9_1 = T.Create(bias[9]);
                    }
                }

                if (sizeof(TRows) > 10)
                {
                    c10_0 = T.Create(bias[10]);

                    if (sizeof(TColumns) > 1)
                    {
                        c10_1 = T.Create(bias[10]);
                    }
                }

                if (sizeof(TRows) > 11)
                {
                    c11_0 = T.Create(bias[11]);

                    if (sizeof(TColumns) > 1)
                    {
                        c11_1 = T.Create(bias[11]);
                    }
                }
            }

            for (Step* step = table; step < end; step++)
            {
                float* p = (float*)((byte*)planes + step->Plane);
                byte* a = (byte*)weights + step->Weight;
                byte* a3 = a + three;
                byte* a6 = a3 + three;
                byte* a9 = a6 + three;
                TVector v0 = T.Load(ref *p);
                TVector v1 = sizeof(TColumns) > 1 ? T.Load(ref *(p + T.Width)) : default;
                TVector v2 = sizeof(TColumns) > 2 ? T.Load(ref *(p + 2 * T.Width)) : default;
                TVector v3 = sizeof(TColumns) > 2 ? T.Load(ref *(p + 3 * T.Width)) : default;
                TVector v4 = sizeof(TColumns) > 4 ? T.Load(ref *(p + 4 * T.Width)) : default;
                TVector v5 = sizeof(TColumns) > 4 ? T.Load(ref *(p + 5 * T.Width)) : default;
                TVector v6 = sizeof(TColumns) > 4 ? T.Load(ref *(p + 6 * T.Width)) : default;
                TVector v7 = sizeof(TColumns) > 4 ? T.Load(ref *(p + 7 * T.Width)) : default;

                TVector b0 = T.Create(*(float*)a);
                c0_0 = T.MultiplyAdd(b0, v0, c0_0);

                if (sizeof(TColumns) > 1)
                {
                    c0_1 = T.MultiplyAdd(b0, v1, c0_1);
                }

                if (sizeof(TColumns) > 2)
                {
                    c0_2 = T.MultiplyAdd(b0, v2, c0_2);
                    c0_3 = T.MultiplyAdd(b0, v3, c0_3);
                }

                if (sizeof(TColumns) > 4)
                {
                    c0_4 = T.MultiplyAdd(b0, v4, c0_4);
                    c0_5 = T.MultiplyAdd(b0, v5, c0_5);
                    c0_6 = T.MultiplyAdd(b0, v6, c0_6);
                    c0_7 = T.MultiplyAdd(b0, v7, c0_7);
                }

                if (sizeof(TRows) > 1)
                {
                    TVector b1 = T.Create(*(float*)(a + row));
                    c1_0 = T.MultiplyAdd(b1, v0, c1_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c1_1 = T.MultiplyAdd(b1, v1, c1_1);
                    }

                    if (sizeof(TColumns) > 2)
                    {
                        c1_2 = T.MultiplyAdd(b1, v2, c1_2);
                        c1_3 = T.MultiplyAdd(b1, v3, c1_3);
                    }
                }

                if (sizeof(TRows) > 2)
                {
                    TVector b2 = T.Create(*(float*)(a + 2 * row));
                    c2_0 = T.MultiplyAdd(b2, v0, c2_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c2_1 = T.MultiplyAdd(b2, v1, c2_1);
                    }
                }

                if (sizeof(TRows) > 3)
                {
                    TVector b3 = T.Create(*(float*)a3);
                    c3_0 = T.MultiplyAdd(b3, v0, c3_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c3_1 = T.MultiplyAdd(b3, v1, c3_1);
                    }
                }

                if (sizeof(TRows) > 4)
                {
                    TVector b4 = T.Create(*(float*)(a3 + row));
                    c4_0 = T.MultiplyAdd(b4, v0, c4_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c4_1 = T.MultiplyAdd(b4, v1, c4_1);
                    }
                }

                if (sizeof(TRows) > 5)
                {
                    TVector b5 = T.Create(*(float*)(a3 + 2 * row));
                    c5_0 = T.MultiplyAdd(b5, v0, c5_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c5_1 = T.MultiplyAdd(b5, v1, c5_1);
                    }
                }

                if (sizeof(TRows) > 6)
                {
                    TVector b6 = T.Create(*(float*)a6);
                    c6_0 = T.MultiplyAdd(b6, v0, c6_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c6_1 = T.MultiplyAdd(b6, v1, c6_1);
                    }
                }

                if (sizeof(TRows) > 7)
                {
                    TVector b7 = T.Create(*(float*)(a6 + row));
                    c7_0 = T.MultiplyAdd(b7, v0, c7_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c7_1 = T.MultiplyAdd(b7, v1, c7_1);
                    }
                }

                if (sizeof(TRows) > 8)
                {
                    TVector b8 = T.Create(*(float*)(a6 + 2 * row));
                    c8_0 = T.MultiplyAdd(b8, v0, c8_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c8_1 = T.MultiplyAdd(b8, v1, c8_1);
                    }
                }

                if (sizeof(TRows) > 9)
                {
                    TVector b9 = T.Create(*(float*)a9);
                    c9_0 = T.MultiplyAdd(b9, v0, c9_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c9_1 = T.MultiplyAdd(b9, v1, c9_1);
                    }
                }

                if (sizeof(TRows) > 10)
                {
                    TVector b10 = T.Create(*(float*)(a9 + row));
                    c10_0 = T.MultiplyAdd(b10, v0, c10_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c10_1 = T.MultiplyAdd(b10, v1, c10_1);
                    }
                }

                if (sizeof(TRows) > 11)
                {
                    TVector b11 = T.Create(*(float*)(a9 + 2 * row));
                    c11_0 = T.MultiplyAdd(b11, v0, c11_0);

                    if (sizeof(TColumns) > 1)
                    {
                        c11_1 = T.MultiplyAdd(b11, v1, c11_1);
                    }
                }
            }

            T.Store(T.Apply(c0_0, activation), ref *y);

            if (sizeof(TColumns) > 1)
            {
                T.Store(T.Apply(c0_1, activation), ref *(y + T.Width));
            }

            if (sizeof(TColumns) > 2)
            {
                T.Store(T.Apply(c0_2, activation), ref *(y + 2 * T.Width));
                T.Store(T.Apply(c0_3, activation), ref *(y + 3 * T.Width));
            }

            if (sizeof(TColumns) > 4)
            {
                T.Store(T.Apply(c0_4, activation), ref *(y + 4 * T.Width));
                T.Store(T.Apply(c0_5, activation), ref *(y + 5 * T.Width));
                T.Store(T.Apply(c0_6, activation), ref *(y + 6 * T.Width));
                T.Store(T.Apply(c0_7, activation), ref *(y + 7 * T.Width));
            }

            if (sizeof(TRows) > 1)
            {
                T.Store(T.Apply(c1_0, activation), ref *(y + yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c1_1, activation), ref *(y + yRow + T.Width));
                }

                if (sizeof(TColumns) > 2)
                {
                    T.Store(T.Apply(c1_2, activation), ref *(y + yRow + 2 * T.Width));
                    T.Store(T.Apply(c1_3, activation), ref *(y + yRow + 3 * T.Width));
                }
            }

            if (sizeof(TRows) > 2)
            {
                T.Store(T.Apply(c2_0, activation), ref *(y + 2 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c2_1, activation), ref *(y + 2 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 3)
            {
                T.Store(T.Apply(c3_0, activation), ref *(y + 3 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c3_1, activation), ref *(y + 3 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 4)
            {
                T.Store(T.Apply(c4_0, activation), ref *(y + 4 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c4_1, activation), ref *(y + 4 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 5)
            {
                T.Store(T.Apply(c5_0, activation), ref *(y + 5 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c5_1, activation), ref *(y + 5 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 6)
            {
                T.Store(T.Apply(c6_0, activation), ref *(y + 6 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c6_1, activation), ref *(y + 6 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 7)
            {
                T.Store(T.Apply(c7_0, activation), ref *(y + 7 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c7_1, activation), ref *(y + 7 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 8)
            {
                T.Store(T.Apply(c8_0, activation), ref *(y + 8 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c8_1, activation), ref *(y + 8 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 9)
            {
                T.Store(T.Apply(c9_0, activation), ref *(y + 9 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c9_1, activation), ref *(y + 9 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 10)
            {
                T.Store(T.Apply(c10_0, activation), ref *(y + 10 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c10_1, activation), ref *(y + 10 * yRow + T.Width));
                }
            }

            if (sizeof(TRows) > 11)
            {
                T.Store(T.Apply(c11_0, activation), ref *(y + 11 * yRow));

                if (sizeof(TColumns) > 1)
                {
                    T.Store(T.Apply(c11_1, activation), ref *(y + 11 * yRow + T.Width));
                }
            }

            planes += sizeof(TColumns) * T.Width;
            y += sizeof(TColumns) * T.Width;
        }
    }
}
