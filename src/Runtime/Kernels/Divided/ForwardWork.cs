using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>y = f(b + W·x), divided by panels of units and rows of examples.</summary>
internal readonly unsafe struct ForwardWork<TActivation>(
    int rows, int inputs, int units, float* x, int xStride, float* weights, float* bias, float* y, int yStride, TActivation activation) : IWork
    where TActivation : struct, IActivation
{
    public void Do(int part, int parts)
    {
        var portion = new Portion(rows, Panels.Padded(units), part, parts);
        while (portion.Next(out Rectangle its))
        {
            DenseKernels.Forward(
                its.Rows, inputs, Math.Min(its.Columns, units - its.Column),
                ref x[(nint)its.Row * xStride], xStride,
                ref weights[(nint)its.Column * inputs], ref bias is null ? ref Unsafe.NullRef<float>() : ref bias[its.Column],
                ref y[(nint)its.Row * yStride + its.Column], yStride, activation);
        }
    }
}
