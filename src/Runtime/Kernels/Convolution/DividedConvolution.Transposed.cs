using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

public static unsafe partial class DividedConvolution
{
    /// <summary>y[row] = f(b + W ∗ᵀ x[row]).</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution that takes y to x.</param>
    /// <param name="x">[rows, filters, outputHeight, outputWidth] at <paramref name="xStride"/>; not padded, nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">W [filters, channels/groups, kernelHeight, kernelWidth].</param>
    /// <param name="bias">b [channels], or a null reference for none.</param>
    /// <param name="y">Receives [rows, channels, height, width] at <paramref name="yStride"/>; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats, at least the padded length of a row.</param>
    /// <param name="activation">f.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ForwardTransposed<TActivation>(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation, Workers? workers)
        where TActivation : struct, IActivation
    {
        if (workers is null)
        {
            ConvolutionKernels.ForwardTransposed(rows, sizes, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);
            return;
        }

        fixed (float* xs = &x, ws = &weights, bs = &bias, ys = &y)
        {
            var work = new ConvolutionForwardTransposedWork<TActivation>(rows, sizes, xs, xStride, ws, bs, ys, yStride, activation);
            Division.Run(workers, ref work, rows * sizes.Products, Division.LeastProducts);
        }
    }

    /// <summary>dx[row] = W ∗ dz[row] of a transposed convolution, or added to dx.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution that takes z to x.</param>
    /// <param name="dz">∂J/∂z, [rows, channels, height, width] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="weights">W [filters, channels/groups, kernelHeight, kernelWidth].</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, filters, outputHeight, outputWidth] at <paramref name="dxStride"/>; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats, at least the padded length of a row.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradientTransposed(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate, Workers? workers)
    {
        if (workers is null)
        {
            ConvolutionKernels.InputGradientTransposed(rows, sizes, ref dz, dzStride, ref weights, ref dx, dxStride, accumulate);
            return;
        }

        fixed (float* ds = &dz, ws = &weights, dxs = &dx)
        {
            var work = new ConvolutionInputGradientTransposedWork(rows, sizes, ds, dzStride, ws, dxs, dxStride, accumulate);
            Division.Run(workers, ref work, rows * sizes.Products, Division.LeastProducts);
        }
    }
}
