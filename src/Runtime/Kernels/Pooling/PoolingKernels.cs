using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>
/// Maxima and means of windows and their gradients, for rows of examples. Nothing is checked and nothing allocated:
/// generated code calls with what it has laid out.
/// </summary>
/// <remarks>
/// The elements of a window are taken in row-major order, and what several windows give to one element is added in the
/// order of the windows, so that the bits are the same for a row alone and in a batch, and at every vector width.
/// </remarks>
public static class PoolingKernels
{
    /// <summary>y = max x over every window: of equal elements the first, of NaNs the last.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">[rows, channels · height · width] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="y">Receives [rows, channels · outputHeight · outputWidth] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void MaxForward(int rows, in PoolingSizes sizes, ref float x, int xStride, ref float y, int yStride)
    {
        bool halves = Halving.TakesMaxima(sizes);
        for (int row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, (nint)row * xStride);
            ref float to = ref Unsafe.Add(ref y, (nint)row * yStride);
            if (halves)
            {
                Halving.MaxForward(sizes, ref from, ref to, Halving.Lanes);
            }
            else
            {
                MaxOfWindows(sizes, ref from, ref to);
            }

            Panels.ClearPadding(ref to, sizes.Outputs);
        }
    }

    /// <summary>dx = dy where x is the maximum of its window, and 0 elsewhere; summed over the windows of an element.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">[rows, channels · height · width] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dy">∂J/∂y, [rows, channels · outputHeight · outputWidth] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dx">
    /// Receives ∂J/∂x, [rows, channels · height · width] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.
    /// It may be x itself where every element lies in one window and no other, and nothing accumulates.
    /// </param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    /// <param name="rectified">Whether x is what a ReLU gave, and dx is the gradient before it: 0 where x is not positive.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void MaxBackward(
        int rows, in PoolingSizes sizes, ref float x, int xStride, ref float dy, int dyStride, ref float dx, int dxStride, bool accumulate, bool rectified)
    {
        bool halves = Halving.TakesMaxima(sizes);
        bool overwrites = sizes.IsTiled && !accumulate;
        for (int row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, (nint)row * xStride);
            ref float given = ref Unsafe.Add(ref dy, (nint)row * dyStride);
            ref float to = ref Unsafe.Add(ref dx, (nint)row * dxStride);
            Prepare(sizes, ref to, accumulate, overwrites);
            if (halves)
            {
                Halving.MaxBackward(sizes, ref from, ref given, ref to, accumulate, rectified, Halving.Lanes);
            }
            else
            {
                BackToMaxima(sizes, ref from, ref given, ref to, overwrites, rectified);
            }
        }
    }

    /// <summary>y = 1/n·Σ x over every window, in ascending order.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">[rows, channels · height · width] at <paramref name="xStride"/>; nothing behind the last element is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="y">Receives [rows, channels · outputHeight · outputWidth] at <paramref name="yStride"/>; the padding up to a multiple of 16 becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="includePadding">Whether n is the size of the kernel; otherwise it is the number of elements that are summed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AverageForward(int rows, in PoolingSizes sizes, ref float x, int xStride, ref float y, int yStride, bool includePadding)
    {
        bool halves = Halving.Takes(sizes);
        for (int row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, (nint)row * xStride);
            ref float to = ref Unsafe.Add(ref y, (nint)row * yStride);
            if (halves)
            {
                Halving.AverageForward(sizes, ref from, ref to);
            }
            else if (sizes.OutputHeight == 1 && sizes.OutputWidth == 1)
            {
                MeansOfChannels(sizes, ref from, ref to, includePadding);
            }
            else
            {
                MeansOfWindows(sizes, ref from, ref to, includePadding);
            }

            Panels.ClearPadding(ref to, sizes.Outputs);
        }
    }

    /// <summary>dx = Σ dy/n over the windows of an element, in ascending order.</summary>
    /// <param name="rows">The number of examples.</param>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="dy">∂J/∂y, [rows, channels · outputHeight · outputWidth] at <paramref name="dyStride"/>.</param>
    /// <param name="dyStride">From one row of dy to the next, in floats.</param>
    /// <param name="dx">Receives ∂J/∂x, [rows, channels · height · width] at <paramref name="dxStride"/>; its padding up to a multiple of 16 becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="includePadding">Whether n is the size of the kernel; otherwise it is the number of elements that were summed.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AverageBackward(
        int rows, in PoolingSizes sizes, ref float dy, int dyStride, ref float dx, int dxStride, bool includePadding, bool accumulate)
    {
        bool halves = Halving.Takes(sizes);
        for (int row = 0; row < rows; row++)
        {
            ref float given = ref Unsafe.Add(ref dy, (nint)row * dyStride);
            ref float to = ref Unsafe.Add(ref dx, (nint)row * dxStride);
            Prepare(sizes, ref to, accumulate, overwrites: halves && sizes.IsTiled);
            if (halves)
            {
                Halving.AverageBackward(sizes, ref given, ref to, accumulate);
            }
            else
            {
                BackToMeans(sizes, ref given, ref to, includePadding);
            }
        }
    }

    /// <summary>Clears what is added to, and what is not written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Prepare(in PoolingSizes sizes, ref float dx, bool accumulate, bool overwrites)
    {
        if (!accumulate)
        {
            int first = overwrites ? sizes.Inputs : 0;
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref dx, first), Panels.Padded(sizes.Inputs) - first).Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaxOfWindows(in PoolingSizes sizes, ref float x, ref float y)
    {
        for (int channel = 0; channel < sizes.Channels; channel++)
        {
            for (int outputRow = 0; outputRow < sizes.OutputHeight; outputRow++)
            {
                for (int outputColumn = 0; outputColumn < sizes.OutputWidth; outputColumn++)
                {
                    y = Unsafe.Add(ref x, IndexOfMax(new Window(sizes, outputRow, outputColumn), ref x, sizes.Width));
                    y = ref Unsafe.Add(ref y, 1);
                }
            }

            x = ref Unsafe.Add(ref x, sizes.Height * sizes.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BackToMaxima(in PoolingSizes sizes, ref float x, ref float dy, ref float dx, bool overwrites, bool rectified)
    {
        for (int channel = 0; channel < sizes.Channels; channel++)
        {
            for (int outputRow = 0; outputRow < sizes.OutputHeight; outputRow++)
            {
                for (int outputColumn = 0; outputColumn < sizes.OutputWidth; outputColumn++)
                {
                    var window = new Window(sizes, outputRow, outputColumn);
                    int index = IndexOfMax(window, ref x, sizes.Width);
                    bool takes = !rectified || Unsafe.Add(ref x, index) > 0;
                    if (overwrites)
                    {
                        Clear(window, ref dx, sizes.Width);
                    }

                    if (takes)
                    {
                        Unsafe.Add(ref dx, index) += dy;
                    }

                    dy = ref Unsafe.Add(ref dy, 1);
                }
            }

            x = ref Unsafe.Add(ref x, sizes.Height * sizes.Width);
            dx = ref Unsafe.Add(ref dx, sizes.Height * sizes.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(Window window, ref float dx, int width)
    {
        for (int row = window.Row; row < window.RowEnd; row++)
        {
            int end = row * width + window.ColumnEnd;
            for (int index = row * width + window.Column; index < end; index++)
            {
                Unsafe.Add(ref dx, index) = 0;
            }
        }
    }

    /// <summary>Where in its channel the maximum of a window lies; in vectors of one number, for a branch would be guessed wrong too often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOfMax(Window window, ref float x, int width)
    {
        int first = window.Row * width + window.Column;
        Vector128<float> max = Vector128.CreateScalarUnsafe(Unsafe.Add(ref x, first));
        Vector128<int> found = Vector128.CreateScalarUnsafe(first);
        for (int row = window.Row; row < window.RowEnd; row++)
        {
            int end = row * width + window.ColumnEnd;
            for (int index = row * width + window.Column; index < end; index++)
            {
                Vector128<float> value = Vector128.CreateScalarUnsafe(Unsafe.Add(ref x, index));
                Vector128<float> exceeds = Vector128.GreaterThan(value, max) | Vector128.IsNaN(value);
                max = Vector128.ConditionalSelect(exceeds, value, max);
                found = Vector128.ConditionalSelect(exceeds.AsInt32(), Vector128.CreateScalarUnsafe(index), found);
            }
        }

        return found.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MeansOfWindows(in PoolingSizes sizes, ref float x, ref float y, bool includePadding)
    {
        for (int channel = 0; channel < sizes.Channels; channel++)
        {
            for (int outputRow = 0; outputRow < sizes.OutputHeight; outputRow++)
            {
                for (int outputColumn = 0; outputColumn < sizes.OutputWidth; outputColumn++)
                {
                    var window = new Window(sizes, outputRow, outputColumn);
                    float sum = 0;
                    for (int row = window.Row; row < window.RowEnd; row++)
                    {
                        int end = row * sizes.Width + window.ColumnEnd;
                        for (int index = row * sizes.Width + window.Column; index < end; index++)
                        {
                            sum += Unsafe.Add(ref x, index);
                        }
                    }

                    y = sum / Divisor(sizes, window, includePadding);
                    y = ref Unsafe.Add(ref y, 1);
                }
            }

            x = ref Unsafe.Add(ref x, sizes.Height * sizes.Width);
        }
    }

    /// <summary>The means of one window per channel: four channels side by side, for a sum waits for itself only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MeansOfChannels(in PoolingSizes sizes, ref float x, ref float y, bool includePadding)
    {
        var window = new Window(sizes, 0, 0);
        float divisor = Divisor(sizes, window, includePadding);
        int area = sizes.Height * sizes.Width;
        int channel = 0;
        for (; channel + 4 <= sizes.Channels; channel += 4)
        {
            float a = 0, b = 0, c = 0, d = 0;
            for (int row = window.Row; row < window.RowEnd; row++)
            {
                int end = row * sizes.Width + window.ColumnEnd;
                for (int index = row * sizes.Width + window.Column; index < end; index++)
                {
                    a += Unsafe.Add(ref x, index);
                    b += Unsafe.Add(ref x, index + area);
                    c += Unsafe.Add(ref x, index + 2 * area);
                    d += Unsafe.Add(ref x, index + 3 * area);
                }
            }

            Unsafe.Add(ref y, channel) = a / divisor;
            Unsafe.Add(ref y, channel + 1) = b / divisor;
            Unsafe.Add(ref y, channel + 2) = c / divisor;
            Unsafe.Add(ref y, channel + 3) = d / divisor;
            x = ref Unsafe.Add(ref x, 4 * area);
        }

        for (; channel < sizes.Channels; channel++)
        {
            float sum = 0;
            for (int row = window.Row; row < window.RowEnd; row++)
            {
                int end = row * sizes.Width + window.ColumnEnd;
                for (int index = row * sizes.Width + window.Column; index < end; index++)
                {
                    sum += Unsafe.Add(ref x, index);
                }
            }

            Unsafe.Add(ref y, channel) = sum / divisor;
            x = ref Unsafe.Add(ref x, area);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BackToMeans(in PoolingSizes sizes, ref float dy, ref float dx, bool includePadding)
    {
        for (int channel = 0; channel < sizes.Channels; channel++)
        {
            for (int outputRow = 0; outputRow < sizes.OutputHeight; outputRow++)
            {
                for (int outputColumn = 0; outputColumn < sizes.OutputWidth; outputColumn++)
                {
                    var window = new Window(sizes, outputRow, outputColumn);
                    float share = dy / Divisor(sizes, window, includePadding);
                    for (int row = window.Row; row < window.RowEnd; row++)
                    {
                        int end = row * sizes.Width + window.ColumnEnd;
                        for (int index = row * sizes.Width + window.Column; index < end; index++)
                        {
                            Unsafe.Add(ref dx, index) += share;
                        }
                    }

                    dy = ref Unsafe.Add(ref dy, 1);
                }
            }

            dx = ref Unsafe.Add(ref dx, sizes.Height * sizes.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Divisor(in PoolingSizes sizes, Window window, bool includePadding) =>
        includePadding ? (float)((long)sizes.KernelHeight * sizes.KernelWidth) : window.Elements;
}
