using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The gradients of the inputs of all steps, divided by rows.</summary>
internal readonly unsafe struct PerStepInputGradientWork(
    int rows, PerStepSizes sizes, float* transposed, float* dx, int dxStride, bool accumulate, float* memory) : IWork
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
        DenseKernels.InputGradient(
            (end - first) * sizes.Steps, sizes.Inputs, sizes.Units, ref *its.Outputs(first), sizes.UnitStride,
            ref *transposed, ref *its.Inputs(first), sizes.InputStride, accumulate: false);
        for (int row = first; row < end; row++)
        {
            StepRows.Gather(its.Inputs(row), sizes.InputStride, sizes.Steps, sizes.Inputs, dx + (nint)row * dxStride, accumulate);
        }
    }
}
