using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>y = f(b + W ∗ᵀ x), divided by examples.</summary>
internal readonly unsafe struct ConvolutionForwardTransposedWork<TActivation>(
    int rows, ConvolutionSizes sizes, float* x, int xStride, float* weights, float* bias, float* y, int yStride, TActivation activation) : IWork
    where TActivation : struct, IActivation
{
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int count = (int)Division.Start(rows, part + 1, parts) - first;
        if (count > 0)
        {
            ConvolutionKernels.ForwardTransposed(
                count, sizes, ref x[(nint)first * xStride], xStride, ref *weights, ref *bias, ref y[(nint)first * yStride], yStride, activation);
        }
    }
}
