using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Rows of sequences through a dense layer of every step, divided by rows.</summary>
internal readonly unsafe struct PerStepForwardWork<TActivation>(
    int rows, PerStepSizes sizes, float* x, int xStride, float* weights, float* bias, float* y, int yStride, float* memory, TActivation activation) : IWork
    where TActivation : struct, IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int end = (int)Division.Start(rows, part + 1, parts);
        if (first == end)
        {
            return;
        }

        var its = new PerStepMemory(rows, sizes, memory);
        for (int row = first; row < end; row++)
        {
            StepRows.Spread(x + (nint)row * xStride, sizes.Steps, sizes.Inputs, its.Inputs(row), sizes.InputStride);
        }

        DenseKernels.Forward(
            (end - first) * sizes.Steps, sizes.Inputs, sizes.Units, ref *its.Inputs(first), sizes.InputStride,
            ref *weights, ref *bias, ref *its.Outputs(first), sizes.UnitStride, activation);
        for (int row = first; row < end; row++)
        {
            StepRows.Gather(its.Outputs(row), sizes.UnitStride, sizes.Steps, sizes.Units, y + (nint)row * yStride, accumulate: false);
        }
    }
}
