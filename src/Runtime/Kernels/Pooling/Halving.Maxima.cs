using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>
/// Maxima are found in two passes over some rows at a time, one along rows and one across them: where no column is left
/// out, the pass along rows takes all rows as one, however short they are.
/// </summary>
internal static unsafe partial class Halving
{
    /// <summary>The widest row, which the stack holds.</summary>
    private const int MostWidth = 4096;

    /// <summary>The numbers of some rows, which stay in the nearest cache.</summary>
    private const int MostOfBand = 512;

    /// <summary>The floats of the widest vectors.</summary>
    public static int Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported ? HalvingBlock512.Width : Avx2.IsSupported ? HalvingBlock256.Width : HalvingBlock128.Width;
    }

    /// <summary>Whether it <see cref="Takes"/> the maxima, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TakesMaxima(in PoolingSizes sizes) => Takes(sizes) && sizes.Width <= MostWidth;

    /// <summary>The maxima of one example.</summary>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">The example.</param>
    /// <param name="y">Receives its maxima.</param>
    /// <param name="lanes">The floats of the widest vectors to take.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxForward(in PoolingSizes sizes, ref float x, ref float y, int lanes)
    {
        (int parts, int pairs) = Parts(sizes);
        int band = Math.Clamp(MostOfBand / sizes.Width, 1, pairs);
        int wide = 2 * sizes.OutputWidth;
        float* maxima = stackalloc float[band * wide];
        fixed (float* xs = &x, ys = &y)
        {
            float* to = ys;
            for (int part = 0; part < parts; part++)
            {
                float* from = xs + (nint)part * sizes.Height * sizes.Width;
                for (int pair = 0; pair < pairs; pair += band)
                {
                    int count = Math.Min(band, pairs - pair);
                    MaximaOfRows(count, wide, from + 2 * (nint)pair * sizes.Width, sizes.Width, maxima, lanes);
                    MaximaOfPairs(1, count * sizes.OutputWidth, maxima, 0, to, lanes);
                    to += count * sizes.OutputWidth;
                }
            }
        }
    }

    /// <summary>The gradient of one example.</summary>
    /// <param name="sizes">The sizes of input, windows and output.</param>
    /// <param name="x">The example.</param>
    /// <param name="dy">The gradients of its maxima.</param>
    /// <param name="dx">Receives its gradient, or what is added to it; it may be x where no row or column is left out and nothing is added.</param>
    /// <param name="accumulate">Whether to add to dx.</param>
    /// <param name="rectified">Whether only what is positive takes a gradient.</param>
    /// <param name="lanes">The floats of the widest vectors to take.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxBackward(in PoolingSizes sizes, ref float x, ref float dy, ref float dx, bool accumulate, bool rectified, int lanes)
    {
        (int parts, int pairs) = Parts(sizes);
        int band = Math.Clamp(MostOfBand / sizes.Width, 1, pairs);
        bool isOneLine = sizes.Width == 2 * sizes.OutputWidth;
        int length = 2 * band * sizes.OutputWidth + HalvingBlock512.Width;
        float* maxima = stackalloc float[length];
        float* gradients = stackalloc float[length];
        float* given = stackalloc float[length];
        fixed (float* xs = &x, dys = &dy, dxs = &dx)
        {
            float* from = dys;
            for (int part = 0; part < parts; part++)
            {
                for (int pair = 0; pair < pairs; pair += band)
                {
                    int count = Math.Min(band, pairs - pair);
                    nint at = ((nint)part * sizes.Height + 2 * pair) * sizes.Width;
                    (int lines, int outputs) = isOneLine ? (1, 2 * count * sizes.OutputWidth) : (2 * count, sizes.OutputWidth);
                    MaximaOfPairs(lines, outputs, xs + at, sizes.Width, maxima, lanes);

                    // Of the last row more may be read than there is.
                    FloatRows.Copy(from, given, count * sizes.OutputWidth);
                    GiveToRows(count, sizes.OutputWidth, maxima, given, gradients, accumulate, rectified, lanes);
                    GiveToPairs(lines, outputs, xs + at, sizes.Width, gradients, dxs + at, accumulate, lanes);
                    from += count * sizes.OutputWidth;
                }
            }
        }
    }

    /// <summary>The pieces whose pairs of rows lie one behind the other: all channels, or each where a row is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Parts, int Pairs) Parts(in PoolingSizes sizes) =>
        sizes.Height == 2 * sizes.OutputHeight ? (1, sizes.Channels * sizes.OutputHeight) : (sizes.Channels, sizes.OutputHeight);

    /// <summary>y[pair, i] = max(x[2·pair, i], x[2·pair + 1, i]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaximaOfRows(int pairs, int count, float* x, nint row, float* y, int lanes)
    {
        if (lanes >= HalvingBlock512.Width && count >= HalvingBlock512.Width)
        {
            MaximaOfRows<Vector512<float>, HalvingBlock512>(pairs, count, x, row, y);
        }
        else if (lanes >= HalvingBlock256.Width && count >= HalvingBlock256.Width)
        {
            MaximaOfRows<Vector256<float>, HalvingBlock256>(pairs, count, x, row, y);
        }
        else
        {
            MaximaOfRows<Vector128<float>, HalvingBlock128>(pairs, count, x, row, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaximaOfRows<TVector, TBlock>(int pairs, int count, float* x, nint row, float* y)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            for (nint i = 0; i < count; i = Next<TVector, TBlock>(i, count))
            {
                TBlock.Store(Greater<TVector, TBlock>(TBlock.Load(ref x[row + i]), TBlock.Load(ref x[i])), ref y[i]);
            }

            x += 2 * row;
            y += count;
        }
    }

    /// <summary>y[line, i] = max(x[line, 2·i], x[line, 2·i + 1]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaximaOfPairs(int lines, int count, float* x, nint line, float* y, int lanes)
    {
        if (lanes >= HalvingBlock512.Width && count >= HalvingBlock512.Width)
        {
            MaximaOfPairs<Vector512<float>, HalvingBlock512>(lines, count, x, line, y);
        }
        else if (lanes >= HalvingBlock256.Width && count >= HalvingBlock256.Width)
        {
            MaximaOfPairs<Vector256<float>, HalvingBlock256>(lines, count, x, line, y);
        }
        else
        {
            MaximaOfPairs<Vector128<float>, HalvingBlock128>(lines, count, x, line, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MaximaOfPairs<TVector, TBlock>(int lines, int count, float* x, nint line, float* y)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        for (int its = 0; its < lines; its++)
        {
            for (nint i = 0; i < count; i = Next<TVector, TBlock>(i, count))
            {
                (TVector even, TVector odd) = Parted<TVector, TBlock>(ref x[2 * i]);
                TBlock.Store(TBlock.Reordered(Greater<TVector, TBlock>(odd, even)), ref y[i]);
            }

            x += line;
            y += count;
        }
    }

    /// <summary>
    /// dx[2·pair, i] = dy[pair, i], or dx[2·pair + 1, i] where x is greater there, and nothing in the other. Behind rows
    /// shorter than a vector others are read and written, which come later.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GiveToRows(int pairs, int count, float* x, float* dy, float* dx, bool accumulate, bool rectified, int lanes)
    {
        if (lanes >= HalvingBlock512.Width && count > HalvingBlock256.Width)
        {
            GiveToRows<Vector512<float>, HalvingBlock512>(pairs, count, x, dy, dx, accumulate, rectified);
        }
        else if (lanes >= HalvingBlock256.Width && count > HalvingBlock128.Width)
        {
            GiveToRows<Vector256<float>, HalvingBlock256>(pairs, count, x, dy, dx, accumulate, rectified);
        }
        else
        {
            GiveToRows<Vector128<float>, HalvingBlock128>(pairs, count, x, dy, dx, accumulate, rectified);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GiveToRows<TVector, TBlock>(int pairs, int count, float* x, float* dy, float* dx, bool accumulate, bool rectified)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        TVector nothing = Nothing<TVector, TBlock>(accumulate);
        TVector zero = TBlock.Broadcast(0);
        for (int pair = 0; pair < pairs; pair++)
        {
            for (nint i = 0; i < count; i = Next<TVector, TBlock>(i, count))
            {
                TVector upper = TBlock.Load(ref x[i]);
                TVector lower = TBlock.Load(ref x[count + i]);
                TVector gradient = TBlock.Load(ref dy[i]);
                TVector isLower = TBlock.Exceeds(lower, upper);
                if (rectified)
                {
                    gradient = TBlock.Select(TBlock.Greater(TBlock.Select(isLower, lower, upper), zero), gradient, nothing);
                }

                TBlock.Store(TBlock.Select(isLower, nothing, gradient), ref dx[i]);
                TBlock.Store(TBlock.Select(isLower, gradient, nothing), ref dx[count + i]);
            }

            x += 2 * count;
            dx += 2 * count;
            dy += count;
        }
    }

    /// <summary>dx[line, 2·i] = dy[line, i], or dx[line, 2·i + 1] where x is greater there, and nothing in the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GiveToPairs(int lines, int count, float* x, nint line, float* dy, float* dx, bool accumulate, int lanes)
    {
        if (lanes >= HalvingBlock512.Width && count >= HalvingBlock512.Width)
        {
            GiveToPairs<Vector512<float>, HalvingBlock512>(lines, count, x, line, dy, dx, accumulate);
        }
        else if (lanes >= HalvingBlock256.Width && count >= HalvingBlock256.Width)
        {
            GiveToPairs<Vector256<float>, HalvingBlock256>(lines, count, x, line, dy, dx, accumulate);
        }
        else
        {
            GiveToPairs<Vector128<float>, HalvingBlock128>(lines, count, x, line, dy, dx, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GiveToPairs<TVector, TBlock>(int lines, int count, float* x, nint line, float* dy, float* dx, bool accumulate)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        for (int its = 0; its < lines; its++)
        {
            if (accumulate)
            {
                AddToPairs<TVector, TBlock>(count, x, dy, dx);
            }
            else
            {
                GiveToPairs<TVector, TBlock>(count, x, dy, dx);
            }

            x += line;
            dx += line;
            dy += count;
        }
    }

    /// <summary>dx may be x: what two vectors overlap in, both read before either is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GiveToPairs<TVector, TBlock>(nint count, float* x, float* dy, float* dx)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        TVector nothing = Nothing<TVector, TBlock>(accumulate: false);
        nint last = count - TBlock.Width;
        (TVector lastEven, TVector lastOdd) = Parted<TVector, TBlock>(ref x[2 * last], TBlock.Load(ref dy[last]), nothing);
        for (nint i = 0; i < last; i += TBlock.Width)
        {
            (TVector even, TVector odd) = Parted<TVector, TBlock>(ref x[2 * i], TBlock.Load(ref dy[i]), nothing);
            Give<TVector, TBlock>(even, odd, ref dx[2 * i], accumulate: false);
        }

        Give<TVector, TBlock>(lastEven, lastOdd, ref dx[2 * last], accumulate: false);
    }

    /// <summary>What of a gradient the even and the odd columns take.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector Even, TVector Odd) Parted<TVector, TBlock>(ref float x, TVector gradient, TVector nothing)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        (TVector even, TVector odd) = Parted<TVector, TBlock>(ref x);
        gradient = TBlock.Reordered(gradient);
        TVector isOdd = TBlock.Exceeds(odd, even);
        return (TBlock.Select(isOdd, nothing, gradient), TBlock.Select(isOdd, gradient, nothing));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddToPairs<TVector, TBlock>(nint count, float* x, float* dy, float* dx)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector>
    {
        TVector nothing = Nothing<TVector, TBlock>(accumulate: true);
        nint done = 0;
        for (nint i = 0; i < count; i = Next<TVector, TBlock>(i, count))
        {
            TVector gradient = TBlock.Select(TBlock.From((int)(done - i)), TBlock.Load(ref dy[i]), nothing);
            (TVector even, TVector odd) = Parted<TVector, TBlock>(ref x[2 * i], gradient, nothing);
            Give<TVector, TBlock>(even, odd, ref dx[2 * i], accumulate: true);
            done = i + TBlock.Width;
        }
    }

    /// <summary>What is given to those that take nothing: adding −0 changes nothing, not even a zero's sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Nothing<TVector, TBlock>(bool accumulate)
        where TVector : struct
        where TBlock : struct, IHalvingBlock<TVector> => TBlock.Broadcast(accumulate ? -0f : 0f);
}
