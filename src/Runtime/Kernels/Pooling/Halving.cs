using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>
/// Pooling by windows of 2 × 2 that touch: what stands in even columns is parted from what stands in odd ones. The last
/// vector of a row overlaps the one before it.
/// </summary>
internal static partial class Halving
{
    /// <summary>Whether the windows are of that kind, and as many side by side as a vector has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Takes(in PoolingSizes sizes) => sizes.IsHalving && sizes.OutputWidth >= HalvingBlock128.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AverageForward(in PoolingSizes sizes, ref float x, ref float y)
    {
        if (IsWide(sizes))
        {
            AverageForward<Vector256<float>, HalvingBlock256>(sizes, ref x, ref y);
        }
        else
        {
            AverageForward<Vector128<float>, HalvingBlock128>(sizes, ref x, ref y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AverageBackward(in PoolingSizes sizes, ref float dy, ref float dx, bool accumulate)
    {
        if (IsWide(sizes))
        {
            AverageBackward<Vector256<float>, HalvingBlock256>(sizes, ref dy, ref dx, accumulate);
        }
        else
        {
            AverageBackward<Vector128<float>, HalvingBlock128>(sizes, ref dy, ref dx, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWide(in PoolingSizes sizes) => Avx2.IsSupported && sizes.OutputWidth >= HalvingBlock256.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AverageForward<TVector, TBlock>(in PoolingSizes sizes, ref float x, ref float y)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        TVector four = TBlock.Broadcast(4);
        for (int channel = 0; channel < sizes.Channels; channel++)
        {
            for (int row = 0; row < sizes.OutputHeight; row++)
            {
                ref float upper = ref Unsafe.Add(ref x, 2 * row * sizes.Width);
                ref float lower = ref Unsafe.Add(ref upper, sizes.Width);
                for (int column = 0; column < sizes.OutputWidth; column = (int)Next<TVector, TBlock>(column, sizes.OutputWidth))
                {
                    (TVector a, TVector b) = Parted<TVector, TBlock>(ref Unsafe.Add(ref upper, 2 * column));
                    (TVector c, TVector d) = Parted<TVector, TBlock>(ref Unsafe.Add(ref lower, 2 * column));
                    TVector sum = TBlock.Add(TBlock.Add(TBlock.Add(a, b), c), d);
                    TBlock.Store(TBlock.Reordered(TBlock.Divide(sum, four)), ref Unsafe.Add(ref y, column));
                }

                y = ref Unsafe.Add(ref y, sizes.OutputWidth);
            }

            x = ref Unsafe.Add(ref x, sizes.Height * sizes.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AverageBackward<TVector, TBlock>(in PoolingSizes sizes, ref float dy, ref float dx, bool accumulate)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        TVector four = TBlock.Broadcast(4);
        TVector nothing = TBlock.Broadcast(-0f);
        for (int channel = 0; channel < sizes.Channels; channel++)
        {
            for (int row = 0; row < sizes.OutputHeight; row++)
            {
                ref float upperGradient = ref Unsafe.Add(ref dx, 2 * row * sizes.Width);
                ref float lowerGradient = ref Unsafe.Add(ref upperGradient, sizes.Width);
                int done = 0;
                for (int column = 0; column < sizes.OutputWidth; column = (int)Next<TVector, TBlock>(column, sizes.OutputWidth))
                {
                    TVector share = TBlock.Divide(TBlock.Load(ref Unsafe.Add(ref dy, column)), four);
                    share = TBlock.Reordered(accumulate ? TBlock.Select(TBlock.From(done - column), share, nothing) : share);
                    Give<TVector, TBlock>(share, share, ref Unsafe.Add(ref upperGradient, 2 * column), accumulate);
                    Give<TVector, TBlock>(share, share, ref Unsafe.Add(ref lowerGradient, 2 * column), accumulate);
                    done = column + TBlock.Width;
                }

                dy = ref Unsafe.Add(ref dy, sizes.OutputWidth);
            }

            dx = ref Unsafe.Add(ref dx, sizes.Height * sizes.Width);
        }
    }

    /// <summary>Where the next vector of a row starts: behind this one, or so that it is the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Next<TVector, TBlock>(nint column, nint width)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        nint last = width - TBlock.Width;
        return column < last ? nint.Min(column + TBlock.Width, last) : width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Greater<TVector, TBlock>(TVector value, TVector max)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector> => TBlock.Select(TBlock.Exceeds(value, max), value, max);

    /// <summary>The even and the odd columns of a row, in the block's order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector Even, TVector Odd) Parted<TVector, TBlock>(ref float row)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        TVector first = TBlock.Load(ref row);
        TVector second = TBlock.Load(ref Unsafe.Add(ref row, TBlock.Width));
        return (TBlock.Even(first, second), TBlock.Odd(first, second));
    }

    /// <summary>Writes or adds the even and odd columns of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Give<TVector, TBlock>(TVector even, TVector odd, ref float row, bool accumulate)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        ref float rest = ref Unsafe.Add(ref row, TBlock.Width);
        TVector first = TBlock.First(even, odd);
        TVector second = TBlock.Second(even, odd);
        TBlock.Store(accumulate ? TBlock.Add(TBlock.Load(ref row), first) : first, ref row);
        TBlock.Store(accumulate ? TBlock.Add(TBlock.Load(ref rest), second) : second, ref rest);
    }
}
