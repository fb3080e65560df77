using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The gradients of the outputs, where the outputs lay, divided by rows. Their padding is zero since the forward pass.</summary>
internal readonly unsafe struct PerStepSpreadWork(int rows, PerStepSizes sizes, float* dz, int dzStride, float* memory) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        var its = new PerStepMemory(rows, sizes, memory);
        for (int row = (int)Division.Start(rows, part, parts); row < (int)Division.Start(rows, part + 1, parts); row++)
        {
            StepRows.Spread(dz + (nint)row * dzStride, sizes.Steps, sizes.Units, its.Outputs(row), sizes.UnitStride);
        }
    }
}
