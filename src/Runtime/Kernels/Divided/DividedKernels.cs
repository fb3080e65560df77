using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// The kernels of dense layers, divided over workers. Every number is computed by one thread, as
/// <see cref="DenseKernels"/> computes it: the bits are the same whatever their number. What is too little to divide,
/// the calling thread does alone, as it does everything where there are no workers.
/// </summary>
public static unsafe class DividedKernels
{
    /// <summary>The inputs whose weights are transposed before the product with them: two panels, the most that a tile takes.</summary>
    private const int TransposedAtOnce = 2 * Panels.Width;

    /// <summary>y[row, :] = f(b + W·x[row, :]).</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="x">[rows, inputs] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">W [units, inputs] in panels.</param>
    /// <param name="bias">b, <see cref="Panels.Padded"/>(units) floats, or a null reference for none.</param>
    /// <param name="y">Receives [rows, Padded(units)] at <paramref name="yStride"/>; the padding becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats, at least Padded(units).</param>
    /// <param name="activation">f.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TActivation>(
        int rows, int inputs, int units, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation, Workers? workers)
        where TActivation : struct, IActivation
    {
        if (workers is null)
        {
            DenseKernels.Forward(rows, inputs, units, ref x, xStride, ref weights, ref bias, ref y, yStride, activation);
            return;
        }

        fixed (float* xs = &x, ws = &weights, bs = &bias, ys = &y)
        {
            var work = new ForwardWork<TActivation>(rows, inputs, units, xs, xStride, ws, bs, ys, yStride, activation);
            Division.Run(workers, ref work, (long)rows * inputs * Panels.Padded(units), Division.LeastProducts);
        }
    }

    /// <summary>dW = Σ dz[row]·x[row]ᵀ and db = Σ dz[row]; overwrites both.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="x">[rows, inputs] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dz">∂J/∂z, [rows, Padded(units)] at <paramref name="dzStride"/>; the padding is zero.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats, at least Padded(units).</param>
    /// <param name="dW">Receives ∂J/∂W in panels; the padding becomes zero.</param>
    /// <param name="db">Receives ∂J/∂b, Padded(units) floats, the padding zero; a null reference where there is no bias.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ParameterGradient(
        int rows, int inputs, int units, ref float x, int xStride, ref float dz, int dzStride, ref float dW, ref float db, Workers? workers)
    {
        if (workers is null)
        {
            DenseKernels.WeightGradient(rows, inputs, units, ref x, xStride, ref dz, dzStride, ref dW);
            if (!Unsafe.IsNullRef(ref db))
            {
                DenseKernels.BiasGradient(rows, units, ref dz, dzStride, ref db);
            }

            return;
        }

        fixed (float* xs = &x, ds = &dz, dWs = &dW, dbs = &db)
        {
            var work = new ParameterGradientWork(rows, inputs, units, xs, xStride, ds, dzStride, dWs, dbs);
            Division.Run(workers, ref work, (long)rows * inputs * Panels.Padded(units), Division.LeastProducts);
        }
    }

    /// <summary>dx[row, :] = Wᵀ·dz[row], or added to dx.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="dz">∂J/∂z, [rows, units] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="transposed">Wᵀ [inputs, units] in panels, from <see cref="Panels.Transpose"/>.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, Padded(inputs)] at <paramref name="dxStride"/>; its padding becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats, at least Padded(inputs).</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, int inputs, int units, ref float dz, int dzStride, ref float transposed, ref float dx, int dxStride, bool accumulate, Workers? workers)
    {
        if (workers is null)
        {
            DenseKernels.InputGradient(rows, inputs, units, ref dz, dzStride, ref transposed, ref dx, dxStride, accumulate);
            return;
        }

        fixed (float* ds = &dz, ts = &transposed, dxs = &dx)
        {
            var work = new InputGradientWork(rows, inputs, units, ds, dzStride, ts, dxs, dxStride, accumulate);
            Division.Run(workers, ref work, (long)rows * units * Panels.Padded(inputs), Division.LeastProducts);
        }
    }

    /// <summary>dx[row, :] = Wᵀ·dz[row], or added to dx; Wᵀ is made here, a few panels at a time just before they are read.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, at least 1.</param>
    /// <param name="dz">∂J/∂z, [rows, units] at <paramref name="dzStride"/>; its padding is not read.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="weights">W [units, inputs] in panels.</param>
    /// <param name="transposed">Room for Wᵀ, <see cref="Panels.Length"/>(inputs, units) floats; nobody may rely on what it holds afterwards.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, Padded(inputs)] at <paramref name="dxStride"/>; its padding becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats, at least Padded(inputs).</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, int inputs, int units, ref float dz, int dzStride, ref float weights, ref float transposed, ref float dx, int dxStride, bool accumulate, Workers? workers)
    {
        if (workers is not null)
        {
            Transpose(units, inputs, ref weights, ref transposed, workers);
            InputGradient(rows, inputs, units, ref dz, dzStride, ref transposed, ref dx, dxStride, accumulate, workers);
            return;
        }

        // All panels in the place of the first two, which stays in the cache.
        for (int input = 0; input < inputs; input += TransposedAtOnce)
        {
            int its = Math.Min(TransposedAtOnce, inputs - input);
            Panels.TransposePanels(units, inputs, input, its, ref weights, ref transposed);
            DenseKernels.InputGradient(rows, its, units, ref dz, dzStride, ref transposed, ref Unsafe.Add(ref dx, input), dxStride, accumulate);
        }
    }

    /// <summary>Fills Wᵀ [inputs, units] in panels from W [units, inputs] in panels; its padding becomes zero.</summary>
    /// <param name="units">The rows of W, at least 1.</param>
    /// <param name="inputs">The columns of W, at least 1.</param>
    /// <param name="weights">W, <see cref="Panels.Length"/>(units, inputs) floats.</param>
    /// <param name="transposed">Receives Wᵀ, Length(inputs, units) floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(int units, int inputs, ref float weights, ref float transposed, Workers? workers)
    {
        if (workers is null)
        {
            Panels.Transpose(units, inputs, ref weights, ref transposed);
            return;
        }

        fixed (float* ws = &weights, ts = &transposed)
        {
            var work = new TransposeWork(units, inputs, ws, ts);
            Division.Run(workers, ref work, (long)units * inputs, Division.LeastElements);
        }
    }
}
