using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

public static unsafe partial class ConvolutionKernels
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddBias<TVector, T, TActivation>(int rows, int channels, int pixels, ref float bias, ref float y, int yStride, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        fixed (float* bs = &bias, ys = &y)
        {
            for (int row = 0; row < rows; row++)
            {
                float* example = ys + (nint)row * yStride;
                for (int channel = 0; channel < channels && bs is not null; channel++)
                {
                    AddBias<TVector, T>(pixels, bs[channel], example + (nint)channel * pixels);
                }

                Activate<TVector, T, TActivation>(channels * pixels, example, activation);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBias<TVector, T>(int pixels, float bias, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
    {
        TVector one = T.Create(1);
        TVector start = T.Create(bias);
        int i = 0;
        for (; i + T.Width <= pixels; i += T.Width)
        {
            T.Store(T.MultiplyAdd(one, T.Load(ref y[i]), start), ref y[i]);
        }

        for (; i < pixels; i++)
        {
            y[i] += bias;
        }
    }

    /// <summary>y = f(y), and zero to the end of its padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Activate<TVector, T, TActivation>(int length, float* y, TActivation activation)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TActivation : struct, IActivation
    {
        int padded = Panels.Padded(length);
        var padding = new Span<float>(y + length, padded - length);
        padding.Clear();
        if (typeof(TActivation) == typeof(IdentityActivation))
        {
            return;
        }

        for (int i = 0; i < padded; i += T.Width)
        {
            T.Store(T.Apply(T.Load(ref y[i]), activation), ref y[i]);
        }

        // f(0) need not be zero, the padding is.
        padding.Clear();
    }
}
