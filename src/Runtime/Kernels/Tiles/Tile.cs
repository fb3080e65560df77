using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// The register tile under every dense kernel: up to twelve rows of one block of columns, for a run of such tiles one
/// below the other. Its strides make it serve all three products of a dense layer.
/// </summary>
internal static class Tile
{
    /// <summary>y[i, :] = f(start[i, :] + Σₛ a[i, s]·w[s, :]), s ascending whatever the number of rows.</summary>
    /// <typeparam name="TVector">The vector of the block.</typeparam>
    /// <typeparam name="TBlock">The columns: twelve rows of two vectors, or six of four, are 24 sums in registers; six of two are 12.</typeparam>
    /// <typeparam name="TRows">One of <see cref="Rows"/>.</typeparam>
    /// <typeparam name="TOrder">How a lies in memory.</typeparam>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="tiles">The tiles, at least 1.</param>
    /// <param name="steps">The length of the sums.</param>
    /// <param name="a">a[0, 0]; every element is read on its own.</param>
    /// <param name="aStride">From a row of a to the next, or from a column to the next, in floats.</param>
    /// <param name="w">w[0, 0].</param>
    /// <param name="wStep">From w[s, :] to w[s + 1, :], in floats.</param>
    /// <param name="wFar">The distance of a block of w, in floats.</param>
    /// <param name="start">start[0, 0], or a null reference for zeros.</param>
    /// <param name="startRow">From start[i, :] to start[i + 1, :], in floats.</param>
    /// <param name="y">y[0, 0].</param>
    /// <param name="yRow">From y[i, :] to y[i + 1, :], in floats.</param>
    /// <param name="far">The distance of a block of start and of y, in floats.</param>
    /// <param name="activation">f.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Multiply<TVector, TBlock, TRows, TOrder, TActivation>(
        int tiles, int steps, ref float a, nint aStride, ref float w, nint wStep, nint wFar, ref float start, nint startRow, ref float y, nint yRow, nint far, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TRows : unmanaged
        where TOrder : struct, IOrder
        where TActivation : struct, IActivation
    {
        nint row = TOrder.Row(aStride);
        nint step = TOrder.Step(aStride);
        for (int tile = 0; tile < tiles; tile++)
        {
            ref float v = ref w;
            ref float a0 = ref a;
            ref float a3 = ref Unsafe.AddByteOffset(ref a, 3 * row);
            ref float a6 = ref Unsafe.AddByteOffset(ref a, 6 * row);
            ref float a9 = ref Unsafe.AddByteOffset(ref a, 9 * row);
            Sums<TVector, TBlock, TRows> sums = default;
            if (!Unsafe.IsNullRef(ref start))
            {
                sums.Load(ref start, startRow, far);
                start = ref Unsafe.Add(ref start, sizeof(TRows) * startRow);
            }

            // Two steps at a time, so that counting and addressing take less of what a processor decodes.
            int s = 1;
            for (; s < steps; s += 2)
            {
                TBlock first = default;
                first.Load(ref v, wFar);
                sums.MultiplyAdd(first, ref a0, ref a3, ref a6, ref a9, row, 0);
                TBlock second = default;
                second.Load(ref Unsafe.Add(ref v, wStep), wFar);
                sums.MultiplyAdd(second, ref a0, ref a3, ref a6, ref a9, row, step);
                v = ref Unsafe.Add(ref v, 2 * wStep);
                a0 = ref Unsafe.AddByteOffset(ref a0, 2 * step);
                if (sizeof(TRows) > 3)
                {
                    a3 = ref Unsafe.AddByteOffset(ref a3, 2 * step);
                }

                if (sizeof(TRows) > 6)
                {
                    a6 = ref Unsafe.AddByteOffset(ref a6, 2 * step);
                }

                if (sizeof(TRows) > 9)
                {
                    a9 = ref Unsafe.AddByteOffset(ref a9, 2 * step);
                }
            }

            if (s == steps)
            {
                TBlock last = default;
                last.Load(ref v, wFar);
                sums.MultiplyAdd(last, ref a0, ref a3, ref a6, ref a9, row, 0);
            }

            sums.Store(ref y, yRow, far, activation);
            a = ref Unsafe.AddByteOffset(ref a, sizeof(TRows) * row);
            y = ref Unsafe.Add(ref y, sizeof(TRows) * yRow);
        }
    }
}
