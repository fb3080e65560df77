using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Threading;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    /// <summary>The positions of several small examples are summed in one go, so that adding up the partial sums costs little.</summary>
    private const int MostPositions = 1024;

    /// <summary>The same of examples side by side.</summary>
    private const int MostPositionsBeside = 2048;

    /// <summary>The positions that are summed in one go even where their gradients overflow <see cref="MostOfGradients"/>.</summary>
    private const int FewestPositions = 512;

    /// <summary>The floats of dz that the taps pass over again and again: a quarter of a second-level cache of 512 KiB.</summary>
    private const int MostOfGradients = 1 << 15;

    /// <summary>The floats in which several examples are laid out.</summary>
    private const int MostTogether = 1 << 17;

    /// <summary>The floats of planes and filters that tiles pass over before other planes are laid out: most of a first-level cache of 32 KiB.</summary>
    private const int MostOfTile = 5120;

    /// <summary>The most taps of a filter that are all laid out at once: two tiles are more even than one and a few.</summary>
    private const int FewTaps = 2 * ProductTile.MostTaps;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void WeightGradient<TVector, T>(
        int rows, in ConvolutionSizes given, ref float x, int xStride, ref float dz, int dzStride, ref float dW, int firstFilter, int endFilter)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        ConvolutionSizes sizes = given.Upright;
        int taps = sizes.GroupChannels * sizes.Taps;
        int pixels = sizes.OutputPixels;
        var vertical = ShiftedAxis.Rows(sizes, isBackward: false);
        var horizontal = ShiftedAxis.Columns(sizes, isBackward: false);
        int* table = ConvolutionScratch.Table(2L * taps + ShiftedPlanes.TableLength(vertical, horizontal));
        var steps = (Step*)table;
        int planesOfFilter = sizes.GroupChannels * sizes.KernelWidth;
        int planesTogether = taps <= FewTaps ? planesOfFilter : Math.Clamp(ProductTile.MostTaps / sizes.KernelHeight, 1, planesOfFilter);
        int mostPositions = MostOfTile / (planesTogether + ProductTile.FewFilters);
        var planes = new ShiftedPlanes(
            table + 2 * taps, planesTogether, sizes.Height, sizes.Width, sizes.OutputHeight, sizes.OutputWidth, vertical, horizontal, mostPositions);

        // Of small examples the lines stand side by side, but not single numbers, which would be copied one by one.
        bool isBand = planes.Band < planes.Lines;
        bool beside = !isBand && pixels < FewestPositions && sizes.OutputWidth > 1;

        // Where a plane is always of the same column, the zeros beside it stay.
        bool zerosStay = !isBand && (sizes.KernelWidth == 1 || planesTogether == planesOfFilter);
        int positionsTogether = Math.Clamp(MostOfGradients / sizes.GroupFilters, FewestPositions, beside ? MostPositionsBeside : MostPositions);
        int most = (int)Math.Min((positionsTogether + (beside ? 0 : pixels - 1)) / pixels, MostTogether / planes.Length);
        int together = isBand ? 1 : beside ? Together(sizes, most, rows) : Math.Clamp(most, 1, rows);
        int filtersTogether = Math.Min(endFilter - firstFilter, sizes.GroupFilters);
        int restLength = filtersTogether * ProductTile.Partials;
        int gathered = beside ? Panels.Padded(together * pixels * filtersTogether) : 0;
        float* sums = ConvolutionScratch.Numbers(2 * Products + (long)together * restLength + gathered + together * planes.Length);
        float* mask = sums + Products;
        float* rest = mask + Products;
        float* gradients = rest + (nint)together * restLength;
        float* laidOut = gradients + gathered;
        int wide = 0;
        fixed (float* xs = &x, ds = &dz, dWs = &dW)
        {
            for (int group = firstFilter / sizes.GroupFilters; group * sizes.GroupFilters < endFilter; group++)
            {
                int first = Math.Max(firstFilter, group * sizes.GroupFilters);
                int filters = Math.Min(endFilter, (group + 1) * sizes.GroupFilters) - first;
                bool adds = false;
                for (int row = 0; row < rows; row += together)
                {
                    int examples = Math.Min(together, rows - row);
                    int sideBySide = beside ? examples : 1;
                    if (wide != sideBySide)
                    {
                        wide = sideBySide;
                        planes = new ShiftedPlanes(
                            table + 2 * taps, planesTogether, sizes.Height, sizes.Width, sizes.OutputHeight, sizes.OutputWidth, vertical, horizontal, mostPositions, wide);
                        ColumnSteps(sizes, planes, steps);
                        for (int example = 0; example < examples && zerosStay; example += wide)
                        {
                            planes.Clear(laidOut + example * (nint)planes.Length);
                        }
                    }

                    for (int line = 0; line < planes.Lines; line += planes.Band)
                    {
                        int lines = Math.Min(planes.Band, planes.Lines - line);
                        int positions = wide * lines * planes.LineWidth;
                        float* its = ds + (nint)row * dzStride + (nint)first * pixels + line * planes.LineWidth;
                        int dzFilter = pixels;
                        if (wide > 1)
                        {
                            Gather(sizes, wide, its, dzStride, filters, gradients, positions);
                            its = gradients;
                            dzFilter = positions;
                        }

                        for (int example = 0; example < examples; example += wide)
                        {
                            Rest(filters, positions, its + (nint)example * dzStride, dzFilter, rest + (nint)example * restLength);
                        }

                        new Span<int>(mask, ProductTile.Partials).Clear();
                        new Span<int>(mask, positions % ProductTile.Partials).Fill(-1);
                        var products = new ProductTile.Products
                        {
                            Examples = examples / wide,
                            Sixteens = positions / ProductTile.Partials,
                            Rest = positions % ProductTile.Partials,
                            Mask = mask,
                            PlanesExample = (nint)planes.Length,
                            DzFilter = dzFilter,
                            DzExample = dzStride,
                            RestExample = restLength,
                        };
                        float* channels = xs + (nint)row * xStride + (nint)group * sizes.GroupChannels * sizes.Pixels;
                        for (int plane = 0; plane < planesOfFilter; plane += planesTogether)
                        {
                            int count = Math.Min(planesTogether, planesOfFilter - plane);
                            for (int example = 0; example < examples; example += wide)
                            {
                                Fill(sizes, planes, plane, count, clears: !zerosStay, channels + example * (nint)xStride, xStride, line, lines, laidOut + example * (nint)planes.Length);
                            }

                            Sum<TVector, T>(
                                products, count * sizes.KernelHeight, filters, steps + plane * sizes.KernelHeight, laidOut, its, rest, sums, dWs + (nint)first * taps, taps, adds);
                        }

                        adds = true;
                    }
                }
            }
        }
    }

    /// <summary>
    /// How many examples stand side by side: of no more than <paramref name="most"/> so many that their lines fill
    /// vectors, where there are enough.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Together(in ConvolutionSizes sizes, long most, int rows)
    {
        int even = Math.Max(1, Panels.Padding >> BitOperations.TrailingZeroCount(sizes.OutputWidth));
        int together = (int)Math.Clamp(most, 1, rows);
        return together < even ? together : together / even * even;
    }

    /// <summary>Lays out some channels of dz, the examples side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(in ConvolutionSizes sizes, int examples, float* dz, nint dzStride, int filters, float* to, nint toFilter)
    {
        for (int filter = 0; filter < filters; filter++)
        {
            PlaneLines.Copy(
                dz + (nint)filter * sizes.OutputPixels, dzStride, sizes.OutputWidth, 1, to + filter * toFilter, sizes.OutputWidth, examples * sizes.OutputWidth,
                examples, sizes.OutputHeight, sizes.OutputWidth);
        }
    }

    /// <summary>The partial sums of a tile.</summary>
    private const int Products = ProductTile.MostTaps * ProductTile.MostFilters * ProductTile.Partials;

    /// <summary>The taps of a filter: those of one column of the kernel and one channel together, for they read one plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ColumnSteps(in ConvolutionSizes sizes, in ShiftedPlanes planes, Step* steps)
    {
        int plane = 0;
        for (int channel = 0; channel < sizes.GroupChannels; channel++)
        {
            for (int v = 0; v < sizes.KernelWidth; v++)
            {
                for (int u = 0; u < sizes.KernelHeight; u++)
                {
                    *steps++ = new Step { Plane = planes.Shift(plane, u) * sizeof(float), Weight = (channel * sizes.KernelHeight + u) * sizes.KernelWidth + v };
                }

                plane = plane + 1 < planes.Planes ? plane + 1 : 0;
            }
        }
    }

    /// <summary>Lays out some planes, in the order of <see cref="ColumnSteps(in ConvolutionSizes, in ShiftedPlanes, Step*)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(
        in ConvolutionSizes sizes, in ShiftedPlanes planes, int firstPlane, int count, bool clears, float* x, nint xStride, int line, int lines, float* laidOut)
    {
        for (int plane = 0; plane < count; plane++)
        {
            (int channel, int v) = Math.DivRem(firstPlane + plane, sizes.KernelWidth);
            if (clears)
            {
                planes.Clear(plane, laidOut);
            }

            planes.Fill(plane, v, x + (nint)channel * sizes.Pixels, xStride, line, lines, laidOut);
        }
    }

    /// <summary>What of each filter fills no sixteen positions, followed by zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rest(int filters, int positions, float* dz, nint dzFilter, float* rest)
    {
        int count = positions % ProductTile.Partials;
        new Span<float>(rest, filters * ProductTile.Partials).Clear();
        dz += positions - count;
        for (int filter = 0; filter < filters && count > 0; filter++)
        {
            FloatRows.Copy(dz, rest, count);
            dz += dzFilter;
            rest += ProductTile.Partials;
        }
    }

    /// <summary>The products of all taps and filters, in tiles of evenly many of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TVector, T>(
        in ProductTile.Products products, int taps, int filters, Step* steps, float* planes, float* dz, float* rest, float* sums, float* dW, int ofFilter, bool adds)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        int tiles = (taps + ProductTile.MostTaps - 1) / ProductTile.MostTaps;
        int most = T.Width > 8 ? ProductTile.MostFilters : ProductTile.FewFilters;
        int parts = (filters + most - 1) / most;
        int tap = 0;
        for (int tile = 0; tile < tiles; tile++)
        {
            int count = (int)Division.Start(taps, tile + 1, tiles) - tap;
            int filter = 0;
            for (int part = 0; part < parts; part++)
            {
                int its = (int)Division.Start(filters, part + 1, parts) - filter;
                Sum<TVector, T>(count, its, products, steps + tap, planes, dz + filter * products.DzFilter, rest + filter * ProductTile.Partials, sums);
                for (int product = 0; product < count * its; product += Vector128<float>.Count)
                {
                    PartialSums.Totals(sums + product * ProductTile.Partials).Store(sums + product);
                }

                for (int i = 0; i < its; i++)
                {
                    float* to = dW + (nint)(filter + i) * ofFilter;
                    for (int j = 0; j < count; j++)
                    {
                        float sum = sums[j * its + i];
                        float* weight = to + steps[tap + j].Weight;
                        *weight = adds ? *weight + sum : sum;
                    }
                }

                filter += its;
            }

            tap += count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TVector, T>(int taps, int filters, in ProductTile.Products products, Step* steps, float* planes, float* dz, float* rest, float* sums)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        switch (taps)
        {
            case 1:
                Sum<TVector, T, Rows.One>(filters, products, steps, planes, dz, rest, sums);
                return;
            case 2:
                Sum<TVector, T, Rows.Two>(filters, products, steps, planes, dz, rest, sums);
                return;
            case 3:
                Sum<TVector, T, Rows.Three>(filters, products, steps, planes, dz, rest, sums);
                return;
            case 4:
                Sum<TVector, T, Rows.Four>(filters, products, steps, planes, dz, rest, sums);
                return;
            case 5:
                Sum<TVector, T, Rows.Five>(filters, products, steps, planes, dz, rest, sums);
                return;
            default:
                Sum<TVector, T, Rows.Six>(filters, products, steps, planes, dz, rest, sums);
                return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TVector, T, TTaps>(int filters, in ProductTile.Products products, Step* steps, float* planes, float* dz, float* rest, float* sums)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TTaps : unmanaged
    {
        switch (filters)
        {
            case 1:
                ProductTile.Sum<TVector, T, TTaps, Rows.One>(products, steps, planes, dz, rest, sums);
                return;
            case 2:
                ProductTile.Sum<TVector, T, TTaps, Rows.Two>(products, steps, planes, dz, rest, sums);
                return;
            case 3:
                ProductTile.Sum<TVector, T, TTaps, Rows.Three>(products, steps, planes, dz, rest, sums);
                return;
            default:
                ProductTile.Sum<TVector, T, TTaps, Rows.Four>(products, steps, planes, dz, rest, sums);
                return;
        }
    }
}
