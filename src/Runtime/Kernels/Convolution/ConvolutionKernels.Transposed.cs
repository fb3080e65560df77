using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <remarks>
/// A transposed convolution is the gradient of a convolution by its input: sizes are those of the convolution, whose x is
/// the output here and whose filters are the input's channels. Its weights' gradient is that of the convolution with
/// input and gradient exchanged, its bias' the sum over the output's channels.
/// </remarks>
public static unsafe partial class ConvolutionKernels
{
    /// <summary>y[row] = f(b + W ∗ᵀ x[row]), summed over filters and kernel in ascending order; then b is added.</summary>
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ForwardTransposed<TActivation>(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation)
        where TActivation : struct, IActivation
    {
        if (Vector512Operations.IsChosen)
        {
            InputGradient<Vector512<float>, Vector512Operations>(rows, sizes, ref x, xStride, ref weights, ref y, yStride, accumulate: false);
            AddBias<Vector512<float>, Vector512Operations, TActivation>(rows, sizes.Channels, sizes.Pixels, ref bias, ref y, yStride, activation);
        }
        else
        {
            InputGradient<Vector<float>, VectorOperations>(rows, sizes, ref x, xStride, ref weights, ref y, yStride, accumulate: false);
            AddBias<Vector<float>, VectorOperations, TActivation>(rows, sizes.Channels, sizes.Pixels, ref bias, ref y, yStride, activation);
        }
    }

    /// <summary>dx[row] = W ∗ dz[row], summed over channels and kernel in ascending order; added to dx where it accumulates.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of the convolution that takes z to x.</param>
    /// <param name="dz">∂J/∂z, [rows, channels, height, width] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="weights">W [filters, channels/groups, kernelHeight, kernelWidth].</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, filters, outputHeight, outputWidth] at <paramref name="dxStride"/>; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats, at least the padded length of a row.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void InputGradientTransposed(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate)
    {
        ref float none = ref Unsafe.NullRef<float>();
        if (Vector512Operations.IsChosen)
        {
            Forward<Vector512<float>, Vector512Operations, IdentityActivation>(
                rows, sizes, ref dz, dzStride, ref weights, ref none, ref dx, dxStride, accumulate, default);
        }
        else
        {
            Forward<Vector<float>, VectorOperations, IdentityActivation>(
                rows, sizes, ref dz, dzStride, ref weights, ref none, ref dx, dxStride, accumulate, default);
        }
    }
}
