using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>
/// Zeros around every channel, and the gradient of that, for one example. A signal is an image of one row. Nothing is
/// checked and nothing allocated.
/// </summary>
public static class ZeroPadKernels
{
    /// <summary>y[c, top + i, left + j] = x[c, i, j], and 0 around it.</summary>
    /// <param name="channels">The channels, at least 1.</param>
    /// <param name="height">The rows of x, at least 1.</param>
    /// <param name="width">The columns of x, at least 1.</param>
    /// <param name="left">The zeros before each row.</param>
    /// <param name="right">The zeros behind each row.</param>
    /// <param name="top">The rows of zeros above.</param>
    /// <param name="bottom">The rows of zeros below.</param>
    /// <param name="x">[channels, height, width]; nothing behind the last element is read.</param>
    /// <param name="y">Receives [channels, top + height + bottom, left + width + right]; the padding up to a multiple of 16 becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward(int channels, int height, int width, int left, int right, int top, int bottom, ref float x, ref float y)
    {
        (int outputHeight, int outputWidth) = (top + height + bottom, left + width + right);
        MemoryMarshal.CreateSpan(ref y, Panels.Padded(channels * outputHeight * outputWidth)).Clear();
        for (int channel = 0; channel < channels; channel++)
        {
            ref float to = ref Unsafe.Add(ref y, (channel * outputHeight + top) * outputWidth + left);
            for (int row = 0; row < height; row++)
            {
                MemoryMarshal.CreateSpan(ref x, width).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref to, row * outputWidth), width));
                x = ref Unsafe.Add(ref x, width);
            }
        }
    }

    /// <summary>dx[c, i, j] = dy[c, top + i, left + j].</summary>
    /// <param name="channels">The channels, at least 1.</param>
    /// <param name="height">The rows of x, at least 1.</param>
    /// <param name="width">The columns of x, at least 1.</param>
    /// <param name="left">The zeros before each row.</param>
    /// <param name="right">The zeros behind each row.</param>
    /// <param name="top">The rows of zeros above.</param>
    /// <param name="bottom">The rows of zeros below.</param>
    /// <param name="dy">∂J/∂y, [channels, top + height + bottom, left + width + right].</param>
    /// <param name="dx">Receives ∂J/∂x, [channels, height, width]; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(int channels, int height, int width, int left, int right, int top, int bottom, ref float dy, ref float dx, bool accumulate)
    {
        (int outputHeight, int outputWidth) = (top + height + bottom, left + width + right);
        for (int channel = 0; channel < channels; channel++)
        {
            ref float from = ref Unsafe.Add(ref dy, (channel * outputHeight + top) * outputWidth + left);
            for (int row = 0; row < height; row++)
            {
                for (int column = 0; column < width; column++)
                {
                    float value = Unsafe.Add(ref from, row * outputWidth + column);
                    dx = accumulate ? dx + value : value;
                    dx = ref Unsafe.Add(ref dx, 1);
                }
            }
        }

        if (!accumulate)
        {
            int elements = channels * height * width;
            MemoryMarshal.CreateSpan(ref dx, Panels.Padded(elements) - elements).Clear();
        }
    }
}
