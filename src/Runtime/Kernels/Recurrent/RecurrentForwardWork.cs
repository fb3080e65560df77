using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Rows of sequences through a recurrent layer, divided by rows of examples; a window of steps at a time.</summary>
internal readonly unsafe struct RecurrentForwardWork(
    int rows, int steps, RecurrentSizes sizes, float* x, int xStride, RecurrentStart from, float* parameters, float* y, int yStride, float* memory) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int end = (int)Division.Start(rows, part + 1, parts);
        var ofLengths = new RecurrentMemory(rows, sizes, memory, 0);
        for (int row = first; row < end; row++)
        {
            int outputs = sizes.Sequence ? ofLengths.Length(row) * sizes.Directions * sizes.Units : sizes.Outputs;
            new Span<float>(y + (nint)row * yStride + outputs, Panels.Padded(sizes.Outputs) - outputs).Clear();
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
        Begin(from.State, from.StateStride, its.State(0, first), direction, first, end);
        if (sizes.HasCells)
        {
            Begin(from.Cell, from.CellStride, its.Cell(0, first), direction, first, end);
        }

        for (int start = 0; start < steps; start += sizes.Window)
        {
            int count = Math.Min(sizes.Window, steps - start);
            Project(its, weights, direction, start, count, first, end);
            for (int step = 0; step < count; step++)
            {
                DenseKernels.Forward(
                    end - first, sizes.Units, sizes.GateUnits, ref *its.State(step, first), sizes.UnitStride,
                    ref weights[sizes.StateWeights], ref Bias(weights, sizes.StateBias), ref *its.Products(step, first), sizes.GateStride, default(IdentityActivation));
                Cells(its, start + step, step, first, end);
                Output(its, direction, start + step, step + 1, first, end);
            }

            Repeat(its, count, first, end);
        }
    }

    /// <summary>The states before the first step, which are given or zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(float* given, int stride, float* states, int direction, int first, int end)
    {
        new Span<float>(states, (end - first) * sizes.UnitStride).Clear();
        for (int row = first; given is not null && row < end; row++)
        {
            FloatRows.Copy(given + (nint)row * stride + direction * sizes.Units, states + (nint)(row - first) * sizes.UnitStride, sizes.Units);
        }
    }

    /// <summary>What the inputs of some steps bring to the gates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Project(in RecurrentMemory its, float* weights, int direction, int start, int count, int first, int end)
    {
        for (int step = 0; step < count; step++)
        {
            for (int row = first; row < end; row++)
            {
                if (start + step < its.Length(row))
                {
                    FloatRows.Copy(x + (nint)row * xStride + (nint)its.Time(direction, start + step, row) * sizes.Inputs, its.Input(step, row), sizes.Inputs);
                }
                else
                {
                    new Span<float>(its.Input(step, row), sizes.Inputs).Clear();
                }
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
    private void Cells(in RecurrentMemory its, int step, int slot, int first, int end)
    {
        switch (sizes.Kind)
        {
            case RecurrentKind.Tanh:
                Cells<TanhCell>(its, step, slot, first, end);
                break;
            case RecurrentKind.ReLU:
                Cells<ReLUCell>(its, step, slot, first, end);
                break;
            case RecurrentKind.LSTM:
                Cells<LSTMCell>(its, step, slot, first, end);
                break;
            default:
                Cells<GRUCell>(its, step, slot, first, end);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells<TCell>(in RecurrentMemory its, int step, int slot, int first, int end)
        where TCell : struct, ICell
    {
        if (sizes.FillsVector512)
        {
            Cells<TCell, Vector512Elements>(its, step, slot, first, end);
        }
        else
        {
            Cells<TCell, VectorElements>(its, step, slot, first, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells<TCell, T>(in RecurrentMemory its, int step, int slot, int first, int end)
        where TCell : struct, ICell
        where T : struct, IElements<T>
    {
        for (int index = first; index < end; index++)
        {
            CellRow row = its.Row(slot, index);
            if (step >= its.Length(index))
            {
                // Zeros, so that the gradients of weights, which are zero here, are not multiplied by what may be anything.
                new Span<float>(row.State, sizes.UnitStride).Clear();
                if (sizes.HasCells)
                {
                    new Span<float>(row.Cell, sizes.UnitStride).Clear();
                }

                continue;
            }

            TCell.Forward<T>(row);
        }
    }

    /// <summary>The state after a step is output at its place in time, or at the end of a row alone.</summary>
    private void Output(in RecurrentMemory its, int direction, int step, int slot, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (sizes.IsOutput(step, its.Length(row)))
            {
                float* place = y + sizes.Place(direction, its.Time(direction, step, row));
                FloatRows.Copy(its.State(slot, row), place + (nint)row * yStride, sizes.Units);
            }
        }
    }

    /// <summary>Where another window follows, the last state of this one is its first.</summary>
    private void Repeat(in RecurrentMemory its, int count, int first, int end)
    {
        if (sizes.Window == sizes.Steps)
        {
            return;
        }

        FloatRows.Copy(its.State(count, first), its.State(0, first), (end - first) * sizes.UnitStride);
        if (sizes.HasCells)
        {
            FloatRows.Copy(its.Cell(count, first), its.Cell(0, first), (end - first) * sizes.UnitStride);
        }
    }
}
