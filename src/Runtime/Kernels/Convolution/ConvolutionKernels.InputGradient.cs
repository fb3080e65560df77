using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    /// <summary>
    /// Seen from dx it is a convolution of dz with the kernel turned round. Where there is a stride, the positions of dx
    /// fall into phases by their remainders, each of which meets its own taps of the kernel one by one.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void InputGradient<TVector, T>(
        int rows, in ConvolutionSizes given, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        ConvolutionSizes sizes = given.Upright;
        if (IsByColumns(sizes))
        {
            InputGradientByColumns<TVector, T>(rows, sizes, ref dz, dzStride, ref weights, ref dx, dxStride, accumulate);
            return;
        }

        var vertical = ShiftedAxis.Rows(sizes, isBackward: true);
        var horizontal = ShiftedAxis.Columns(sizes, isBackward: true);
        int phases = sizes.StrideHeight * sizes.StrideWidth;
        int products = sizes.GroupFilters * sizes.Taps;
        int* table = ConvolutionScratch.Table(2L * products + 2 * sizes.Taps + phases + 1 + ShiftedPlanes.TableLength(vertical, horizontal));
        var steps = (Step*)table;
        var taps = (Step*)(table + 2 * products);
        int* starts = table + 2 * products + 2 * sizes.Taps;
        int lines = (sizes.Height + sizes.StrideHeight - 1) / sizes.StrideHeight;
        int lineWidth = (sizes.Width + sizes.StrideWidth - 1) / sizes.StrideWidth;
        var planes = new ShiftedPlanes(
            starts + phases + 1, sizes.GroupFilters * sizes.KernelWidth, sizes.OutputHeight, sizes.OutputWidth, lines, lineWidth, vertical, horizontal);
        Steps(sizes, planes, vertical, horizontal, steps, taps, starts);
        int positions = planes.Band * lineWidth;
        long onePhase = phases == 1 ? 0 : (long)sizes.GroupChannels * positions;
        float* memory = ConvolutionScratch.Numbers(ShiftedStrip.Edge + onePhase + planes.Length);
        float* sums = memory + ShiftedStrip.Edge;
        float* laidOut = sums + onePhase;
        planes.Clear(laidOut);
        int length = sizes.Channels * sizes.Pixels;
        fixed (float* ds = &dz, ws = &weights, dxs = &dx)
        {
            for (int row = 0; row < rows; row++)
            {
                float* example = ds + (nint)row * dzStride;
                float* results = dxs + (nint)row * dxStride;
                for (int group = 0; group < sizes.Groups; group++)
                {
                    float* ofFilters = ws + (nint)group * products * sizes.GroupChannels;
                    float* ofChannels = results + (nint)group * sizes.GroupChannels * sizes.Pixels;
                    for (int line = 0; line < lines; line += planes.Band)
                    {
                        int its = Math.Min(planes.Band, lines - line);
                        if (planes.Band < lines)
                        {
                            planes.Clear(laidOut);
                        }

                        planes.Fill(example + (nint)group * sizes.GroupFilters * sizes.OutputPixels, line, its, laidOut);
                        if (phases == 1)
                        {
                            ShiftedStrip.Multiply<TVector, T, IdentityActivation>(
                                sizes.GroupChannels, its * lineWidth, products, planes.Steps, steps, laidOut, ofFilters, sizes.Taps, null, accumulate, ofChannels + line * lineWidth, sizes.Pixels, memory, default);
                            continue;
                        }

                        for (int phase = 0; phase < phases; phase++)
                        {
                            ShiftedStrip.Multiply<TVector, T, IdentityActivation>(
                                sizes.GroupChannels, its * lineWidth, starts[phase + 1] - starts[phase], planes.Steps, steps + starts[phase], laidOut, ofFilters, sizes.Taps, null, adds: false, sums, positions, memory, default);
                            Spread(sizes, phase, line, its, lineWidth, sums, positions, ofChannels, accumulate);
                        }
                    }
                }

                if (!accumulate)
                {
                    Panels.ClearPadding(ref *results, length);
                }
            }
        }
    }

    /// <summary>The steps of every phase, its filters and their taps in ascending order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Steps(
        in ConvolutionSizes sizes, in ShiftedPlanes planes, in ShiftedAxis vertical, in ShiftedAxis horizontal, Step* steps, Step* taps, int* starts)
    {
        int step = 0;
        for (int phase = 0; phase < sizes.StrideHeight * sizes.StrideWidth; phase++)
        {
            starts[phase] = step;
            int count = 0;
            for (int u = 0; u < sizes.KernelHeight; u++)
            {
                for (int v = 0; v < sizes.KernelWidth && vertical.Phase(u) == phase / sizes.StrideWidth; v++)
                {
                    if (horizontal.Phase(v) == phase % sizes.StrideWidth)
                    {
                        taps[count++] = new Step { Plane = planes.Shift(v, u), Weight = u * sizes.KernelWidth + v };
                    }
                }
            }

            for (int filter = 0; filter < sizes.GroupFilters; filter++)
            {
                int plane = planes.Shift(filter * sizes.KernelWidth, 0) - planes.Shift(0, 0);
                int weight = filter * sizes.GroupChannels * sizes.Taps;
                for (int tap = 0; tap < count; tap++)
                {
                    steps[step++] = new Step { Plane = (plane + taps[tap].Plane) * sizeof(float), Weight = (weight + taps[tap].Weight) * sizeof(float) };
                }
            }
        }

        starts[sizes.StrideHeight * sizes.StrideWidth] = step;
    }

    /// <summary>Writes the sums of one phase where they belong in dx.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread(
        in ConvolutionSizes sizes, int phase, int firstLine, int lines, int lineWidth, float* sums, int positions, float* dx, bool accumulate)
    {
        int top = phase / sizes.StrideWidth;
        int left = phase % sizes.StrideWidth;
        int count = (sizes.Width - left + sizes.StrideWidth - 1) / sizes.StrideWidth;
        for (int channel = 0; channel < sizes.GroupChannels; channel++)
        {
            for (int line = 0; line < lines; line++)
            {
                int row = (firstLine + line) * sizes.StrideHeight + top;
                if (row >= sizes.Height)
                {
                    break;
                }

                float* from = sums + (nint)channel * positions + line * lineWidth;
                float* to = dx + ((nint)channel * sizes.Height + row) * sizes.Width + left;
                nint step = sizes.StrideWidth;
                for (int i = 0; i < count && accumulate; i++)
                {
                    to[i * step] += from[i];
                }

                for (int i = 0; i < count && !accumulate; i++)
                {
                    to[i * step] = from[i];
                }
            }
        }
    }
}
