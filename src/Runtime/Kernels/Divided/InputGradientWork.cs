using System;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dx = Wᵀ·dz, divided by panels of inputs and rows of examples.</summary>
internal readonly unsafe struct InputGradientWork(
    int rows, int inputs, int units, float* dz, int dzStride, float* transposed, float* dx, int dxStride, bool accumulate) : IWork
{
    public void Do(int part, int parts)
    {
        var portion = new Portion(rows, Panels.Padded(inputs), part, parts);
        while (portion.Next(out Rectangle its))
        {
            DenseKernels.InputGradient(
                its.Rows, Math.Min(its.Columns, inputs - its.Column), units,
                ref dz[(nint)its.Row * dzStride], dzStride, ref transposed[(nint)its.Column * units],
                ref dx[(nint)its.Row * dxStride + its.Column], dxStride, accumulate);
        }
    }
}
