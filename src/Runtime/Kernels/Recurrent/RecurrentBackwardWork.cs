using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The gradients of all gates, back through time, divided by rows of examples. The window is all steps.</summary>
internal readonly unsafe struct RecurrentBackwardWork(int rows, int steps, RecurrentSizes sizes, float* dy, int dyStride, float* transposed, float* memory) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int direction = 0; direction < sizes.Directions && first < end; direction++)
        {
            Sequence(new RecurrentMemory(rows, sizes, memory, direction), direction, first, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sequence(in RecurrentMemory its, int direction, int first, int end)
    {
        Clear(its, first, end);
        for (int step = steps - 1; step >= 0; step--)
        {
            for (int row = first; row < end; row++)
            {
                if (sizes.IsOutput(step, its.Length(row)))
                {
                    float* place = dy + sizes.Place(direction, its.Time(direction, step, row));
                    FloatRows.Add(place + (nint)row * dyStride, its.Carry(row), sizes.Units);
                }
            }

            bool carries = Cells(its, step, first, end);
            if (sizes.IsCut(step))
            {
                Clear(its, first, end);
            }
            else if (step > 0 || sizes.HasState)
            {
                DenseKernels.InputGradient(
                    end - first, sizes.Units, sizes.GateUnits, ref *its.ProductGradient(step, first), sizes.GateStride,
                    ref transposed[(nint)direction * sizes.Transposed + sizes.StateTransposed], ref *its.Carry(first), sizes.UnitStride, carries);
            }
        }
    }

    /// <summary>No gradient of the state goes further back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Clear(in RecurrentMemory its, int first, int end)
    {
        new Span<float>(its.Carry(first), (end - first) * sizes.UnitStride).Clear();
        if (sizes.HasCells)
        {
            new Span<float>(its.CellCarry(first), (end - first) * sizes.UnitStride).Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Cells(in RecurrentMemory its, int step, int first, int end) => sizes.Kind switch
    {
        RecurrentKind.Tanh => Cells<TanhCell>(its, step, first, end),
        RecurrentKind.ReLU => Cells<ReLUCell>(its, step, first, end),
        RecurrentKind.LSTM => Cells<LSTMCell>(its, step, first, end),
        _ => Cells<GRUCell>(its, step, first, end),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Cells<TCell>(in RecurrentMemory its, int step, int first, int end)
        where TCell : struct, ICell
    {
        if (sizes.FillsVector512)
        {
            Cells<TCell, Vector512Elements>(its, step, first, end);
        }
        else
        {
            Cells<TCell, VectorElements>(its, step, first, end);
        }

        return TCell.Carries;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells<TCell, T>(in RecurrentMemory its, int step, int first, int end)
        where TCell : struct, ICell
        where T : struct, IElements<T>
    {
        for (int index = first; index < end; index++)
        {
            CellRow row = its.Row(step, index);
            if (step >= its.Length(index))
            {
                new Span<float>(row.Gates, sizes.GateStride).Clear();
                if (sizes.KeepsProducts)
                {
                    new Span<float>(row.Products, sizes.GateStride).Clear();
                }

                continue;
            }

            for (int unit = 0; unit < row.Units; unit += T.Count)
            {
                TCell.Backward<T>(row, unit);
            }
        }
    }
}
