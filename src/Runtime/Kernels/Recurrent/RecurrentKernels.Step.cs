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
    /// One step of one sequence: what a forward pass gives after it, to the last bit.
    /// </summary>
    /// <param name="sizes">The layer, with one step.</param>
    /// <param name="x">The F inputs of the step; nothing behind them is read.</param>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="state">The state before the step, H numbers, and of an LSTM the H of the cell behind it. Receives those after it; nothing behind them is read or written.</param>
    /// <param name="y">Receives the state after the step, H numbers; the padding up to a multiple of 16 becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step(in RecurrentSizes sizes, ref float x, ref float parameters, ref float state, ref float y)
    {
        if (!GRUStep.Takes(sizes))
        {
            StepInMemory(sizes, ref x, ref parameters, ref state, ref y);
            return;
        }

        fixed (float* xs = &x, ps = &parameters, ss = &state, ys = &y)
        {
            GRUStep.Do(sizes, xs, ps, ss, ys);
        }
    }

    /// <summary>A step whose gates lie in memory between their sums and their functions.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StepInMemory(in RecurrentSizes sizes, ref float x, ref float parameters, ref float state, ref float y)
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

    /// <summary>Two rows of gates, and room for a state and a cell that do not fill their last vector.</summary>
    private static int StepMemory(in RecurrentSizes sizes) => 2 * sizes.GateStride + 2 * sizes.UnitStride;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* y, float* memory)
    {
        if (Vector512Operations.IsChosen)
        {
            Products<Vector512<float>, Vector512Operations>(sizes, x, parameters, state, memory);
        }
        else
        {
            Products<Vector<float>, VectorOperations>(sizes, x, parameters, state, memory);
        }

        if (sizes.FillsVector512)
        {
            Cells<Vector512Elements>(sizes, state, y, memory);
        }
        else
        {
            Cells<VectorElements>(sizes, state, y, memory);
        }
    }

    /// <summary>What the input and the state bring to the gates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products<TVector, TOperations>(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* memory)
        where TVector : struct
        where TOperations : struct, IVectorOperations<TVector>
    {
        int gateUnits = sizes.GateUnits;
        float* biases = sizes.Bias ? parameters + sizes.InputBias : null;
        RowProduct.Write<TVector, TOperations>(
            sizes.Units, gateUnits, state, parameters + sizes.StateWeights, biases is null ? null : biases + Panels.Padded(gateUnits), memory + sizes.GateStride);
        RowProduct.Write<TVector, TOperations>(sizes.Inputs, gateUnits, x, parameters, biases, memory);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cells<T>(in RecurrentSizes sizes, float* state, float* y, float* memory)
        where T : struct, IElements<T>
    {
        int units = sizes.Units;
        float* products = memory + sizes.GateStride;

        // Behind a state that fills its last vector nothing of another's is read or written.
        float* own = state;
        if (units % T.Count != 0)
        {
            // What the last vectors hold beside the units is computed with too, and slowly where it is denormal.
            int padded = Panels.Padded(sizes.GateUnits);
            new Span<float>(memory + padded, sizes.GateStride - padded).Clear();
            new Span<float>(products + padded, sizes.GateStride - padded + 2 * sizes.UnitStride).Clear();
            own = products + sizes.GateStride;
            FloatRows.Copy(state, own, units);
            if (sizes.HasCells)
            {
                FloatRows.Copy(state + units, own + sizes.UnitStride, units);
            }
        }

        float* cell = own == state ? state + units : own + sizes.UnitStride;
        var row = new CellRow { Units = units, Gates = memory, Products = products, Before = own, State = own, CellBefore = cell, Cell = cell };
        switch (sizes.Kind)
        {
            case RecurrentKind.Tanh:
                TanhCell.Forward<T>(row);
                break;
            case RecurrentKind.ReLU:
                ReLUCell.Forward<T>(row);
                break;
            case RecurrentKind.LSTM:
                LSTMCell.Forward<T>(row);
                break;
            default:
                GRUCell.Forward<T>(row);
                break;
        }

        Panels.ClearPadding(ref *y, units);
        if (own == state)
        {
            for (int unit = 0; unit < units; unit += T.Count)
            {
                T.Load(ref own[unit]).Store(ref y[unit]);
            }

            return;
        }

        FloatRows.Copy(own, y, units);
        FloatRows.Copy(own, state, units);
        if (sizes.HasCells)
        {
            FloatRows.Copy(cell, state + units, units);
        }
    }
}
