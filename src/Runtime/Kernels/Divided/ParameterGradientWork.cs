using System;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dW = Σ dz·xᵀ and db = Σ dz, divided by panels of units and inputs in them; who begins a panel also has its biases.</summary>
internal readonly unsafe struct ParameterGradientWork(
    int rows, int inputs, int units, float* x, int xStride, float* dz, int dzStride, float* dW, float* db) : IWork
{
    public void Do(int part, int parts)
    {
        var portion = new Portion(inputs, Panels.Padded(units), part, parts);
        while (portion.Next(out Rectangle its))
        {
            int width = Math.Min(its.Columns, units - its.Column);
            DenseKernels.WeightGradient(
                rows, its.Rows, width, ref x[its.Row], xStride, ref dz[its.Column], dzStride,
                ref dW[(nint)its.Column * inputs + (nint)its.Row * its.Columns]);
            if (its.Row == 0 && db is not null)
            {
                DenseKernels.BiasGradient(rows, width, ref dz[its.Column], dzStride, ref db[its.Column]);
            }
        }
    }
}
