using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// A dense layer that every step of a sequence goes through, zₜ = W·xₜ + b, and its gradients, for rows of sequences.
/// Nothing is checked and nothing allocated.
/// </summary>
/// <remarks>
/// Matrices are multiplied by <see cref="DenseKernels"/>, so every sum runs in ascending order with one accumulator: the
/// gradients of parameters over the rows and in each over the steps. The bits are the same whether a row comes alone
/// or in a batch and whatever the number of workers.
/// </remarks>
public static unsafe class PerStepKernels
{
    /// <summary>The outputs of all rows; leaves in the memory what <see cref="ParameterGradient"/> reads.</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer.</param>
    /// <param name="x">[rows, T, F] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">W [units, F] in panels.</param>
    /// <param name="bias">b, <see cref="Panels.Padded"/>(units) floats, or a null reference for none.</param>
    /// <param name="y">Receives [rows, T, units] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="memory"><see cref="PerStepSizes.Memory"/> floats for every row.</param>
    /// <param name="activation">f.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TActivation>(
        int rows, in PerStepSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, ref float memory, TActivation activation, Workers? workers)
        where TActivation : struct, IActivation
    {
        fixed (float* xs = &x, ws = &weights, bs = &bias, ys = &y, ms = &memory)
        {
            var work = new PerStepForwardWork<TActivation>(rows, sizes, xs, xStride, ws, bs, ys, yStride, ms, activation);
            Division.Run(workers, ref work, Products(rows, sizes), Division.LeastProducts);
        }
    }

    /// <summary>dW = Σ dzₜ·xₜᵀ and db = Σ dzₜ; overwrites both. Leaves in the memory what <see cref="InputGradient"/> reads.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer.</param>
    /// <param name="dz">∂J/∂z, [rows, T, units] at <paramref name="dzStride"/>.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="dW">Receives ∂J/∂W in panels; the padding becomes zero.</param>
    /// <param name="db">Receives ∂J/∂b, Padded(units) floats, the padding zero; a null reference where there is no bias.</param>
    /// <param name="memory">As <see cref="Forward"/> left it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ParameterGradient(
        int rows, in PerStepSizes sizes, ref float dz, int dzStride, ref float dW, ref float db, ref float memory, Workers? workers)
    {
        fixed (float* ds = &dz, ms = &memory)
        {
            var work = new PerStepSpreadWork(rows, sizes, ds, dzStride, ms);
            Division.Run(workers, ref work, (long)rows * sizes.Steps * sizes.Units, Division.LeastCopies);
            var its = new PerStepMemory(rows, sizes, ms);
            DividedKernels.ParameterGradient(
                rows * sizes.Steps, sizes.Inputs, sizes.Units, ref *its.Inputs(0), sizes.InputStride, ref *its.Outputs(0), sizes.UnitStride, ref dW, ref db, workers);
        }
    }

    /// <summary>dxₜ = Wᵀ·dzₜ, after <see cref="ParameterGradient"/>, once.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer.</param>
    /// <param name="transposed">Wᵀ [F, units] in panels, from <see cref="Panels.Transpose"/>.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, T·F] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="memory">As <see cref="ParameterGradient"/> left it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in PerStepSizes sizes, ref float transposed, ref float dx, int dxStride, bool accumulate, ref float memory, Workers? workers)
    {
        fixed (float* ts = &transposed, dxs = &dx, ms = &memory)
        {
            var work = new PerStepInputGradientWork(rows, sizes, ts, dxs, dxStride, accumulate, ms);
            Division.Run(workers, ref work, Products(rows, sizes), Division.LeastProducts);
        }
    }

    private static long Products(int rows, in PerStepSizes sizes) => (long)rows * sizes.Steps * sizes.Inputs * sizes.UnitStride;
}
