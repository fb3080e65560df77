using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    /// <summary>The channels that are summed at a time.</summary>
    private const int ChannelsTogether = 4;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void BiasGradient<TVector, T>(int rows, int channels, int pixels, ref float dz, int dzStride, ref float db)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        const int Length = ChannelsTogether * ProductTile.Partials;
        float* partials = stackalloc float[2 * Length];
        float* rest = partials + Length;
        new Span<float>(rest, Length).Clear();
        fixed (float* ds = &dz, dbs = &db)
        {
            for (int channel = 0; channel < channels; channel += ChannelsTogether)
            {
                int count = Math.Min(ChannelsTogether, channels - channel);
                new Span<float>(partials, Length).Clear();
                for (int row = 0; row < rows; row++)
                {
                    AddPositions<TVector, T>(count, pixels, ds + (nint)row * dzStride + (nint)channel * pixels, rest, partials);
                }

                PartialSums.Totals(partials).Store(partials);
                FloatRows.Copy(partials, dbs + channel, count);
            }
        }
    }

    /// <summary>
    /// Adds the positions of four channels to their partial sums, all at once, so that no sum waits for its last addition.
    /// Where there are fewer the last is taken again.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPositions<TVector, T>(int channels, int pixels, float* dz, float* rest, float* partials)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        int whole = pixels - pixels % ProductTile.Partials;
        float* d1 = dz + Math.Min(1, channels - 1) * (nint)pixels;
        float* d2 = dz + Math.Min(2, channels - 1) * (nint)pixels;
        float* d3 = dz + (channels - 1) * (nint)pixels;
        FloatRows.Copy(dz + whole, rest, pixels - whole);
        FloatRows.Copy(d1 + whole, rest + ProductTile.Partials, pixels - whole);
        FloatRows.Copy(d2 + whole, rest + 2 * ProductTile.Partials, pixels - whole);
        FloatRows.Copy(d3 + whole, rest + 3 * ProductTile.Partials, pixels - whole);
        TVector one = T.Create(1);
        for (int lane = 0; lane < ProductTile.Partials; lane += T.Width)
        {
            TVector s0 = T.Load(ref partials[lane]);
            TVector s1 = T.Load(ref partials[ProductTile.Partials + lane]);
            TVector s2 = T.Load(ref partials[2 * ProductTile.Partials + lane]);
            TVector s3 = T.Load(ref partials[3 * ProductTile.Partials + lane]);
            for (nint i = lane; i < whole; i += ProductTile.Partials)
            {
                s0 = T.MultiplyAdd(one, T.Load(ref dz[i]), s0);
                s1 = T.MultiplyAdd(one, T.Load(ref d1[i]), s1);
                s2 = T.MultiplyAdd(one, T.Load(ref d2[i]), s2);
                s3 = T.MultiplyAdd(one, T.Load(ref d3[i]), s3);
            }

            T.Store(T.MultiplyAdd(one, T.Load(ref rest[lane]), s0), ref partials[lane]);
            T.Store(T.MultiplyAdd(one, T.Load(ref rest[ProductTile.Partials + lane]), s1), ref partials[ProductTile.Partials + lane]);
            T.Store(T.MultiplyAdd(one, T.Load(ref rest[2 * ProductTile.Partials + lane]), s2), ref partials[2 * ProductTile.Partials + lane]);
            T.Store(T.MultiplyAdd(one, T.Load(ref rest[3 * ProductTile.Partials + lane]), s3), ref partials[3 * ProductTile.Partials + lane]);
        }
    }
}
