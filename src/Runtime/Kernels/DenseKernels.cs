using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// The products of a dense layer z = W·x + b and its gradients, for rows of examples. W lies in <see cref="Panels"/>,
/// examples row by row. Nothing is checked and nothing allocated: generated code calls with what it has laid out.
/// </summary>
/// <remarks>
/// Every sum runs in ascending order with one accumulator, so that the result of a row has the same bits whether the
/// row comes alone or in a batch, and the same bits at every vector width where the machine has fused multiply-add.
/// </remarks>
public static class DenseKernels
{
    /// <summary>The rows that a weight gradient sums in one go: each lies on a page of its own, of which the processor knows some 64.</summary>
    private const int MostRows = 80;

    /// <summary>y[row, :] = f(b + W·x[row, :]), summed over the inputs in ascending order, starting from b.</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="x">[rows, inputs] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">W [units, inputs] in panels.</param>
    /// <param name="bias">b, <see cref="Panels.Padded"/>(units) floats, or a null reference for none.</param>
    /// <param name="y">Receives [rows, Padded(units)] at <paramref name="yStride"/>; the padding becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats, at least Padded(units).</param>
    /// <param name="activation">f.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward<TActivation>(
        int rows, int inputs, int units, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation)
        where TActivation : struct, IActivation
    {
        if (Vector512Operations.IsChosen)
        {
            Forward<Vector512<float>, Vector512Operations, TActivation>(rows, inputs, units, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);
        }
        else
        {
            Forward<Vector<float>, VectorOperations, TActivation>(rows, inputs, units, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);
        }
    }

    /// <summary>dW = Σ dz[row]·x[row]ᵀ over the rows in ascending order; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="x">[rows, inputs] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dz">∂J/∂z, [rows, Padded(units)] at <paramref name="dzStride"/>; the padding is zero.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats, at least Padded(units).</param>
    /// <param name="dW">Receives ∂J/∂W in panels; the padding becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void WeightGradient(int rows, int inputs, int units, ref float x, int xStride, ref float dz, int dzStride, ref float dW)
    {
        if (Vector512Operations.IsChosen)
        {
            WeightGradient<Vector512<float>, Vector512Operations>(rows, inputs, units, ref x, xStride, ref dz, dzStride, ref dW);
        }
        else
        {
            WeightGradient<Vector<float>, VectorOperations>(rows, inputs, units, ref x, xStride, ref dz, dzStride, ref dW);
        }
    }

    /// <summary>db = Σ dz[row] over the rows in ascending order; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="dz">∂J/∂z, [rows, Padded(units)] at <paramref name="dzStride"/>; the padding is zero.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats, at least Padded(units).</param>
    /// <param name="db">Receives ∂J/∂b, Padded(units) floats; the padding becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BiasGradient(int rows, int units, ref float dz, int dzStride, ref float db)
    {
        if (Vector512Operations.IsChosen)
        {
            BiasGradient<Vector512<float>, Vector512Operations>(rows, units, ref dz, dzStride, ref db);
        }
        else
        {
            BiasGradient<Vector<float>, VectorOperations>(rows, units, ref dz, dzStride, ref db);
        }
    }

    /// <summary>dx[row, :] = Wᵀ·dz[row], summed over the units in ascending order, starting from dx where it accumulates.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="dz">∂J/∂z, [rows, units] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="transposed">Wᵀ [inputs, units] in panels, from <see cref="Panels.Transpose"/>.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, Padded(inputs)] at <paramref name="dxStride"/>; its padding becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats, at least Padded(inputs).</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void InputGradient(
        int rows, int inputs, int units, ref float dz, int dzStride, ref float transposed, ref float dx, int dxStride, bool accumulate)
    {
        if (Vector512Operations.IsChosen)
        {
            InputGradient<Vector512<float>, Vector512Operations>(rows, inputs, units, ref dz, dzStride, ref transposed, ref dx, dxStride, accumulate);
        }
        else
        {
            InputGradient<Vector<float>, VectorOperations>(rows, inputs, units, ref dz, dzStride, ref transposed, ref dx, dxStride, accumulate);
        }
    }

    /// <summary>y[unit, :] = f(y[unit, :] + Σ W[unit, k]·x[k, :]) of sixteen lanes: the tile with its sides exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Lanes<TActivation>(int inputs, int units, ref float x, ref float weights, ref float y, TActivation activation)
        where TActivation : struct, IActivation
    {
        if (Vector512Operations.IsChosen)
        {
            Lanes<Vector512<float>, Vector512Operations, TActivation>(inputs, units, ref x, ref weights, ref y, activation);
        }
        else
        {
            Lanes<Vector<float>, VectorOperations, TActivation>(inputs, units, ref x, ref weights, ref y, activation);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward<TVector, T, TActivation>(
        int rows, int inputs, int units, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        Multiply<TVector, T, TActivation>(rows, inputs, units, ref x, xStride, ref weights, ref bias, 0, ref y, yStride, keepsPadding: false, activation);
        int padding = Panels.Padded(units) - units;
        if (padding > 0 && !Strip.IsFused<TActivation>())
        {
            // f(0) need not be zero, the padding is.
            for (int row = 0; row < rows; row++)
            {
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref y, (nint)row * yStride + units), padding).Clear();
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void WeightGradient<TVector, T>(int rows, int inputs, int units, ref float x, int xStride, ref float dz, int dzStride, ref float dW)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        int columns = Panels.Padded(units);
        int parts = (rows + MostRows - 1) / MostRows;
        Span<float> memory = stackalloc float[(TakesTwoPanels<TVector>(columns) ? 2 : 1) * MostRows * Panels.Width + 16];
        ref float packed = ref Scratch.Align(memory);
        for (int part = 0; part < parts; part++)
        {
            int first = (int)Division.Start(rows, part, parts);
            int count = (int)Division.Start(rows, part + 1, parts) - first;
            ref float inputsOfPart = ref Unsafe.Add(ref x, (nint)first * xStride);
            for (int column = 0; column < columns;)
            {
                int width = Math.Min(Panels.Width, columns - column);
                ref float panel = ref Unsafe.Add(ref dW, (nint)column * inputs);
                ref float start = ref part == 0 ? ref Unsafe.NullRef<float>() : ref panel;
                ref float slopes = ref Unsafe.Add(ref dz, (nint)first * dzStride + column);
                Pack<TVector, T>(count, width, ref slopes, dzStride, ref packed);
                if (TakesTwoPanels<TVector>(columns - column))
                {
                    int far = count * Panels.Width;
                    Pack<TVector, T>(count, width, ref Unsafe.Add(ref slopes, Panels.Width), dzStride, ref Unsafe.Add(ref packed, far));
                    Strip.Multiply<TVector, TwinBlock<TVector, PairBlock<TVector, SingleBlock<TVector, T>>>, ColumnMajor, IdentityActivation>(
                        inputs, count, ref inputsOfPart, xStride, ref packed, width, far, ref start, width, ref panel, width, (nint)inputs * Panels.Width, default);
                    column += 2 * Panels.Width;
                }
                else
                {
                    Panel<TVector, T, ColumnMajor, IdentityActivation>(
                        units - column, width, inputs, count, ref inputsOfPart, xStride, ref packed, width, ref start, width, ref panel, width, keepsPadding: part > 0, default);
                    column += width;
                }
            }
        }
    }

    /// <summary>A panel of dz in one piece, on a few pages instead of one for every row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pack<TVector, T>(int rows, int width, ref float dz, int dzStride, ref float packed)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < width; column += T.Width)
            {
                T.Store(T.Load(ref Unsafe.Add(ref dz, column)), ref Unsafe.Add(ref packed, column));
            }

            dz = ref Unsafe.Add(ref dz, dzStride);
            packed = ref Unsafe.Add(ref packed, width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void BiasGradient<TVector, T>(int rows, int units, ref float dz, int dzStride, ref float db)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        // As many sums side by side as there are: each waits for itself only.
        int columns = Panels.Padded(units);
        int four = 4 * T.Width;
        int column = 0;
        for (; column + four <= columns; column += four)
        {
            Sum<TVector, PairBlock<TVector, PairBlock<TVector, SingleBlock<TVector, T>>>>(rows, ref Unsafe.Add(ref dz, column), dzStride, ref Unsafe.Add(ref db, column));
        }

        for (; column < columns; column += T.Width)
        {
            Sum<TVector, SingleBlock<TVector, T>>(rows, ref Unsafe.Add(ref dz, column), dzStride, ref Unsafe.Add(ref db, column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TVector, TBlock>(int rows, ref float dz, int dzStride, ref float db)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
    {
        TVector one = TBlock.Broadcast(1);
        TBlock sum = default;
        for (int row = 0; row < rows; row++)
        {
            TBlock slopes = default;
            slopes.Load(ref dz, far: 0);
            sum.MultiplyAdd(one, slopes);
            dz = ref Unsafe.Add(ref dz, dzStride);
        }

        sum.Store(ref db, far: 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void InputGradient<TVector, T>(
        int rows, int inputs, int units, ref float dz, int dzStride, ref float transposed, ref float dx, int dxStride, bool accumulate)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        ref float start = ref accumulate ? ref dx : ref Unsafe.NullRef<float>();
        Multiply<TVector, T, IdentityActivation>(rows, units, inputs, ref dz, dzStride, ref transposed, ref start, dxStride, ref dx, dxStride, accumulate, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Lanes<TVector, T, TActivation>(int inputs, int units, ref float x, ref float weights, ref float y, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation =>
        Panel<TVector, T, ColumnMajor, TActivation>(
            LaneKernels.Lanes, LaneKernels.Lanes, units, inputs, ref weights, Panels.Padded(units), ref x, LaneKernels.Lanes, ref y, LaneKernels.Lanes, ref y, LaneKernels.Lanes, keepsPadding: true, activation);

    /// <summary>y[row, :] = f(start[row, :] + a[row, :]·w), w [steps, columns] in panels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<TVector, T, TActivation>(
        int rows, int steps, int columns, ref float a, int aStride, ref float w, ref float start, int startStride, ref float y, int yStride, bool keepsPadding, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        int padded = Panels.Padded(columns);
        for (int column = 0; column < padded;)
        {
            int width = Math.Min(Panels.Width, padded - column);
            ref float panel = ref Unsafe.Add(ref w, (nint)column * steps);
            ref float first = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, column);
            ref float results = ref Unsafe.Add(ref y, column);
            if (TakesTwoPanels<TVector>(padded - column))
            {
                Strip.Multiply<TVector, TwinBlock<TVector, PairBlock<TVector, SingleBlock<TVector, T>>>, RowMajor, TActivation>(
                    rows, steps, ref a, aStride, ref panel, width, (nint)steps * Panels.Width, ref first, startStride, ref results, yStride, Panels.Width, activation);
                column += 2 * Panels.Width;
            }
            else
            {
                Panel<TVector, T, RowMajor, TActivation>(
                    columns - column, width, rows, steps, ref a, aStride, ref panel, width, ref first, startStride, ref results, yStride, keepsPadding, activation);
                column += width;
            }
        }
    }

    /// <summary>
    /// Whether two panels are taken at once: six rows of four vectors are as many sums as twelve of two, and what is
    /// read for them is less. Narrow vectors lack the registers.
    /// </summary>
    /// <param name="columns">The padded columns that are left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakesTwoPanels<TVector>(int columns)
        where TVector : struct => Registers.AreMany<TVector>() && columns >= 2 * Panels.Width;

    /// <summary>
    /// The strips of a panel of some width: pairs of blocks, and where one block holds all columns that are left, that
    /// block. What the panel has beyond the columns is padding.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Panel<TVector, T, TOrder, TActivation>(
        int columns, int width, int rows, int steps, ref float a, nint aStride, ref float w, nint wStep, ref float start, nint startRow, ref float y, nint yRow, bool keepsPadding, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TOrder : struct, IOrder
        where TActivation : struct, IActivation
    {
        int column = 0;
        while (column < Math.Min(columns, width))
        {
            ref float first = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, column);
            ref float vectors = ref Unsafe.Add(ref w, column);
            ref float results = ref Unsafe.Add(ref y, column);
            if (columns - column > T.Width)
            {
                Strip.Multiply<TVector, PairBlock<TVector, SingleBlock<TVector, T>>, TOrder, TActivation>(rows, steps, ref a, aStride, ref vectors, wStep, 0, ref first, startRow, ref results, yRow, 0, activation);
                column += 2 * T.Width;
            }
            else
            {
                Strip.Multiply<TVector, SingleBlock<TVector, T>, TOrder, TActivation>(rows, steps, ref a, aStride, ref vectors, wStep, 0, ref first, startRow, ref results, yRow, 0, activation);
                column += T.Width;
            }
        }

        for (; column < width && !keepsPadding; column += T.Width)
        {
            for (int row = 0; row < rows; row++)
            {
                T.Store(default, ref Unsafe.Add(ref y, row * yRow + column));
            }
        }
    }
}
