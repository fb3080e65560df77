using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>
/// The products of a convolution and its gradients, for rows of examples, each [channels, height, width] in row-major
/// order. Weights are [filters, channels/groups, kernelHeight, kernelWidth] in this order. Nothing is checked, and
/// nothing allocated once a thread has called with the largest sizes.
/// </summary>
/// <remarks>
/// Every sum has one accumulator and one order, whatever the number of rows, so that the result of a row has the same
/// bits whether the row comes alone or in a batch, and the same bits at every vector width where the machine has fused
/// multiply-add. Sums over positions have sixteen accumulators at every width.
/// </remarks>
public static unsafe partial class ConvolutionKernels
{
    /// <summary>y[row] = f(b + W ∗ x[row]), summed over channels and kernel in ascending order, starting from b.</summary>
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward<TActivation>(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation)
        where TActivation : struct, IActivation
    {
        if (Vector512Operations.IsChosen)
        {
            Forward<Vector512<float>, Vector512Operations, TActivation>(rows, sizes, ref x, xStride, ref weights, ref bias, ref y, yStride, adds: false, activation);
        }
        else
        {
            Forward<Vector<float>, VectorOperations, TActivation>(rows, sizes, ref x, xStride, ref weights, ref bias, ref y, yStride, adds: false, activation);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void WeightGradient(int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float dz, int dzStride, ref float dW)
    {
        WeightGradient(rows, sizes, ref x, xStride, ref dz, dzStride, ref dW, 0, sizes.Filters);
        Panels.ClearPadding(ref dW, sizes.Weights);
    }

    /// <summary>db[f] = Σ dz[row, f, i, j] over rows and positions; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution.</param>
    /// <param name="dz">∂J/∂z, [rows, filters, outputHeight, outputWidth] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="db">Receives ∂J/∂b [filters]; its padding to a multiple of 16 becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BiasGradient(int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float db) =>
        BiasGradient(rows, sizes.Filters, sizes.OutputPixels, ref dz, dzStride, ref db);

    /// <summary>db[channel] = Σ dz[row, channel, pixel] over rows and pixels; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="channels">The channels of dz.</param>
    /// <param name="pixels">The numbers of each channel, at least 1.</param>
    /// <param name="dz">∂J/∂z, [rows, channels, pixels] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="db">Receives ∂J/∂b [channels]; its padding to a multiple of 16 becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BiasGradient(int rows, int channels, int pixels, ref float dz, int dzStride, ref float db)
    {
        Sums(rows, channels, pixels, ref dz, dzStride, ref db);
        Panels.ClearPadding(ref db, channels);
    }

    /// <summary><see cref="BiasGradient(int, int, int, ref float, int, ref float)"/> of some channels, without padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Sums(int rows, int channels, int pixels, ref float dz, int dzStride, ref float db)
    {
        if (Vector512Operations.IsChosen)
        {
            BiasGradient<Vector512<float>, Vector512Operations>(rows, channels, pixels, ref dz, dzStride, ref db);
        }
        else
        {
            BiasGradient<Vector<float>, VectorOperations>(rows, channels, pixels, ref dz, dzStride, ref db);
        }
    }

    /// <summary>dx[row] = Wᵀ ∗ dz[row], summed in an order that the sizes alone decide; added to dx where it accumulates.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution.</param>
    /// <param name="dz">∂J/∂z, [rows, filters, outputHeight, outputWidth] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="weights">W [filters, channels/groups, kernelHeight, kernelWidth].</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, channels, height, width] at <paramref name="dxStride"/>; its padding to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats, at least the padded length of a row.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void InputGradient(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate)
    {
        if (Vector512Operations.IsChosen)
        {
            InputGradient<Vector512<float>, Vector512Operations>(rows, sizes, ref dz, dzStride, ref weights, ref dx, dxStride, accumulate);
        }
        else
        {
            InputGradient<Vector<float>, VectorOperations>(rows, sizes, ref dz, dzStride, ref weights, ref dx, dxStride, accumulate);
        }
    }

    /// <summary>The weight gradient of some filters; dW is that of all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void WeightGradient(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float dz, int dzStride, ref float dW, int firstFilter, int endFilter)
    {
        if (Vector512Operations.IsChosen)
        {
            WeightGradient<Vector512<float>, Vector512Operations>(rows, sizes, ref x, xStride, ref dz, dzStride, ref dW, firstFilter, endFilter);
        }
        else
        {
            WeightGradient<Vector<float>, VectorOperations>(rows, sizes, ref x, xStride, ref dz, dzStride, ref dW, firstFilter, endFilter);
        }
    }
}
