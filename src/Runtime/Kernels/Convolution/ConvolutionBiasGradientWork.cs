using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>db = Σ dz, divided by channels.</summary>
internal readonly unsafe struct ConvolutionBiasGradientWork(int rows, int channels, int pixels, float* dz, int dzStride, float* db) : IWork
{
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(channels, part, parts);
        int count = (int)Division.Start(channels, part + 1, parts) - first;
        if (count > 0)
        {
            ConvolutionKernels.Sums(rows, count, pixels, ref dz[(nint)first * pixels], dzStride, ref db[first]);
        }
    }
}
