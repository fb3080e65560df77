using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// The vectors of symbols, and the gradient of the table that they come from. The table W [symbols, size] lies row by
/// row, padded at its end only. Nothing is allocated. That inputs are symbols is the caller's check; what is none is
/// taken for the nearest one, so that no memory but the table's is touched.
/// </summary>
public static unsafe class EmbeddingKernels
{
    /// <summary>y[row, t, :] = W[x[row, t], :].</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="steps">The symbols of an example, at least 1.</param>
    /// <param name="symbols">The rows of the table, at least 1.</param>
    /// <param name="size">Its columns, at least 1.</param>
    /// <param name="x">[rows, steps] at <paramref name="xStride"/>; not padded.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">W.</param>
    /// <param name="y">Receives [rows, steps·size] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        int rows, int steps, int symbols, int size, ref float x, int xStride, ref float weights, ref float y, int yStride, Workers? workers)
    {
        fixed (float* xs = &x, ws = &weights, ys = &y)
        {
            var work = new EmbeddingForwardWork(rows, steps, symbols, size, xs, xStride, ws, ys, yStride);
            Division.Run(workers, ref work, (long)rows * steps * size, Division.LeastCopies);
        }
    }

    /// <summary>dW[s, :] = Σ dy[row, t, :] over all rows and steps with x[row, t] = s, in ascending order; 0 where there are none.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="steps">The symbols of an example, at least 1.</param>
    /// <param name="symbols">The rows of the table, at least 1.</param>
    /// <param name="size">Its columns, at least 1.</param>
    /// <param name="x">[rows, steps] at <paramref name="xStride"/>; not padded.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, steps·size] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dW">Receives ∂J/∂W; the padding becomes zero.</param>
    /// <param name="workers">The threads, each with rows of the table; null for the calling one alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightGradient(
        int rows, int steps, int symbols, int size, ref float x, int xStride, ref float dy, int dyStride, ref float dW, Workers? workers)
    {
        fixed (float* xs = &x, ds = &dy, dWs = &dW)
        {
            int elements = symbols * size;
            Panels.ClearPadding(ref dW, elements);
            var work = new EmbeddingGradientWork(rows, steps, symbols, size, xs, xStride, ds, dyStride, dWs);
            Division.Run(workers, ref work, elements + (long)rows * steps * size, Division.LeastCopies);
        }
    }

    /// <summary>The row of the table that a number in the input asks for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Symbol(float number, int symbols) => Math.Clamp((int)number, 0, symbols - 1);
}
