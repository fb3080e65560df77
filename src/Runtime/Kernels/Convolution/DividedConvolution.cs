using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// The kernels of convolutions, divided over workers. Every number is computed by one thread, as
/// <see cref="ConvolutionKernels"/> computes it: the bits are the same whatever their number. What is too little to
/// divide, the calling thread does alone, as it does everything where there are no workers.
/// </summary>
public static unsafe partial class DividedConvolution
{
    /// <summary>y[row] = f(b + W ∗ x[row]).</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution.</param>
    /// <param name="x">[rows, channels, height, width] at <paramref name="xStride"/>; not padded, nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">W [filters, channels/groups, kernelHeight, kernelWidth].</param>
    /// <param name="bias">b [filters], or a null reference for none.</param>
    /// <param name="y">Receives [rows, filters, outputHeight, outputWidth] at <paramref name="yStride"/>; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats, at least the padded length of a row.</param>
    /// <param name="activation">f.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TActivation>(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation, Workers? workers)
        where TActivation : struct, IActivation
    {
        if (workers is null)
        {
            ConvolutionKernels.Forward(rows, sizes, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);
            return;
        }

        fixed (float* xs = &x, ws = &weights, bs = &bias, ys = &y)
        {
            var work = new ConvolutionForwardWork<TActivation>(rows, sizes, xs, xStride, ws, bs, ys, yStride, activation);
            Division.Run(workers, ref work, rows * sizes.Products, Division.LeastProducts);
        }
    }

    /// <summary>dW[f, c, u, v] = Σ dz[row, f, i, j]·x[row, c, …] over rows and positions; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution.</param>
    /// <param name="x">[rows, channels, height, width] at <paramref name="xStride"/>; not padded, nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dz">∂J/∂z, [rows, filters, outputHeight, outputWidth] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="dW">Receives ∂J/∂W [filters, channels/groups, kernelHeight, kernelWidth]; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightGradient(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float dz, int dzStride, ref float dW, Workers? workers)
    {
        if (workers is null)
        {
            ConvolutionKernels.WeightGradient(rows, sizes, ref x, xStride, ref dz, dzStride, ref dW);
            return;
        }

        fixed (float* xs = &x, ds = &dz, dWs = &dW)
        {
            var work = new ConvolutionWeightGradientWork(rows, sizes, xs, xStride, ds, dzStride, dWs);
            Division.Run(workers, ref work, rows * sizes.Products, Division.LeastProducts);
        }

        Panels.ClearPadding(ref dW, sizes.Weights);
    }

    /// <summary>db[f] = Σ dz[row, f, i, j] over rows and positions; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution.</param>
    /// <param name="dz">∂J/∂z, [rows, filters, outputHeight, outputWidth] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="db">Receives ∂J/∂b [filters]; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BiasGradient(int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float db, Workers? workers) =>
        BiasGradient(rows, sizes.Filters, sizes.OutputPixels, ref dz, dzStride, ref db, workers);

    /// <summary>db[channel] = Σ dz[row, channel, pixel] over rows and pixels; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="channels">The channels of dz.</param>
    /// <param name="pixels">The numbers of each channel, at least 1.</param>
    /// <param name="dz">∂J/∂z, [rows, channels, pixels] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="db">Receives ∂J/∂b [channels]; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BiasGradient(int rows, int channels, int pixels, ref float dz, int dzStride, ref float db, Workers? workers)
    {
        if (workers is null)
        {
            ConvolutionKernels.BiasGradient(rows, channels, pixels, ref dz, dzStride, ref db);
            return;
        }

        fixed (float* ds = &dz, dbs = &db)
        {
            var work = new ConvolutionBiasGradientWork(rows, channels, pixels, ds, dzStride, dbs);
            Division.Run(workers, ref work, (long)rows * channels * pixels, Division.LeastCopies);
        }

        Panels.ClearPadding(ref db, channels);
    }

    /// <summary>dx[row] = Wᵀ ∗ dz[row], or added to dx.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution.</param>
    /// <param name="dz">∂J/∂z, [rows, filters, outputHeight, outputWidth] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="weights">W [filters, channels/groups, kernelHeight, kernelWidth].</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, channels, height, width] at <paramref name="dxStride"/>; its padding to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats, at least the padded length of a row.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate, Workers? workers)
    {
        if (workers is null)
        {
            ConvolutionKernels.InputGradient(rows, sizes, ref dz, dzStride, ref weights, ref dx, dxStride, accumulate);
            return;
        }

        fixed (float* ds = &dz, ws = &weights, dxs = &dx)
        {
            var work = new ConvolutionInputGradientWork(rows, sizes, ds, dzStride, ws, dxs, dxStride, accumulate);
            Division.Run(workers, ref work, rows * sizes.Products, Division.LeastProducts);
        }
    }
}
