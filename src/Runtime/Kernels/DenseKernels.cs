using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public static void Forward<TActivation>(
        int rows, int inputs, int units, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation)
        where TActivation : struct, IActivation
    {
        if (IsVector512)
        {
            Forward<Vector512<float>, Vector512Block, TActivation>(rows, inputs, units, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);
        }
        else
        {
            Forward<Vector<float>, VectorBlock, TActivation>(rows, inputs, units, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);
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
    public static void WeightGradient(int rows, int inputs, int units, ref float x, int xStride, ref float dz, int dzStride, ref float dW)
    {
        if (IsVector512)
        {
            WeightGradient<Vector512<float>, Vector512Block>(rows, inputs, units, ref x, xStride, ref dz, dzStride, ref dW);
        }
        else
        {
            WeightGradient<Vector<float>, VectorBlock>(rows, inputs, units, ref x, xStride, ref dz, dzStride, ref dW);
        }
    }

    /// <summary>db = Σ dz[row] over the rows in ascending order; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="dz">∂J/∂z, [rows, Padded(units)] at <paramref name="dzStride"/>; the padding is zero.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats, at least Padded(units).</param>
    /// <param name="db">Receives ∂J/∂b, Padded(units) floats; the padding becomes zero.</param>
    public static void BiasGradient(int rows, int units, ref float dz, int dzStride, ref float db)
    {
        if (IsVector512)
        {
            BiasGradient<Vector512<float>, Vector512Block>(rows, units, ref dz, dzStride, ref db);
        }
        else
        {
            BiasGradient<Vector<float>, VectorBlock>(rows, units, ref dz, dzStride, ref db);
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
    public static void InputGradient(
        int rows, int inputs, int units, ref float dz, int dzStride, ref float transposed, ref float dx, int dxStride, bool accumulate)
    {
        if (IsVector512)
        {
            InputGradient<Vector512<float>, Vector512Block>(rows, inputs, units, ref dz, dzStride, ref transposed, ref dx, dxStride, accumulate);
        }
        else
        {
            InputGradient<Vector<float>, VectorBlock>(rows, inputs, units, ref dz, dzStride, ref transposed, ref dx, dxStride, accumulate);
        }
    }

    private static bool IsVector512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated && Vector<float>.Count < Vector512<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward<TVector, TBlock, TActivation>(
        int rows, int inputs, int units, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        Multiply<TVector, TBlock, TActivation>(rows, inputs, Panels.Padded(units), ref x, xStride, ref weights, ref bias, 0, ref y, yStride, activation);
        if (!Strip.IsFused<TActivation>())
        {
            // f(0) need not be zero, the padding is.
            for (int row = 0; row < rows; row++)
            {
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref y, (nint)row * yStride + units), Panels.Padded(units) - units).Clear();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void WeightGradient<TVector, TBlock>(int rows, int inputs, int units, ref float x, int xStride, ref float dz, int dzStride, ref float dW)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
    {
        int columns = Panels.Padded(units);
        for (int column = 0; column < columns; column += Panels.Width)
        {
            int width = Math.Min(Panels.Width, columns - column);
            ref float panel = ref Unsafe.Add(ref dW, (nint)column * inputs);
            Panel<TVector, TBlock, IdentityActivation>(
                width, inputs, rows, ref x, 1, xStride, ref Unsafe.Add(ref dz, column), dzStride, ref Unsafe.NullRef<float>(), 0, ref panel, width, default);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void BiasGradient<TVector, TBlock>(int rows, int units, ref float dz, int dzStride, ref float db)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
    {
        // db = 1ᵀ·dz: one row whose every element is the same 1.
        float one = 1;
        int columns = Panels.Padded(units);
        for (int column = 0; column < columns; column += Panels.Width)
        {
            Panel<TVector, TBlock, IdentityActivation>(
                Math.Min(Panels.Width, columns - column), 1, rows, ref one, 0, 0, ref Unsafe.Add(ref dz, column), dzStride, ref Unsafe.NullRef<float>(), 0, ref Unsafe.Add(ref db, column), 0, default);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void InputGradient<TVector, TBlock>(
        int rows, int inputs, int units, ref float dz, int dzStride, ref float transposed, ref float dx, int dxStride, bool accumulate)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
    {
        ref float start = ref accumulate ? ref dx : ref Unsafe.NullRef<float>();
        Multiply<TVector, TBlock, IdentityActivation>(rows, units, Panels.Padded(inputs), ref dz, dzStride, ref transposed, ref start, dxStride, ref dx, dxStride, default);
    }

    /// <summary>y[row, :] = f(start[row, :] + a[row, :]·w), w [steps, columns] in panels.</summary>
    private static void Multiply<TVector, TBlock, TActivation>(
        int rows, int steps, int columns, ref float a, int aStride, ref float w, ref float start, int startStride, ref float y, int yStride, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        for (int column = 0; column < columns; column += Panels.Width)
        {
            int width = Math.Min(Panels.Width, columns - column);
            ref float first = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, column);
            Panel<TVector, TBlock, TActivation>(
                width, rows, steps, ref a, aStride, 1, ref Unsafe.Add(ref w, (nint)column * steps), width, ref first, startStride, ref Unsafe.Add(ref y, column), yStride, activation);
        }
    }

    /// <summary>The strips of a panel: pairs of blocks, and where a panel is one block wide, that block.</summary>
    private static void Panel<TVector, TBlock, TActivation>(
        int width, int rows, int steps, ref float a, nint aRow, nint aStep, ref float w, nint wStep, ref float start, nint startRow, ref float y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TActivation : struct, IActivation
    {
        int pair = PairBlock<TVector, TBlock>.Width;
        for (int column = 0; column < width; column += pair)
        {
            ref float first = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, column);
            if (pair <= width)
            {
                Strip.Multiply<TVector, PairBlock<TVector, TBlock>, TActivation>(
                    rows, steps, ref a, aRow, aStep, ref Unsafe.Add(ref w, column), wStep, ref first, startRow, ref Unsafe.Add(ref y, column), yRow, activation);
            }
            else
            {
                Strip.Multiply<TVector, TBlock, TActivation>(
                    rows, steps, ref a, aRow, aStep, ref Unsafe.Add(ref w, column), wStep, ref first, startRow, ref Unsafe.Add(ref y, column), yRow, activation);
            }
        }
    }
}
