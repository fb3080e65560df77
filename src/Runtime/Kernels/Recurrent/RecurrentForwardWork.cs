using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Rows of sequences through a recurrent layer, divided by rows of examples; a window of steps at a time.</summary>
internal readonly unsafe struct RecurrentForwardWork(
    int rows, RecurrentSizes sizes, float* x, int xStride, float* parameters, float* y, int yStride, float* memory) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int row = first; row < end; row++)
        {
            new Span<float>(y + (nint)row * yStride + sizes.Outputs, Panels.Padded(sizes.Outputs) - sizes.Outputs).Clear();
        }

        for (int direction = 0; direction < sizes.Directions && first < end; direction++)
        {
            Sequence(new RecurrentMemory(rows, sizes, memory, direction), direction, first, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sequence(in RecurrentMemory its, int direction, int first, int end)
    {
        float* weights = parameters + (nint)direction * sizes.Parameters;
        new Span<float>(its.State(0, first), (end - first) * sizes.UnitStride).Clear();
        if (sizes.HasCells)
        {
            new Span<float>(its.Cell(0, first), (end - first) * sizes.UnitStride).Clear();
        }

        for (int start = 0; start < sizes.Steps; start += sizes.Window)
        {
            int count = Math.Min(sizes.Window, sizes.Steps - start);
            Project(its, weights, direction, start, count, first, end);
            for (int step = 0; step < count; step++)
            {
                DenseKernels.Forward(
                    end - first, sizes.Units, sizes.GateUnits, ref *its.State(step, first), sizes.UnitStride,
                    ref weights[sizes.StateWeights], ref Bias(weights, sizes.StateBias), ref *its.Products(step, first), sizes.GateStride, default(IdentityActivation));
                Cells(its, step, first, end);
                Output(its, direction, start + step, step + 1, first, end);
            }

            Repeat(its, count, first, end);
        }
    }

    /// <summary>What the inputs of some steps bring to the gates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Project(in RecurrentMemory its, float* weights, int direction, int start, int count, int first, int end)
    {
        for (int step = 0; step < count; step++)
        {
            int time = direction == 0 ? start + step : sizes.Steps - 1 - start - step;
            for (int row = first; row < end; row++)
            {
                RecurrentRows.Copy(x + (nint)row * xStride + (nint)time * sizes.Inputs, its.Input(step, row), sizes.Inputs);
            }
        }

        // The rows of all steps follow one another, but for a thread that has some of them.
        bool hasAll = end - first == rows;
        for (int step = 0; step < (hasAll ? 1 : count); step++)
        {
            DenseKernels.Forward(
                hasAll ? count * rows : end - first, sizes.Inputs, sizes.GateUnits, ref *its.Input(step, first), sizes.InputStride,
                ref weights[0], ref Bias(weights, sizes.InputBias), ref *its.Gates(step, first), sizes.GateStride, default(IdentityActivation));
        }
    }

    private ref float Bias(float* weights, int offset) => ref sizes.Bias ? ref weights[offset] : ref Unsafe.NullRef<float>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells(in RecurrentMemory its, int step, int first, int end)
    {
        switch (sizes.Kind)
        {
            case RecurrentKind.Tanh:
                Cells<TanhCell>(its, step, first, end);
                break;
            case RecurrentKind.ReLU:
                Cells<ReLUCell>(its, step, first, end);
                break;
            case RecurrentKind.LSTM:
                Cells<LSTMCell>(its, step, first, end);
                break;
            default:
                Cells<GRUCell>(its, step, first, end);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells<TCell>(in RecurrentMemory its, int step, int first, int end)
        where TCell : struct, ICell
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Cells<TCell, Vector512Elements>(its, step, first, end);
        }
        else
        {
            Cells<TCell, VectorElements>(its, step, first, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells<TCell, T>(in RecurrentMemory its, int step, int first, int end)
        where TCell : struct, ICell
        where T : struct, IElements<T>
    {
        for (int index = first; index < end; index++)
        {
            CellRow row = its.Row(step, index);
            for (int unit = 0; unit < row.Units; unit += T.Count)
            {
                TCell.Forward<T>(row, unit);
            }
        }
    }

    /// <summary>The state after a step is output at its place in time, or at the end alone.</summary>
    private void Output(in RecurrentMemory its, int direction, int step, int slot, int first, int end)
    {
        if (!sizes.Sequence && step < sizes.Steps - 1)
        {
            return;
        }

        float* place = y + RecurrentRows.Place(sizes, direction, step);
        for (int row = first; row < end; row++)
        {
            RecurrentRows.Copy(its.State(slot, row), place + (nint)row * yStride, sizes.Units);
        }
    }

    /// <summary>Where another window follows, the last state of this one is its first.</summary>
    private void Repeat(in RecurrentMemory its, int count, int first, int end)
    {
        if (sizes.Window == sizes.Steps)
        {
            return;
        }

        RecurrentRows.Copy(its.State(count, first), its.State(0, first), (end - first) * sizes.UnitStride);
        if (sizes.HasCells)
        {
            RecurrentRows.Copy(its.Cell(count, first), its.Cell(0, first), (end - first) * sizes.UnitStride);
        }
    }
}
