using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// Batch normalization (Ioffe, Szegedy, 2015), divided over workers: sums over the batch by channels, everything else
/// by rows. Nothing is checked and nothing allocated.
/// </summary>
/// <remarks>
/// Sums run over the rows in ascending order, and over the elements of a channel with sixteen partial sums, whatever the
/// width of vectors. The bits are the same whatever the number of workers.
/// </remarks>
public static unsafe class BatchNormKernels
{
    /// <summary>y = (x − μ)·r·γ + β with r = 1/√(σ² + ε), μ and σ² those of the batch, which move the running averages.</summary>
    /// <param name="rows">The number of examples; with one element a channel, at least 2.</param>
    /// <param name="sizes">The channels.</param>
    /// <param name="x">[rows, channels, pixels] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">γ [channels], or a null reference for 1.</param>
    /// <param name="bias">β [channels], or a null reference for 0.</param>
    /// <param name="running">The running means [channels], padded to a multiple of 16, then the running variances.</param>
    /// <param name="y">Receives [rows, channels, pixels] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="memory">Receives what the backward pass reads, 4 floats for every channel.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        int rows, in BatchNormSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float running, ref float y, int yStride,
        ref float memory, Workers? workers)
    {
        fixed (float* xs = &x, ws = &weights, bs = &bias, rs = &running, ys = &y, ms = &memory)
        {
            var statistics = new BatchNormStatisticsWork(rows, sizes, xs, xStride, rs, ms);
            Division.Run(workers, ref statistics, (long)rows * sizes.Elements, Division.LeastElements);
            var forward = new BatchNormForwardWork(rows, sizes, xs, xStride, ws, bs, ms, ms + sizes.Channels, ofVariance: false, ys, yStride);
            Division.Run(workers, ref forward, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }

    /// <summary>y = (x − μ)·r·γ + β with r = 1/√(σ² + ε), μ and σ² the running averages.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The channels.</param>
    /// <param name="x">[rows, channels, pixels] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">γ [channels], or a null reference for 1.</param>
    /// <param name="bias">β [channels], or a null reference for 0.</param>
    /// <param name="running">The running means [channels], padded to a multiple of 16, then the running variances.</param>
    /// <param name="y">Receives [rows, channels, pixels] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Predict(
        int rows, in BatchNormSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float running, ref float y, int yStride, Workers? workers)
    {
        fixed (float* xs = &x, ws = &weights, bs = &bias, rs = &running, ys = &y)
        {
            var work = new BatchNormForwardWork(rows, sizes, xs, xStride, ws, bs, rs, rs + Panels.Padded(sizes.Channels), ofVariance: true, ys, yStride);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }

    /// <summary>dγ = Σ dy·x̂ and dβ = Σ dy over rows and elements of each channel, with x̂ = (x − μ)·r; overwrites both.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The channels.</param>
    /// <param name="x">[rows, channels, pixels] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, channels, pixels] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dWeights">Receives ∂J/∂γ [channels]; its padding to a multiple of 16 becomes zero. A null reference where there is no γ.</param>
    /// <param name="dBias">Receives ∂J/∂β [channels], likewise.</param>
    /// <param name="memory">As <see cref="Forward"/> left it; receives what <see cref="InputGradient"/> reads.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ParameterGradient(
        int rows, in BatchNormSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float dWeights, ref float dBias, ref float memory, Workers? workers)
    {
        fixed (float* xs = &x, dys = &dy, dws = &dWeights, dbs = &dBias, ms = &memory)
        {
            var work = new BatchNormParameterGradientWork(rows, sizes, xs, xStride, dys, dyStride, dws, dbs, ms);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }

    /// <summary>
    /// dx = γ·r·(dy − mean of dy − x̂·mean of dy·x̂), the means over rows and elements of each channel (Ioffe, Szegedy,
    /// 2015), after <see cref="ParameterGradient"/>. Or added to dx.
    /// </summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The channels.</param>
    /// <param name="x">[rows, channels, pixels] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, channels, pixels] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="weights">γ [channels], or a null reference for 1.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, channels, pixels] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="memory">As <see cref="ParameterGradient"/> left it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in BatchNormSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float weights, ref float dx, int dxStride, bool accumulate,
        ref float memory, Workers? workers)
    {
        fixed (float* xs = &x, dys = &dy, ws = &weights, dxs = &dx, ms = &memory)
        {
            var work = new BatchNormInputGradientWork(rows, sizes, xs, xStride, dys, dyStride, ws, dxs, dxStride, accumulate, ms);
            Division.Run(workers, ref work, (long)rows * sizes.Elements, Division.LeastElements);
        }
    }
}
