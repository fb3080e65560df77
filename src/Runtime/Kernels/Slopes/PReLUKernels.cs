using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>PReLU (He et al., 2015), divided over workers. Nothing is checked and nothing allocated.</summary>
/// <remarks>
/// y = max(0, x) − a·max(0, −x), of which one term is 0, so that NaN passes. Sums run over the rows in ascending order,
/// and over the elements of a channel with sixteen partial sums, whatever the width of vectors and the number of workers.
/// </remarks>
public static unsafe class PReLUKernels
{
    /// <summary>y = x where x &gt; 0, else a·x.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The channels.</param>
    /// <param name="x">[rows, channels, pixels] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">a [channels].</param>
    /// <param name="y">Receives [rows, channels, pixels] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(int rows, in PReLUSizes sizes, ref float x, int xStride, ref float weights, ref float y, int yStride, Workers? workers)
    {
        fixed (float* xs = &x, ws = &weights, ys = &y)
        {
            var work = new PReLUForwardWork(rows, sizes, xs, xStride, ws, ys, yStride);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }

    /// <summary>da = Σ dy·min(0, x) over rows and elements of each channel; overwrites.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The channels.</param>
    /// <param name="x">[rows, channels, pixels] at <paramref name="xStride"/>.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, channels, pixels] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dWeights">Receives ∂J/∂a [channels]; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ParameterGradient(int rows, in PReLUSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float dWeights, Workers? workers)
    {
        Panels.ClearPadding(ref dWeights, sizes.Channels);
        fixed (float* xs = &x, ds = &dy, ws = &dWeights)
        {
            var work = new PReLUParameterGradientWork(rows, sizes, xs, xStride, ds, dyStride, ws);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }

    /// <summary>dx = dy where x &gt; 0, else a·dy.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The channels.</param>
    /// <param name="x">[rows, channels, pixels] at <paramref name="xStride"/>.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, channels, pixels] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="weights">a [channels].</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, channels, pixels] at <paramref name="dxStride"/>; its padding becomes zero, or stays so.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in PReLUSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float weights, ref float dx, int dxStride, bool accumulate, Workers? workers)
    {
        fixed (float* xs = &x, ds = &dy, ws = &weights, dxs = &dx)
        {
            var work = new PReLUInputGradientWork(rows, sizes, xs, xStride, ds, dyStride, ws, dxs, dxStride, accumulate);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }
}
