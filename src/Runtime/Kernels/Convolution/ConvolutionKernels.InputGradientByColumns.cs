using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    /// <summary>The filters that are worth reading and writing a sum once for every row of the kernel.</summary>
    private const int LeastFilters = 8;

    /// <summary>The floats of the sums of some channels: half of a second-level cache of 512 KiB.</summary>
    private const int MostOfSums = 1 << 16;

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
    /// each row of the kernel adds its products with dz some lines further down. Then every plane is added to dx where
    /// its column lies.
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
        // Sums are taken by whole vectors: behind the lines of dz lie zeros, behind those of a plane what nobody reads.
        int plane = Panels.Padded(sizes.Height * sizes.OutputWidth + Panels.Padding - 1);
        int filterStride = Panels.Padded(pixels + Panels.Padding - 1);
        int channels = Math.Min(sizes.GroupChannels, MostOfSums / (sizes.KernelWidth * plane));
        var steps = (Step*)ConvolutionScratch.Table(2L * filters);
        for (int filter = 0; filter < filters; filter++)
        {
            steps[filter] = new Step { Plane = checked(filter * filterStride * sizeof(float)), Weight = filter * sizeof(float) };
        }

        long turnedLength = (long)sizes.Filters * sizes.GroupChannels * sizes.Taps;
        int sumsLength = channels * sizes.KernelWidth * plane;
        float* memory = ConvolutionScratch.Numbers(ShiftedStrip.Edge + (long)filters * filterStride + turnedLength + sumsLength);
        float* laidOut = memory + ShiftedStrip.Edge;
        float* turned = laidOut + (nint)filters * filterStride;
        float* sums = turned + turnedLength;
        int length = sizes.Channels * sizes.Pixels;
        new Span<float>(laidOut, filters * filterStride).Clear();
        fixed (float* ds = &dz, ws = &weights, dxs = &dx)
        {
            Turn(sizes, ws, turned);
            for (int row = 0; row < rows; row++)
            {
                float* results = dxs + (nint)row * dxStride;
                if (!accumulate)
                {
                    new Span<float>(results, Panels.Padded(length)).Clear();
                }

                for (int group = 0; group < sizes.Groups; group++)
                {
                    float* its = ds + (nint)row * dzStride + (nint)group * filters * pixels;
                    StepRows.Spread(its, filters, pixels, laidOut, filterStride);

                    for (int channel = 0; channel < sizes.GroupChannels; channel += channels)
                    {
                        int count = Math.Min(channels, sizes.GroupChannels - channel);
                        new Span<float>(sums, count * sizes.KernelWidth * plane).Clear();
                        for (int u = 0; u < sizes.KernelHeight; u++)
                        {
                            int down = u * sizes.DilationHeight - sizes.PaddingTop;
                            int first = Math.Max(0, -down);
                            int lines = Math.Min(sizes.OutputHeight, sizes.Height - down) - first;
                            int positions = (lines * sizes.OutputWidth + T.Width - 1) / T.Width * T.Width;
                            if (lines > 0)
                            {
                                float* ofRow = turned + (((nint)group * sizes.KernelHeight + u) * sizes.GroupChannels + channel) * sizes.KernelWidth * filters;
                                ShiftedStrip.Multiply<TVector, T, IdentityActivation>(
                                    count * sizes.KernelWidth, positions, filters, MostFiltersOfSum, steps, laidOut + first * sizes.OutputWidth, ofRow, filters,
                                    null, adds: true, sums + (first + down) * sizes.OutputWidth, plane, memory, default);
                            }
                        }

                        AddColumns(sizes, count, sums, plane, results + ((nint)group * sizes.GroupChannels + channel) * sizes.Pixels);
                    }
                }
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

    /// <summary>Adds the planes of every column of the kernel to dx, where the column lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddColumns(in ConvolutionSizes sizes, int channels, float* sums, int plane, float* dx)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            for (int v = 0; v < sizes.KernelWidth; v++)
            {
                int right = v * sizes.DilationWidth - sizes.PaddingLeft;
                int first = Math.Max(0, -right);
                int count = Math.Min(sizes.OutputWidth, sizes.Width - right) - first;
                float* from = sums + first;
                float* to = dx + first + right;
                for (int line = 0; line < sizes.Height; line++)
                {
                    FloatRows.Add(from, to, count);
                    from += sizes.OutputWidth;
                    to += sizes.Width;
                }

                sums += plane;
            }

            dx += sizes.Pixels;
        }
    }
}
