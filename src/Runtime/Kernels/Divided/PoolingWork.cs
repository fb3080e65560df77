using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Maxima of windows, divided by rows.</summary>
internal readonly unsafe struct MaxForwardWork(int rows, PoolingSizes sizes, float* x, int xStride, float* y, int yStride) : IWork
{
    public void Do(int part, int parts)
    {
        nint first = (nint)Division.Start(rows, part, parts);
        int count = (int)(Division.Start(rows, part + 1, parts) - first);
        PoolingKernels.MaxForward(count, sizes, ref x[first * xStride], xStride, ref y[first * yStride], yStride);
    }
}

/// <summary>The gradient of maxima, divided by rows.</summary>
internal readonly unsafe struct MaxBackwardWork(
    int rows, PoolingSizes sizes, float* x, int xStride, float* dy, int dyStride, float* dx, int dxStride, bool accumulate, bool rectified) : IWork
{
    public void Do(int part, int parts)
    {
        nint first = (nint)Division.Start(rows, part, parts);
        int count = (int)(Division.Start(rows, part + 1, parts) - first);
        PoolingKernels.MaxBackward(count, sizes, ref x[first * xStride], xStride, ref dy[first * dyStride], dyStride, ref dx[first * dxStride], dxStride, accumulate, rectified);
    }
}

/// <summary>Means of windows, divided by rows.</summary>
internal readonly unsafe struct AverageForwardWork(
    int rows, PoolingSizes sizes, float* x, int xStride, float* y, int yStride, bool includePadding) : IWork
{
    public void Do(int part, int parts)
    {
        nint first = (nint)Division.Start(rows, part, parts);
        int count = (int)(Division.Start(rows, part + 1, parts) - first);
        PoolingKernels.AverageForward(count, sizes, ref x[first * xStride], xStride, ref y[first * yStride], yStride, includePadding);
    }
}

/// <summary>The gradient of means, divided by rows.</summary>
internal readonly unsafe struct AverageBackwardWork(
    int rows, PoolingSizes sizes, float* dy, int dyStride, float* dx, int dxStride, bool includePadding, bool accumulate) : IWork
{
    public void Do(int part, int parts)
    {
        nint first = (nint)Division.Start(rows, part, parts);
        int count = (int)(Division.Start(rows, part + 1, parts) - first);
        PoolingKernels.AverageBackward(count, sizes, ref dy[first * dyStride], dyStride, ref dx[first * dxStride], dxStride, includePadding, accumulate);
    }
}
