using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dx = W ∗ dz of a transposed convolution, divided by examples.</summary>
internal readonly unsafe struct ConvolutionInputGradientTransposedWork(
    int rows, ConvolutionSizes sizes, float* dz, int dzStride, float* weights, float* dx, int dxStride, bool accumulate) : IWork
{
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int count = (int)Division.Start(rows, part + 1, parts) - first;
        if (count > 0)
        {
            ConvolutionKernels.InputGradientTransposed(
                count, sizes, ref dz[(nint)first * dzStride], dzStride, ref *weights, ref dx[(nint)first * dxStride], dxStride, accumulate);
        }
    }
}
