using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// Multi-head self-attention over rows of sequences, forward and backward. The parameters of a layer lie together: the
/// projection to queries, keys and values and that of the outputs in <see cref="Panels"/>, then their biases; their
/// gradients likewise, and the transposed weights. Nothing is checked and nothing allocated.
/// </summary>
/// <remarks>
/// Matrices are multiplied by <see cref="DenseKernels"/>, those of a head too, so every sum but the two of a softmax
/// runs in ascending order with one accumulator: in the gradients of parameters over the rows and in each over the
/// steps. The bits are the same whether a row comes alone or in a batch and whatever the number of workers. What a
/// causal layer masks has the weight 0, so that a NaN there may show in up to 31 steps before it.
/// </remarks>
public static unsafe partial class AttentionKernels
{
    /// <summary>The outputs of all rows; leaves in the memory what <see cref="Backward"/> reads.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer.</param>
    /// <param name="x">[rows, T, F] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="y">Receives [rows, T·F] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="memory"><see cref="AttentionSizes.Memory"/> floats for every row.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        int rows, in AttentionSizes sizes, ref float x, int xStride, ref float parameters, ref float y, int yStride, ref float memory, Workers? workers)
    {
        fixed (float* xs = &x, ps = &parameters, ys = &y, ms = &memory)
        {
            var work = new AttentionForwardWork(rows, sizes, xs, xStride, ps, ys, yStride, ms);
            Division.Run(workers, ref work, Products(rows, sizes), Division.LeastProducts);
        }
    }

    /// <summary>The gradients of the parameters, from that of the output; overwrites. Leaves in the memory what <see cref="InputGradient"/> reads.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer, as it was trained forward.</param>
    /// <param name="dy">∂J/∂y, [rows, T·F] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="transposed">The transposed weights of the layer; those of the inputs are not read.</param>
    /// <param name="gradient">Receives the gradient of the layer's parameters; the padding becomes zero.</param>
    /// <param name="memory">As <c>Forward</c> left it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        int rows, in AttentionSizes sizes, ref float dy, int dyStride, ref float transposed, ref float gradient, ref float memory, Workers? workers)
    {
        fixed (float* ds = &dy, ts = &transposed, gs = &gradient, ms = &memory)
        {
            var its = new AttentionMemory(rows, sizes, ms);
            var spread = new AttentionSpreadWork(rows, sizes, ds, dyStride, ms);
            Division.Run(workers, ref spread, (long)rows * sizes.Steps * sizes.Size, Division.LeastCopies);
            DividedKernels.ParameterGradient(
                rows * sizes.Steps, sizes.Size, sizes.Size, ref *its.Joined(0), sizes.StepStride, ref *its.Output(0), sizes.StepStride,
                ref gs[sizes.OutputWeights], ref sizes.Bias ? ref gs[sizes.OutputBias] : ref Unsafe.NullRef<float>(), workers);

            var work = new AttentionBackwardWork(rows, sizes, ts, ms);
            Division.Run(workers, ref work, Products(rows, sizes), Division.LeastProducts);
            DividedKernels.ParameterGradient(
                rows * sizes.Steps, sizes.Size, 3 * sizes.Size, ref *its.Input(0), sizes.StepStride, ref *its.Gradient(0), sizes.ProjectedStride,
                ref gs[0], ref sizes.Bias ? ref gs[sizes.InputBias] : ref Unsafe.NullRef<float>(), workers);
        }
    }

    /// <summary>The gradient of the inputs, after <see cref="Backward"/>.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer, as it was trained forward.</param>
    /// <param name="transposed">The transposed weights of the layer.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, T·F] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="memory">As <see cref="Backward"/> left it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in AttentionSizes sizes, ref float transposed, ref float dx, int dxStride, bool accumulate, ref float memory, Workers? workers)
    {
        fixed (float* ts = &transposed, xs = &dx, ms = &memory)
        {
            var its = new AttentionMemory(rows, sizes, ms);
            DividedKernels.InputGradient(
                rows * sizes.Steps, sizes.Size, 3 * sizes.Size, ref *its.Gradient(0), sizes.ProjectedStride, ref *ts,
                ref *its.Output(0), sizes.StepStride, accumulate: false, workers);
            for (int row = 0; row < rows; row++)
            {
                StepRows.Gather(its.Output(row), sizes.StepStride, sizes.Steps, sizes.Size, xs + (nint)row * dxStride, accumulate);
            }
        }
    }

    private static long Products(int rows, in AttentionSizes sizes) =>
        (long)rows * sizes.Steps * sizes.Size * ((4 * sizes.Size) + (2 * sizes.Steps));
}
