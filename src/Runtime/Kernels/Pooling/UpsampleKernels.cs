using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>
/// Elements repeated along both axes, and the gradient of that, for one example. A signal is an image of one row,
/// whose rows are repeated once. Nothing is checked and nothing allocated.
/// </summary>
public static class UpsampleKernels
{
    /// <summary>y[c, i, j] = x[c, ⌊i/factorHeight⌋, ⌊j/factorWidth⌋].</summary>
    /// <param name="channels">The channels, at least 1.</param>
    /// <param name="height">The rows of x, at least 1.</param>
    /// <param name="width">The columns of x, at least 1.</param>
    /// <param name="factorHeight">How often a row is repeated, at least 1.</param>
    /// <param name="factorWidth">How often a column is repeated, at least 1.</param>
    /// <param name="x">[channels, height, width]; nothing behind the last element is read.</param>
    /// <param name="y">Receives [channels, height · factorHeight, width · factorWidth]; the padding up to a multiple of 16 becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward(int channels, int height, int width, int factorHeight, int factorWidth, ref float x, ref float y)
    {
        int wide = width * factorWidth;
        for (int row = 0; row < channels * height; row++)
        {
            ref float to = ref y;
            for (int column = 0; column < width; column++)
            {
                float value = Unsafe.Add(ref x, column);
                for (int copy = 0; copy < factorWidth; copy++)
                {
                    to = value;
                    to = ref Unsafe.Add(ref to, 1);
                }
            }

            for (int copy = 1; copy < factorHeight; copy++)
            {
                MemoryMarshal.CreateSpan(ref y, wide).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref y, copy * wide), wide));
            }

            x = ref Unsafe.Add(ref x, width);
            y = ref Unsafe.Add(ref y, factorHeight * wide);
        }

        int elements = channels * height * factorHeight * wide;
        MemoryMarshal.CreateSpan(ref y, Panels.Padded(elements) - elements).Clear();
    }

    /// <summary>dx = Σ dy over the copies of an element, in row-major order.</summary>
    /// <param name="channels">The channels, at least 1.</param>
    /// <param name="height">The rows of x, at least 1.</param>
    /// <param name="width">The columns of x, at least 1.</param>
    /// <param name="factorHeight">How often a row was repeated, at least 1.</param>
    /// <param name="factorWidth">How often a column was repeated, at least 1.</param>
    /// <param name="dy">∂J/∂y, [channels, height · factorHeight, width · factorWidth].</param>
    /// <param name="dx">Receives ∂J/∂x, [channels, height, width]; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(int channels, int height, int width, int factorHeight, int factorWidth, ref float dy, ref float dx, bool accumulate)
    {
        int wide = width * factorWidth;
        for (int row = 0; row < channels * height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                float sum = accumulate ? dx : 0;
                for (int copyRow = 0; copyRow < factorHeight; copyRow++)
                {
                    int first = copyRow * wide + column * factorWidth;
                    for (int copy = first; copy < first + factorWidth; copy++)
                    {
                        sum += Unsafe.Add(ref dy, copy);
                    }
                }

                dx = sum;
                dx = ref Unsafe.Add(ref dx, 1);
            }

            dy = ref Unsafe.Add(ref dy, factorHeight * wide);
        }

        if (!accumulate)
        {
            int elements = channels * height * width;
            MemoryMarshal.CreateSpan(ref dx, Panels.Padded(elements) - elements).Clear();
        }
    }
}
