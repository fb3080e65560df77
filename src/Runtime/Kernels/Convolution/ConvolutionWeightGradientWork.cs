using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dW = Σ dz·x, divided by filters.</summary>
internal readonly unsafe struct ConvolutionWeightGradientWork(
    int rows, ConvolutionSizes sizes, float* x, int xStride, float* dz, int dzStride, float* dW) : IWork
{
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(sizes.Filters, part, parts);
        int end = (int)Division.Start(sizes.Filters, part + 1, parts);
        if (first < end)
        {
            ConvolutionKernels.WeightGradient(rows, sizes, ref *x, xStride, ref *dz, dzStride, ref *dW, first, end);
        }
    }
}
