using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward<TVector, T, TActivation>(
        int rows, in ConvolutionSizes given, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, bool adds, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        ConvolutionSizes sizes = given.Upright;
        int products = sizes.GroupChannels * sizes.Taps;
        var vertical = ShiftedAxis.Rows(sizes, isBackward: false);
        var horizontal = ShiftedAxis.Columns(sizes, isBackward: false);
        int* table = ConvolutionScratch.Table(2L * products + ShiftedPlanes.TableLength(vertical, horizontal));
        var steps = (Step*)table;
        var planes = new ShiftedPlanes(
            table + 2 * products, sizes.GroupChannels * sizes.KernelWidth, sizes.Height, sizes.Width, sizes.OutputHeight, sizes.OutputWidth, vertical, horizontal);
        Steps(sizes, planes, steps);
        float* memory = ConvolutionScratch.Numbers(ShiftedStrip.Edge + planes.Length);
        float* laidOut = memory + ShiftedStrip.Edge;
        planes.Clear(laidOut);
        int pixels = sizes.OutputPixels;
        int length = sizes.Filters * pixels;
        fixed (float* xs = &x, ws = &weights, bs = &bias, ys = &y)
        {
            for (int row = 0; row < rows; row++)
            {
                float* example = xs + (nint)row * xStride;
                float* results = ys + (nint)row * yStride;
                for (int group = 0; group < sizes.Groups; group++)
                {
                    int filter = group * sizes.GroupFilters;
                    for (int line = 0; line < planes.Lines; line += planes.Band)
                    {
                        int lines = Math.Min(planes.Band, planes.Lines - line);
                        if (planes.Band < planes.Lines)
                        {
                            planes.Clear(laidOut);
                        }

                        planes.Fill(example + (nint)group * sizes.GroupChannels * sizes.Pixels, line, lines, laidOut);
                        float* its = results + (nint)filter * pixels + line * planes.LineWidth;
                        float* start = bs is null ? null : bs + filter;
                        if (Strip.IsFused<TActivation>())
                        {
                            ShiftedStrip.Multiply<TVector, T, TActivation>(
                                sizes.GroupFilters, lines * planes.LineWidth, products, planes.Steps, steps, laidOut, ws + (nint)filter * products, products, start, adds, its, pixels, memory, activation);
                        }
                        else
                        {
                            ShiftedStrip.Multiply<TVector, T, IdentityActivation>(
                                sizes.GroupFilters, lines * planes.LineWidth, products, planes.Steps, steps, laidOut, ws + (nint)filter * products, products, start, adds, its, pixels, memory, default);
                        }
                    }
                }

                if (Strip.IsFused<TActivation>())
                {
                    Activate<TVector, T, IdentityActivation>(length, results, default);
                }
                else
                {
                    Activate<TVector, T, TActivation>(length, results, activation);
                }
            }
        }
    }

    /// <summary>The steps of a filter's sum, in the order of its weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Steps(in ConvolutionSizes sizes, in ShiftedPlanes planes, Step* steps)
    {
        int step = 0;
        for (int channel = 0; channel < sizes.GroupChannels; channel++)
        {
            for (int u = 0; u < sizes.KernelHeight; u++)
            {
                for (int v = 0; v < sizes.KernelWidth; v++)
                {
                    steps[step] = new Step { Plane = planes.Shift(channel * sizes.KernelWidth + v, u) * sizeof(float), Weight = step * sizeof(float) };
                    step++;
                }
            }
        }
    }
}
