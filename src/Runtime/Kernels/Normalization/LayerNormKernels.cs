using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// Layer normalization (Ba, Kiros, Hinton, 2016) and root mean square normalization (Zhang, Sennrich, 2019) over rows
/// of examples, divided over workers. Nothing is checked and nothing allocated.
/// </summary>
/// <remarks>
/// Sums over a group have sixteen partial sums, whatever the width of vectors; sums over rows run in ascending order.
/// The bits are the same whether a row comes alone or in a batch and whatever the number of workers.
/// </remarks>
public static unsafe class LayerNormKernels
{
    /// <summary>y = (x − μ)·r·γ + β with r = 1/√(σ² + ε).</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The groups.</param>
    /// <param name="x">[rows, groups · length] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">γ [length], or a null reference for 1.</param>
    /// <param name="bias">β [length], or a null reference for 0.</param>
    /// <param name="y">Receives [rows, groups · length] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="memory">Receives [rows, groups] of μ and r at <paramref name="memoryStride"/>; a null reference where nobody asks.</param>
    /// <param name="memoryStride">From one row of the memory to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        int rows, in LayerNormSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride,
        ref float memory, int memoryStride, Workers? workers)
    {
        fixed (float* xs = &x, ws = &weights, bs = &bias, ys = &y, ms = &memory)
        {
            var work = new LayerNormForwardWork(rows, sizes, xs, xStride, ws, bs, ys, yStride, ms, memoryStride);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }

    /// <summary>dγ = Σ dy·x̂ and dβ = Σ dy, with x̂ = (x − μ)·r; overwrites both.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The groups.</param>
    /// <param name="x">[rows, groups · length] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, groups · length] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dWeights">Receives ∂J/∂γ [length]; its padding to a multiple of 16 becomes zero.</param>
    /// <param name="dBias">Receives ∂J/∂β [length], likewise; a null reference where there is no β.</param>
    /// <param name="memory">As <see cref="Forward"/> left it.</param>
    /// <param name="memoryStride">From one row of the memory to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ParameterGradient(
        int rows, in LayerNormSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float dWeights, ref float dBias,
        ref float memory, int memoryStride, Workers? workers)
    {
        fixed (float* xs = &x, dys = &dy, dws = &dWeights, dbs = &dBias, ms = &memory)
        {
            var work = new LayerNormParameterGradientWork(rows, sizes, xs, xStride, dys, dyStride, dws, dbs, ms, memoryStride);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }

    /// <summary>
    /// dx = r·(g − mean of g − x̂·mean of g·x̂) with g = dy·γ, the means over each group (Ba, Kiros, Hinton, 2016); where
    /// μ is not subtracted, without the mean of g. Or added to dx.
    /// </summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The groups.</param>
    /// <param name="x">[rows, groups · length] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, groups · length] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="weights">γ [length], or a null reference for 1.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, groups · length] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="memory">As <see cref="Forward"/> left it.</param>
    /// <param name="memoryStride">From one row of the memory to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in LayerNormSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float weights, ref float dx, int dxStride, bool accumulate,
        ref float memory, int memoryStride, Workers? workers)
    {
        fixed (float* xs = &x, dys = &dy, ws = &weights, dxs = &dx, ms = &memory)
        {
            var work = new LayerNormInputGradientWork(rows, sizes, xs, xStride, dys, dyStride, ws, dxs, dxStride, accumulate, ms, memoryStride);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }
}
