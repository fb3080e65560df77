using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    /// <summary>The filters that are worth reading and writing a sum once for every row of the kernel.</summary>
    private const int LeastFilters = 8;

    /// <summary>The floats of the sums of some channels: half of a second-level cache of 512 KiB.</summary>
    private const int MostOfSums = 1 << 16;

    /// <summary>The floats of the lines over which all planes of sums pass: most of a first-level cache of 32 KiB.</summary>
    private const int MostOfLines = 6656;

    /// <summary>The filters whose lines and weights stay in the nearest cache.</summary>
    private static readonly int MostFiltersOfSum = ShiftedPlanes.StepsOf(ShiftedPlanes.Run / 16 + 1.0);

    /// <summary>
    /// Whether each column of the kernel is taken by itself: without a stride what it brings to dx is a product over
    /// dz as it lies, and nothing is multiplied that lies beside dz. Where dz is nearly as large as dx there is little of that.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsByColumns(in ConvolutionSizes sizes) =>
        sizes.StrideHeight == 1 && sizes.StrideWidth == 1 && sizes.GroupFilters >= LeastFilters &&
        sizes.OutputPixels <= sizes.Pixels * 3L / 4 && sizes.KernelWidth * ((long)sizes.Height * sizes.OutputWidth + 2 * Panels.Padding) <= MostOfSums;

    /// <summary>
    /// dx by way of a plane of sums for every channel and every column of the kernel, with lines as long as those of dz:
    /// each row of the kernel adds its products with dz some lines further down. Then the planes are added up where
    /// their columns lie. Examples stand side by side, so that lines fill vectors.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputGradientByColumns<TVector, T>(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        int filters = sizes.GroupFilters;
        int pixels = sizes.OutputPixels;
        int steps = sizes.KernelHeight * filters;
        long sumsOfExample = (long)sizes.GroupChannels * sizes.KernelWidth * sizes.Height * sizes.OutputWidth;
        int together = Together(sizes, Math.Min(MostOfLines / ((long)steps * sizes.OutputWidth), MostOfSums / sumsOfExample), rows);
        together = sizes.OutputWidth > 1 && FillVectors(sizes, together) ? together : 1;
        // Sums are taken by whole vectors: behind the lines of dz lie zeros, behind those of a plane what nobody reads.
        int plane = Panels.Padded(together * sizes.Height * sizes.OutputWidth + Panels.Padding - 1);
        int dzFilter = Panels.Padded(together * pixels + Panels.Padding - 1);
        int channels = Math.Clamp(MostOfSums / (sizes.KernelWidth * plane), 1, sizes.GroupChannels);
        var table = (Step*)ConvolutionScratch.Table(2L * steps);
        int length = sizes.Channels * sizes.Pixels;
        int turnedLength = Panels.Padded(sizes.Weights);
        int masksLength = sizes.KernelWidth * Panels.Padding;
        int maskLength = Panels.Padded(sizes.OutputWidth + 2 * Panels.Padding);
        long allLines = (long)together * LinesLength(sizes);
        float* memory = ConvolutionScratch.Numbers(
            ShiftedStrip.Edge + (long)filters * dzFilter + turnedLength + masksLength + maskLength + allLines + channels * sizes.KernelWidth * (long)plane + 2 * Panels.Padding);
        float* laidOut = memory + ShiftedStrip.Edge;
        float* turned = laidOut + (nint)filters * dzFilter;
        float* masks = turned + turnedLength;
        float* mask = masks + masksLength;
        float* lines = mask + maskLength;
        float* sums = lines + allLines + Panels.Padding;
        int examples = 0;
        new Span<int>(mask, maskLength).Clear();
        new Span<int>(mask + Panels.Padding, sizes.OutputWidth).Fill(-1);
        fixed (float* ds = &dz, ws = &weights, dxs = &dx)
        {
            Turn(sizes, ws, turned);
            for (int row = 0; row < rows; row += examples)
            {
                if (Math.Min(together, rows - row) != examples)
                {
                    examples = Math.Min(together, rows - row);
                    ColumnSteps(sizes, examples, dzFilter, table);
                    new Span<float>(laidOut, filters * dzFilter).Clear();
                }

                for (int group = 0; group < sizes.Groups; group++)
                {
                    Gather(sizes, examples, ds + (nint)row * dzStride + (nint)group * filters * pixels, dzStride, filters, laidOut, dzFilter);
                    for (int channel = 0; channel < sizes.GroupChannels; channel += channels)
                    {
                        int count = Math.Min(channels, sizes.GroupChannels - channel);
                        float* its = turned + ((nint)group * sizes.KernelHeight * sizes.GroupChannels + channel) * sizes.KernelWidth * filters;
                        SumColumns<TVector, T>(sizes, examples, count, table, laidOut, its, sums, plane, memory);
                        for (int i = 0; i < count; i++)
                        {
                            AddColumns<TVector, T>(
                                sizes, examples, sums + (nint)i * sizes.KernelWidth * plane, plane, mask, masks, lines,
                                dxs + (nint)row * dxStride + ((nint)group * sizes.GroupChannels + channel + i) * sizes.Pixels, dxStride, accumulate);
                        }
                    }
                }

                for (int example = 0; example < examples && !accumulate; example++)
                {
                    Panels.ClearPadding(ref dxs[(nint)(row + example) * dxStride], length);
                }
            }
        }
    }

    /// <summary>Whether the lines of examples side by side fill vectors, and those that a sum passes over stay in the nearest cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool FillVectors(in ConvolutionSizes sizes, int examples)
    {
        long line = (long)examples * sizes.OutputWidth;
        return line % Panels.Padding == 0 && line * sizes.KernelHeight * sizes.GroupFilters <= MostOfLines;
    }

    /// <summary>The filters for every row of the kernel, from where line 0 of dz would meet its first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ColumnSteps(in ConvolutionSizes sizes, int examples, int dzFilter, Step* steps)
    {
        int filters = sizes.GroupFilters;
        int ofRow = sizes.GroupChannels * sizes.KernelWidth * filters;
        for (int u = 0; u < sizes.KernelHeight; u++)
        {
            int up = u * sizes.DilationHeight * examples * sizes.OutputWidth;
            for (int filter = 0; filter < filters; filter++)
            {
                *steps++ = new Step { Plane = checked((filter * dzFilter - up) * sizeof(float)), Weight = checked((u * ofRow + filter) * sizeof(float)) };
            }
        }
    }

    /// <summary>
    /// The planes of some channels. Where lines fill vectors, each is summed over all rows of the kernel at once;
    /// otherwise all lines that a row of the kernel reaches are one piece, to which it adds.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumColumns<TVector, T>(
        in ConvolutionSizes sizes, int examples, int channels, Step* steps, float* dz, float* weights, float* sums, int plane, float* edge)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        int filters = sizes.GroupFilters;
        int lineStep = examples * sizes.OutputWidth;
        int planes = channels * sizes.KernelWidth;
        if (FillVectors(sizes, examples))
        {
            for (int line = 0; line < sizes.Height; line++)
            {
                int lowest = line + sizes.PaddingTop;
                int first = Math.Max(0, (lowest - sizes.OutputHeight + sizes.DilationHeight) / sizes.DilationHeight);
                int end = Math.Min(sizes.KernelHeight, lowest / sizes.DilationHeight + 1);
                int count = Math.Max(0, end - first) * filters;
                ShiftedStrip.Multiply<TVector, T, IdentityActivation>(
                    planes, lineStep, count, count, steps + first * filters, dz + lowest * lineStep, weights, filters,
                    null, adds: false, sums + line * lineStep, plane, edge, default);
            }

            return;
        }

        new Span<float>(sums, planes * plane).Clear();
        for (int u = 0; u < sizes.KernelHeight; u++)
        {
            int down = u * sizes.DilationHeight - sizes.PaddingTop;
            int first = Math.Max(0, -down);
            int lines = Math.Min(sizes.OutputHeight, sizes.Height - down) - first;
            int positions = (lines * lineStep + T.Width - 1) / T.Width * T.Width;
            if (lines > 0)
            {
                ShiftedStrip.Multiply<TVector, T, IdentityActivation>(
                    planes, positions, filters, MostFiltersOfSum, steps + u * filters, dz + (first + u * sizes.DilationHeight) * lineStep, weights, filters,
                    null, adds: true, sums + (first + down) * lineStep, plane, edge, default);
            }
        }
    }

    /// <summary>The weights with filters innermost: [groups, kernelHeight, channels of a group, kernelWidth, filters of a group].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Turn(in ConvolutionSizes sizes, float* weights, float* turned)
    {
        nint ofFilter = (nint)sizes.GroupChannels * sizes.Taps;
        for (int group = 0; group < sizes.Groups; group++)
        {
            for (int u = 0; u < sizes.KernelHeight; u++)
            {
                for (int channel = 0; channel < sizes.GroupChannels; channel++)
                {
                    for (int v = 0; v < sizes.KernelWidth; v++)
                    {
                        float* from = weights + group * sizes.GroupFilters * ofFilter + ((nint)channel * sizes.KernelHeight + u) * sizes.KernelWidth + v;
                        for (int filter = 0; filter < sizes.GroupFilters; filter++)
                        {
                            *turned++ = from[filter * ofFilter];
                        }
                    }
                }
            }
        }
    }

    /// <summary>The floats of the lines of one channel, with those behind the last that a vector holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LinesLength(in ConvolutionSizes sizes) => Panels.Padded(sizes.Pixels + Panels.Padding);

    /// <summary>Adds up the planes of a channel where their columns lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddColumns<TVector, T>(
        in ConvolutionSizes sizes, int examples, float* sums, int plane, float* mask, float* masks, float* lines, float* dx, nint dxStride, bool accumulate)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        TVector one = T.Create(1);
        int linesStep = LinesLength(sizes);
        int outputWidth = sizes.OutputWidth;

        // What a vector holds behind a line is overwritten by the next: the last columns of all lines come first.
        for (int column = (sizes.Width - 1) / T.Width * T.Width; column >= 0; column -= T.Width)
        {
            // Columns first to end - 1 of the kernel bring something to these of dx.
            int at = column + sizes.PaddingLeft;
            int first = Math.Max(0, (at - sizes.OutputWidth + sizes.DilationWidth) / sizes.DilationWidth);
            int end = Math.Min(sizes.KernelWidth, (at + T.Width - 1) / sizes.DilationWidth + 1);
            float* from = sums + (nint)first * plane + at - first * sizes.DilationWidth;
            nint next = plane - sizes.DilationWidth;
            for (int v = first; v < end; v++)
            {
                T.Store(T.Load(ref mask[Panels.Padding + at - v * sizes.DilationWidth]), ref masks[(v - first) * T.Width]);
            }

            for (int line = 0; line < sizes.Height; line++)
            {
                float* to = lines + line * sizes.Width + column;
                for (int example = 0; example < examples; example++)
                {
                    TVector sum = T.Create(0);
                    float* its = from;
                    float* within = masks;
                    for (int v = first; v < end; v++)
                    {
                        sum = T.MultiplyAdd(one, T.Load(ref *its, ref *within), sum);
                        its += next;
                        within += T.Width;
                    }

                    T.Store(sum, ref *to);
                    from += outputWidth;
                    to += linesStep;
                }
            }
        }

        for (int example = 0; example < examples; example++)
        {
            if (accumulate)
            {
                FloatRows.Add(lines, dx, sizes.Pixels);
            }
            else
            {
                FloatRows.Copy(lines, dx, sizes.Pixels);
            }

            lines += linesStep;
            dx += dxStride;
        }
    }
}
