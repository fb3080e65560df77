using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    /// <summary>The steps of a sum that are worth reading and writing it once for every row of the kernel.</summary>
    private const int LeastStepsOfRow = 32;

    /// <summary>
    /// Whether each row of the kernel is taken by itself: without a stride what it brings to dx is a product of whole
    /// lines, some lines further down, and nothing is multiplied that lies above or below dz. Where dz is nearly as high
    /// as dx there is little of that.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsByRows(in ConvolutionSizes sizes) =>
        sizes.StrideHeight == 1 && sizes.StrideWidth == 1 && sizes.GroupFilters * sizes.KernelWidth >= LeastStepsOfRow && sizes.OutputHeight <= sizes.Height * 7L / 8;

    /// <summary>dx, summed over the rows of the kernel, in each over filters and columns.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputGradientByRows<TVector, T>(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        var vertical = ShiftedAxis.Line;
        var horizontal = ShiftedAxis.Columns(sizes, isBackward: true);
        int products = sizes.GroupFilters * sizes.KernelWidth;
        int* table = ConvolutionScratch.Table(2L * products + ShiftedPlanes.TableLength(vertical, horizontal));
        var steps = (Step*)table;
        var planes = new ShiftedPlanes(
            table + 2 * products, sizes.GroupFilters, sizes.OutputHeight, sizes.OutputWidth, sizes.OutputHeight, sizes.Width, vertical, horizontal);
        for (int step = 0; step < products; step++)
        {
            (int filter, int v) = Math.DivRem(step, sizes.KernelWidth);
            steps[step] = new Step { Plane = planes.Shift(filter, 0, v) * sizeof(float), Weight = (filter * sizes.GroupChannels * sizes.Taps + v) * sizeof(float) };
        }

        float* memory = ConvolutionScratch.Numbers(ShiftedStrip.Edge + planes.Length);
        float* laidOut = memory + ShiftedStrip.Edge;
        planes.Clear(laidOut);
        int length = sizes.Channels * sizes.Pixels;
        fixed (float* ds = &dz, ws = &weights, dxs = &dx)
        {
            for (int row = 0; row < rows; row++)
            {
                float* example = ds + (nint)row * dzStride;
                float* results = dxs + (nint)row * dxStride;
                if (!accumulate)
                {
                    new Span<float>(results, Panels.Padded(length)).Clear();
                }

                for (int group = 0; group < sizes.Groups; group++)
                {
                    float* ofFilters = ws + (nint)group * sizes.GroupFilters * sizes.GroupChannels * sizes.Taps;
                    float* ofChannels = results + (nint)group * sizes.GroupChannels * sizes.Pixels;
                    for (int line = 0; line < sizes.OutputHeight; line += planes.Band)
                    {
                        int end = Math.Min(line + planes.Band, sizes.OutputHeight);
                        if (planes.Band < sizes.OutputHeight)
                        {
                            planes.Clear(laidOut);
                        }

                        planes.Fill(example + (nint)group * sizes.GroupFilters * sizes.OutputPixels, line, end - line, laidOut);
                        for (int u = 0; u < sizes.KernelHeight; u++)
                        {
                            int down = u * sizes.DilationHeight - sizes.PaddingTop;
                            int first = Math.Max(line, -down);
                            int lines = Math.Min(end, sizes.Height - down) - first;
                            if (lines > 0)
                            {
                                ShiftedStrip.Multiply<TVector, T, IdentityActivation>(
                                    sizes.GroupChannels, lines * sizes.Width, products, planes.Steps, steps, laidOut + (nint)(first - line) * sizes.Width, ofFilters + u * sizes.KernelWidth, sizes.Taps,
                                    null, adds: true, ofChannels + (nint)(first + down) * sizes.Width, sizes.Pixels, memory, default);
                            }
                        }
                    }
                }
            }
        }
    }
}
