using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The kernels of convolutions, divided over workers.</summary>
public static class DividedConvolution
{
    /// <inheritdoc cref="ConvolutionKernels.Forward"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TActivation>(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation, Workers? workers)
        where TActivation : struct, IActivation =>
        ConvolutionKernels.Forward(rows, sizes, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);

    /// <inheritdoc cref="ConvolutionKernels.WeightGradient"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightGradient(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float dz, int dzStride, ref float dW, Workers? workers) =>
        ConvolutionKernels.WeightGradient(rows, sizes, ref x, xStride, ref dz, dzStride, ref dW);

    /// <inheritdoc cref="ConvolutionKernels.BiasGradient"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BiasGradient(int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float db, Workers? workers) =>
        ConvolutionKernels.BiasGradient(rows, sizes, ref dz, dzStride, ref db);

    /// <inheritdoc cref="ConvolutionKernels.InputGradient"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate, Workers? workers) =>
        ConvolutionKernels.InputGradient(rows, sizes, ref dz, dzStride, ref weights, ref dx, dxStride, accumulate);
}
