using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public static unsafe partial class RecurrentKernels
{
    /// <summary>The most floats of a step that lie on the stack.</summary>
    private const int MostOnStack = 4096;

    [ThreadStatic]
    private static AlignedBuffer<float>? memoryOfStep;

    /// <summary>
    /// One step of one sequence: what <see cref="Forward"/> gives after it, to the last bit.
    /// </summary>
    /// <param name="sizes">The layer, with one step.</param>
    /// <param name="x">The F inputs of the step; nothing behind them is read.</param>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="state">The state before the step, H numbers, and of an LSTM the H of the cell behind it. Receives those after it; nothing behind them is read or written.</param>
    /// <param name="y">Receives the state after the step, H numbers; the padding up to a multiple of 16 becomes zero.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step(in RecurrentSizes sizes, ref float x, ref float parameters, ref float state, ref float y)
    {
        int length = StepMemory(sizes);
        if (length > MostOnStack)
        {
            if (memoryOfStep is null || memoryOfStep.Length < length)
            {
                memoryOfStep = new AlignedBuffer<float>(length);
            }

            fixed (float* xs = &x, ps = &parameters, ss = &state, ys = &y, memory = &memoryOfStep.First)
            {
                Step(sizes, xs, ps, ss, ys, memory);
            }
        }
        else
        {
            float* memory = stackalloc float[length + 16];
            fixed (float* xs = &x, ps = &parameters, ss = &state, ys = &y)
            {
                Step(sizes, xs, ps, ss, ys, (float*)(((nuint)memory + 63) & ~(nuint)63));
            }
        }
    }

    /// <summary>Two rows of gates, the state and the cell before the step, and the state and the cell after it.</summary>
    private static int StepMemory(in RecurrentSizes sizes) => 2 * sizes.GateStride + 4 * sizes.UnitStride;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* y, float* memory)
    {
        switch (sizes.Kind)
        {
            case RecurrentKind.Tanh:
                Step<TanhCell>(sizes, x, parameters, state, y, memory);
                break;
            case RecurrentKind.ReLU:
                Step<ReLUCell>(sizes, x, parameters, state, y, memory);
                break;
            case RecurrentKind.LSTM:
                Step<LSTMCell>(sizes, x, parameters, state, y, memory);
                break;
            default:
                Step<GRUCell>(sizes, x, parameters, state, y, memory);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step<TCell>(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* y, float* memory)
        where TCell : struct, ICell
    {
        if (Vector512.IsHardwareAccelerated && Vector<float>.Count < Vector512<float>.Count)
        {
            Step<TCell, Vector512Elements, Vector512<float>, Vector512Operations>(sizes, x, parameters, state, y, memory);
        }
        else
        {
            Step<TCell, VectorElements, Vector<float>, VectorOperations>(sizes, x, parameters, state, y, memory);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step<TCell, T, TVector, TOperations>(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* y, float* memory)
        where TCell : struct, ICell
        where T : struct, IElements<T>
        where TVector : struct
        where TOperations : struct, IVectorOperations<TVector>
    {
        int units = sizes.Units;
        float* before = memory + 2 * sizes.GateStride;
        var row = new CellRow
        {
            Units = units,
            Gates = memory,
            Products = memory + sizes.GateStride,
            Before = before,
            State = before + sizes.UnitStride,
            CellBefore = before + 2 * sizes.UnitStride,
            Cell = before + 3 * sizes.UnitStride,
        };
        RowProduct.Write<TVector, TOperations>(
            units, sizes.GateUnits, state, parameters + sizes.StateWeights, sizes.Bias ? parameters + sizes.StateBias : null, row.Products);
        RowProduct.Write<TVector, TOperations>(
            sizes.Inputs, sizes.GateUnits, x, parameters, sizes.Bias ? parameters + sizes.InputBias : null, row.Gates);
        RecurrentRows.Copy(state, row.Before, units);
        if (sizes.HasCells)
        {
            RecurrentRows.Copy(state + units, row.CellBefore, units);
        }

        for (int unit = 0; unit < units; unit += T.Count)
        {
            TCell.Forward<T>(row, unit);
        }

        RecurrentRows.Copy(row.State, state, units);
        RecurrentRows.Copy(row.State, y, units);
        new Span<float>(y + units, Panels.Padded(units) - units).Clear();
        if (sizes.HasCells)
        {
            RecurrentRows.Copy(row.Cell, state + units, units);
        }
    }
}
