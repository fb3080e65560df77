using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// The register tile under every dense kernel: up to twelve rows of one block of columns, each sum in a register of
/// its own, for a run of such tiles one below the other. Its strides make it serve all three products of a dense layer.
/// </summary>
internal static class Tile
{
    /// <summary>y[i, :] = f(start[i, :] + Σₛ a[i, s]·w[s, :]), s ascending whatever the number of rows.</summary>
    /// <typeparam name="TVector">The vector of the block.</typeparam>
    /// <typeparam name="TBlock">The columns; with twelve rows of two vectors 24 sums live in registers, with six 12.</typeparam>
    /// <typeparam name="TRows">One of <see cref="Rows"/>.</typeparam>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="tiles">The tiles, at least 1.</param>
    /// <param name="steps">The length of the sums.</param>
    /// <param name="a">a[0, 0]; every element is read on its own.</param>
    /// <param name="aRow">From a[i, s] to a[i + 1, s], in floats.</param>
    /// <param name="aStep">From a[i, s] to a[i, s + 1], in floats.</param>
    /// <param name="w">w[0, 0].</param>
    /// <param name="wStep">From w[s, :] to w[s + 1, :], in floats.</param>
    /// <param name="start">start[0, 0], or a null reference for zeros.</param>
    /// <param name="startRow">From start[i, :] to start[i + 1, :], in floats.</param>
    /// <param name="y">y[0, 0].</param>
    /// <param name="yRow">From y[i, :] to y[i + 1, :], in floats.</param>
    /// <param name="activation">f.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Multiply<TVector, TBlock, TRows, TActivation>(
        int tiles, int steps, ref float a, nint aRow, nint aStep, ref float w, nint wStep, ref float start, nint startRow, ref float y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TRows : unmanaged
        where TActivation : struct, IActivation
    {
        // Strides in bytes, and a base for every three rows: what x86 addresses without another register.
        aRow *= sizeof(float);
        aStep *= sizeof(float);
        wStep *= sizeof(float);
        for (int tile = 0; tile < tiles; tile++)
        {
            ref float a0 = ref a;
            ref float v0 = ref w;
            ref float a3 = ref Unsafe.AddByteOffset(ref a0, 3 * aRow);
            ref float a6 = ref Unsafe.AddByteOffset(ref a0, 6 * aRow);
            ref float a9 = ref Unsafe.AddByteOffset(ref a0, 9 * aRow);

            TBlock c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
            TBlock c6 = default, c7 = default, c8 = default, c9 = default, c10 = default, c11 = default;
            if (!Unsafe.IsNullRef(ref start))
            {
                c0 = TBlock.Load(ref start);

                if (sizeof(TRows) > 1)
                {
                    c1 = TBlock.Load(ref Unsafe.Add(ref start, startRow));
                }

                if (sizeof(TRows) > 2)
                {
                    c2 = TBlock.Load(ref Unsafe.Add(ref start, 2 * startRow));
                }

                if (sizeof(TRows) > 3)
                {
                    c3 = TBlock.Load(ref Unsafe.Add(ref start, 3 * startRow));
                }

                if (sizeof(TRows) > 4)
                {
                    c4 = TBlock.Load(ref Unsafe.Add(ref start, 4 * startRow));
                }

                if (sizeof(TRows) > 5)
                {
                    c5 = TBlock.Load(ref Unsafe.Add(ref start, 5 * startRow));
                }

                if (sizeof(TRows) > 6)
                {
                    c6 = TBlock.Load(ref Unsafe.Add(ref start, 6 * startRow));
                }

                if (sizeof(TRows) > 7)
                {
                    c7 = TBlock.Load(ref Unsafe.Add(ref start, 7 * startRow));
                }

                if (sizeof(TRows) > 8)
                {
                    c8 = TBlock.Load(ref Unsafe.Add(ref start, 8 * startRow));
                }

                if (sizeof(TRows) > 9)
                {
                    c9 = TBlock.Load(ref Unsafe.Add(ref start, 9 * startRow));
                }

                if (sizeof(TRows) > 10)
                {
                    c10 = TBlock.Load(ref Unsafe.Add(ref start, 10 * startRow));
                }

                if (sizeof(TRows) > 11)
                {
                    c11 = TBlock.Load(ref Unsafe.Add(ref start, 11 * startRow));
                }
            }

            for (int s = 0; s < steps; s++)
            {
                TBlock v = TBlock.Load(ref v0);
                c0 = TBlock.MultiplyAdd(TBlock.Broadcast(a0), v, c0);

                if (sizeof(TRows) > 1)
                {
                    c1 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a0, aRow)), v, c1);
                }

