using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// Recurrent layers over rows of sequences, forward and back through time. The parameters of a layer lie together: for
/// each direction the weights of the inputs and of the state in <see cref="Panels"/>, then their biases; their
/// gradients likewise, and the transposed weights. Nothing is checked and nothing allocated.
/// </summary>
/// <remarks>
/// Matrices are multiplied by <see cref="DenseKernels"/>, so every sum runs in ascending order with one accumulator:
/// over the inputs from the bias, over the units from the other bias, and in the gradients of parameters over the steps
/// in the direction of reading and in each over the rows. The bits are the same whether a row comes alone or in a batch
/// and whatever the number of workers.
/// </remarks>
public static unsafe partial class RecurrentKernels
{
    /// <summary>The outputs of all rows; leaves in the memory what <see cref="Backward"/> reads.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer.</param>
    /// <param name="x">[rows, T, F] at <paramref name="xStride"/>; not padded, nothing behind the last input is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="y">Receives [rows, outputs] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="memory"><see cref="RecurrentSizes.Memory"/> floats for every row.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        int rows, in RecurrentSizes sizes, ref float x, int xStride, ref float parameters, ref float y, int yStride, ref float memory, Workers? workers)
    {
        fixed (float* xs = &x, ps = &parameters, ys = &y, ms = &memory)
        {
            var work = new RecurrentForwardWork(rows, sizes.Steps, sizes, xs, xStride, default, ps, ys, yStride, ms);
            Division.Run(workers, ref work, Products(rows, sizes), Division.LeastProducts);
        }
    }

    /// <summary>The gradients of the parameters, from that of the output; overwrites. Leaves in the memory what <see cref="InputGradient"/> reads.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer, with a window of all its steps.</param>
    /// <param name="dy">∂J/∂y, [rows, outputs] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="transposed">The transposed weights of the layer; those of the inputs are not read.</param>
    /// <param name="gradient">Receives the gradient of the layer's parameters; the padding becomes zero.</param>
    /// <param name="memory">As the forward pass left it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        int rows, in RecurrentSizes sizes, ref float dy, int dyStride, ref float transposed, ref float gradient, ref float memory, Workers? workers)
    {
        fixed (float* ds = &dy, ts = &transposed, gs = &gradient, ms = &memory)
        {
            int steps = Steps(rows, sizes, ms);
            var work = new RecurrentBackwardWork(rows, steps, sizes, ds, dyStride, ts, ms);
            Division.Run(workers, ref work, Products(rows, sizes), Division.LeastProducts);
            for (int direction = 0; direction < sizes.Directions; direction++)
            {
                var its = new RecurrentMemory(rows, sizes, ms, direction);
                float* own = gs + (nint)direction * sizes.Parameters;
                DividedKernels.ParameterGradient(
                    steps * rows, sizes.Inputs, sizes.GateUnits, ref *its.Input(0, 0), sizes.InputStride, ref *its.Gates(0, 0), sizes.GateStride,
                    ref own[0], ref sizes.Bias ? ref own[sizes.InputBias] : ref Unsafe.NullRef<float>(), workers);
                DividedKernels.ParameterGradient(
                    steps * rows, sizes.Units, sizes.GateUnits, ref *its.State(0, 0), sizes.UnitStride, ref *its.ProductGradient(0, 0), sizes.GateStride,
                    ref own[sizes.StateWeights], ref sizes.Bias ? ref own[sizes.StateBias] : ref Unsafe.NullRef<float>(), workers);
            }
        }
    }

    /// <summary>The gradient of the inputs, after <see cref="Backward"/>, once.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The layer, with a window of all its steps.</param>
    /// <param name="transposed">The transposed weights of the layer.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, T·F] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="memory">As <see cref="Backward"/> left it.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in RecurrentSizes sizes, ref float transposed, ref float dx, int dxStride, bool accumulate, ref float memory, Workers? workers)
    {
        fixed (float* ts = &transposed, xs = &dx, ms = &memory)
        {
            for (int direction = 0; direction < sizes.Directions; direction++)
            {
                var its = new RecurrentMemory(rows, sizes, ms, direction);
                DividedKernels.InputGradient(
                    Steps(rows, sizes, ms) * rows, sizes.Inputs, sizes.GateUnits, ref *its.Gates(0, 0), sizes.GateStride, ref ts[(nint)direction * sizes.Transposed],
                    ref *its.Input(0, 0), sizes.InputStride, accumulate: false, workers);
                bool adds = accumulate || direction > 0;
                for (int row = 0; row < rows; row++)
                {
                    Place(its, sizes, direction, row, xs + (nint)row * dxStride, adds);
                }
            }
        }
    }

    /// <summary>The gradients of the steps of a row, where the steps lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Place(in RecurrentMemory its, in RecurrentSizes sizes, int direction, int row, float* dx, bool adds)
    {
        int steps = its.Length(row);
        int elements = steps * sizes.Inputs;
        if (!adds)
        {
            new Span<float>(dx + elements, Panels.Padded(sizes.Steps * sizes.Inputs) - elements).Clear();
        }

        for (int step = 0; step < steps; step++)
        {
            float* place = dx + (nint)its.Time(direction, step, row) * sizes.Inputs;
            if (adds)
            {
                FloatRows.Add(its.Input(step, row), place, sizes.Inputs);
            }
            else
            {
                FloatRows.Copy(its.Input(step, row), place, sizes.Inputs);
            }
        }
    }

    private static long Products(int rows, in RecurrentSizes sizes) =>
        (long)rows * sizes.Directions * sizes.Steps * sizes.GateUnits * (sizes.Inputs + sizes.Units);
}
