using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The kernels of pooling layers, divided over workers by rows.</summary>
public static unsafe class DividedPooling
{
    /// <summary>y = max x over every window: of equal elements the first, of NaNs the last.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">[rows, channels · height · width] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="y">Receives [rows, channels · outputHeight · outputWidth] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxForward(
        int rows, in PoolingSizes sizes, ref float x, int xStride, ref float y, int yStride, Workers? workers)
    {
        if (workers is null)
        {
            PoolingKernels.MaxForward(rows, sizes, ref x, xStride, ref y, yStride);
            return;
        }

        fixed (float* xs = &x, ys = &y)
        {
            var work = new MaxForwardWork(rows, sizes, xs, xStride, ys, yStride);
            Division.Run(workers, ref work, (long)rows * sizes.Inputs, Division.LeastElements);
        }
    }

    /// <summary>dx = dy where x is the maximum of its window, and 0 elsewhere; summed over the windows of an element.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">[rows, channels · height · width] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, channels · outputHeight · outputWidth] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dx">
    /// Receives ∂J/∂x, [rows, channels · height · width] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.
    /// It may be x itself where every element lies in one window and no other, and nothing accumulates.
    /// </param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="rectified">Whether x is what a ReLU gave, and dx is the gradient before it: 0 where x is not positive.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxBackward(
        int rows, in PoolingSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float dx, int dxStride, bool accumulate, bool rectified, Workers? workers)
    {
        if (workers is null)
        {
            PoolingKernels.MaxBackward(rows, sizes, ref x, xStride, ref dy, dyStride, ref dx, dxStride, accumulate, rectified);
            return;
        }

        fixed (float* xs = &x, dys = &dy, dxs = &dx)
        {
            var work = new MaxBackwardWork(rows, sizes, xs, xStride, dys, dyStride, dxs, dxStride, accumulate, rectified);
            Division.Run(workers, ref work, (long)rows * sizes.Inputs, Division.LeastElements);
        }
    }

    /// <summary>y = 1/n·Σ x over every window, in ascending order.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">[rows, channels · height · width] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="y">Receives [rows, channels · outputHeight · outputWidth] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="includePadding">Whether n is the size of the kernel; otherwise it is the number of elements that are summed.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AverageForward(
        int rows, in PoolingSizes sizes, ref float x, int xStride, ref float y, int yStride, bool includePadding, Workers? workers)
    {
        if (workers is null)
        {
            PoolingKernels.AverageForward(rows, sizes, ref x, xStride, ref y, yStride, includePadding);
            return;
        }

        fixed (float* xs = &x, ys = &y)
        {
            var work = new AverageForwardWork(rows, sizes, xs, xStride, ys, yStride, includePadding);
            Division.Run(workers, ref work, (long)rows * sizes.Inputs, Division.LeastElements);
        }
    }

    /// <summary>dx = Σ dy/n over the windows of an element, in ascending order.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="dy">∂J/∂y, [rows, channels · outputHeight · outputWidth] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, channels · height · width] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="includePadding">Whether n is the size of the kernel; otherwise it is the number of elements that are summed.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AverageBackward(
        int rows, in PoolingSizes sizes, ref float dy, int dyStride, ref float dx, int dxStride, bool includePadding, bool accumulate, Workers? workers)
    {
        if (workers is null)
        {
            PoolingKernels.AverageBackward(rows, sizes, ref dy, dyStride, ref dx, dxStride, includePadding, accumulate);
            return;
        }

        fixed (float* dys = &dy, dxs = &dx)
        {
            var work = new AverageBackwardWork(rows, sizes, dys, dyStride, dxs, dxStride, includePadding, accumulate);
            Division.Run(workers, ref work, (long)rows * sizes.Inputs, Division.LeastElements);
        }
    }
}
