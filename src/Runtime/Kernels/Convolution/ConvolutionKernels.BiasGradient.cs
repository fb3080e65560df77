using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void BiasGradient<TVector, T>(int rows, int channels, int pixels, ref float dz, int dzStride, ref float db)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        float* partials = stackalloc float[2 * ProductTile.Partials];
        float* rest = partials + ProductTile.Partials;
        int sixteens = pixels / ProductTile.Partials;
        int more = pixels % ProductTile.Partials;
        new Span<float>(rest, ProductTile.Partials).Clear();
        TVector one = T.Create(1);
        fixed (float* ds = &dz, dbs = &db)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                new Span<float>(partials, ProductTile.Partials).Clear();
                for (int row = 0; row < rows; row++)
                {
                    float* its = ds + (nint)row * dzStride + (nint)channel * pixels;
                    new Span<float>(its + sixteens * ProductTile.Partials, more).CopyTo(new Span<float>(rest, more));
                    for (int lane = 0; lane < ProductTile.Partials; lane += T.Width)
                    {
                        TVector sum = T.Load(ref partials[lane]);
                        for (int i = 0; i < sixteens; i++)
                        {
                            sum = T.MultiplyAdd(one, T.Load(ref its[i * ProductTile.Partials + lane]), sum);
                        }

                        T.Store(T.MultiplyAdd(one, T.Load(ref rest[lane]), sum), ref partials[lane]);
                    }
                }

                dbs[channel] = PartialSums.Total(partials);
            }
        }
    }
}