                if (sizeof(TRows) > 2)
                {
                    c2 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a0, 2 * aRow)), v, c2);
                }

                if (sizeof(TRows) > 3)
                {
                    c3 = TBlock.MultiplyAdd(TBlock.Broadcast(a3), v, c3);
                }

                if (sizeof(TRows) > 4)
                {
                    c4 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a3, aRow)), v, c4);
                }

                if (sizeof(TRows) > 5)
                {
                    c5 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a3, 2 * aRow)), v, c5);
                }

                if (sizeof(TRows) > 6)
                {
                    c6 = TBlock.MultiplyAdd(TBlock.Broadcast(a6), v, c6);
                }

                if (sizeof(TRows) > 7)
                {
                    c7 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a6, aRow)), v, c7);
                }

                if (sizeof(TRows) > 8)
                {
                    c8 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a6, 2 * aRow)), v, c8);
                }

                if (sizeof(TRows) > 9)
                {
                    c9 = TBlock.MultiplyAdd(TBlock.Broadcast(a9), v, c9);
                }

                if (sizeof(TRows) > 10)
                {
                    c10 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a9, aRow)), v, c10);
                }

                if (sizeof(TRows) > 11)
                {
                    c11 = TBlock.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a9, 2 * aRow)), v, c11);
                }

                v0 = ref Unsafe.AddByteOffset(ref v0, wStep);
                a0 = ref Unsafe.AddByteOffset(ref a0, aStep);
                if (sizeof(TRows) > 3)
                {
                    a3 = ref Unsafe.AddByteOffset(ref a3, aStep);
                }

                if (sizeof(TRows) > 6)
                {
                    a6 = ref Unsafe.AddByteOffset(ref a6, aStep);
                }

                if (sizeof(TRows) > 9)
                {
                    a9 = ref Unsafe.AddByteOffset(ref a9, aStep);
                }
            }

            c0.Apply(activation).Store(ref y);

            if (sizeof(TRows) > 1)
            {
                c1.Apply(activation).Store(ref Unsafe.Add(ref y, yRow));
            }

            if (sizeof(TRows) > 2)
            {
                c2.Apply(activation).Store(ref Unsafe.Add(ref y, 2 * yRow));
            }

            if (sizeof(TRows) > 3)
            {
                c3.Apply(activation).Store(ref Unsafe.Add(ref y, 3 * yRow));
            }

            if (sizeof(TRows) > 4)
            {
                c4.Apply(activation).Store(ref Unsafe.Add(ref y, 4 * yRow));
            }

            if (sizeof(TRows) > 5)
            {
                c5.Apply(activation).Store(ref Unsafe.Add(ref y, 5 * yRow));
            }

            if (sizeof(TRows) > 6)
            {
                c6.Apply(activation).Store(ref Unsafe.Add(ref y, 6 * yRow));
            }

            if (sizeof(TRows) > 7)
            {
                c7.Apply(activation).Store(ref Unsafe.Add(ref y, 7 * yRow));
            }

            if (sizeof(TRows) > 8)
            {
                c8.Apply(activation).Store(ref Unsafe.Add(ref y, 8 * yRow));
            }

            if (sizeof(TRows) > 9)
            {
                c9.Apply(activation).Store(ref Unsafe.Add(ref y, 9 * yRow));
            }

            if (sizeof(TRows) > 10)
            {
                c10.Apply(activation).Store(ref Unsafe.Add(ref y, 10 * yRow));
            }

            if (sizeof(TRows) > 11)
            {
                c11.Apply(activation).Store(ref Unsafe.Add(ref y, 11 * yRow));
            }

            a = ref Unsafe.AddByteOffset(ref a, sizeof(TRows) * aRow);
            y = ref Unsafe.Add(ref y, sizeof(TRows) * yRow);
            if (!Unsafe.IsNullRef(ref start))
            {
                start = ref Unsafe.Add(ref start, sizeof(TRows) * startRow);
            }
        }
    }
}
