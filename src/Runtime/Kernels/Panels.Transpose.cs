using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

public static partial class Panels
{
    /// <summary>Fills Wᵀ [inputs, units] in panels from W [units, inputs] in panels; its padding becomes zero.</summary>
    /// <param name="units">The rows of W, at least 1.</param>
    /// <param name="inputs">The columns of W, at least 1.</param>
    /// <param name="weights">W, <see cref="Length"/>(units, inputs) floats.</param>
    /// <param name="transposed">Receives Wᵀ, Length(inputs, units) floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(int units, int inputs, ref float weights, ref float transposed) =>
        TransposePanels(units, inputs, 0, inputs, ref weights, ref transposed);

    /// <summary>Fills some panels of Wᵀ as those of a matrix of its own, [count, units].</summary>
    /// <param name="units">The rows of W, at least 1.</param>
    /// <param name="inputs">The columns of W, at least 1.</param>
    /// <param name="first">The first of the inputs, a multiple of <see cref="Width"/>.</param>
    /// <param name="count">The inputs, at least 1.</param>
    /// <param name="weights">W, <see cref="Length"/>(units, inputs) floats.</param>
    /// <param name="transposed">Receives Length(count, units) floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TransposePanels(int units, int inputs, int first, int count, ref float weights, ref float transposed)
    {
        for (int input = 0; input < Padded(count); input += Width)
        {
            int width = Math.Min(Width, Padded(count) - input);
            int filled = Math.Min(width, count - input);
            for (int unit = 0; unit < units; unit += Width)
            {
                TransposeBlock(
                    Math.Min(Width, units - unit), filled,
                    ref Unsafe.Add(ref weights, Index(units, inputs, unit, first + input)), Math.Min(Width, Padded(units) - unit),
                    ref Unsafe.Add(ref transposed, Index(count, units, input, unit)), width);
            }
        }
    }

    /// <summary>Fills rows of one panel of Wᵀ, one per unit, from the part of one panel of W that holds them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeBlock(int units, int inputs, ref float source, nint step, ref float target, nint width)
    {
        int squares = Sse.IsSupported || AdvSimd.Arm64.IsSupported ? units & ~3 : 0;
        int input = 0;
        for (; Avx512F.IsSupported && inputs - input >= 16; input += 16)
        {
            for (int unit = 0; unit < squares; unit += 4)
            {
                TransposeSquares(ref Unsafe.Add(ref source, input * step + unit), step, ref Unsafe.Add(ref target, unit * width + input), width);
            }
        }

        for (; inputs - input >= 4; input += 4)
        {
            for (int unit = 0; unit < squares; unit += 4)
            {
                TransposeSquare(ref Unsafe.Add(ref source, input * step + unit), step, ref Unsafe.Add(ref target, unit * width + input), width);
            }
        }

        TransposeRest(0, squares, input, inputs, ref source, step, ref target, width);
        TransposeRest(squares, units, 0, inputs, ref source, step, ref target, width);
        for (int unit = 0; unit < units && inputs < width; unit++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, unit * width + inputs), (int)width - inputs).Clear();
        }
    }

    /// <summary>The units and inputs from the first of each up to another, one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeRest(int firstUnit, int units, int firstInput, int inputs, ref float source, nint step, ref float target, nint width)
    {
        for (int unit = firstUnit; unit < units; unit++)
        {
            for (int input = firstInput; input < inputs; input++)
            {
                Unsafe.Add(ref target, unit * width + input) = Unsafe.Add(ref source, input * step + unit);
            }
        }
    }

    /// <summary>Four by four floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeSquare(ref float source, nint step, ref float target, nint width)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, step));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * step));
        Vector128<float> d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * step));
        if (Sse.IsSupported)
        {
            Vector128<float> ab = Sse.UnpackLow(a, b);
            Vector128<float> cd = Sse.UnpackLow(c, d);
            Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref target);
            Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref Unsafe.Add(ref target, width));
            ab = Sse.UnpackHigh(a, b);
            cd = Sse.UnpackHigh(c, d);
            Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref Unsafe.Add(ref target, 2 * width));
            Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref Unsafe.Add(ref target, 3 * width));
        }
        else
        {
            Vector128<float> ac = AdvSimd.Arm64.ZipLow(a, c);
            Vector128<float> bd = AdvSimd.Arm64.ZipLow(b, d);
            AdvSimd.Arm64.ZipLow(ac, bd).StoreUnsafe(ref target);
            AdvSimd.Arm64.ZipHigh(ac, bd).StoreUnsafe(ref Unsafe.Add(ref target, width));
            ac = AdvSimd.Arm64.ZipHigh(a, c);
            bd = AdvSimd.Arm64.ZipHigh(b, d);
            AdvSimd.Arm64.ZipLow(ac, bd).StoreUnsafe(ref Unsafe.Add(ref target, 2 * width));
            AdvSimd.Arm64.ZipHigh(ac, bd).StoreUnsafe(ref Unsafe.Add(ref target, 3 * width));
        }
    }

    /// <summary>Four times <see cref="TransposeSquare"/>, one below the other in the source and side by side in the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeSquares(ref float source, nint step, ref float target, nint width)
    {
        Vector512<float> a = EveryFourth(ref source, step);
        Vector512<float> b = EveryFourth(ref Unsafe.Add(ref source, step), step);
        Vector512<float> c = EveryFourth(ref Unsafe.Add(ref source, 2 * step), step);
        Vector512<float> d = EveryFourth(ref Unsafe.Add(ref source, 3 * step), step);
        Vector512<double> ab = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> cd = Avx512F.UnpackLow(c, d).AsDouble();
        Avx512F.UnpackLow(ab, cd).AsSingle().StoreUnsafe(ref target);
        Avx512F.UnpackHigh(ab, cd).AsSingle().StoreUnsafe(ref Unsafe.Add(ref target, width));
        ab = Avx512F.UnpackHigh(a, b).AsDouble();
        cd = Avx512F.UnpackHigh(c, d).AsDouble();
        Avx512F.UnpackLow(ab, cd).AsSingle().StoreUnsafe(ref Unsafe.Add(ref target, 2 * width));
        Avx512F.UnpackHigh(ab, cd).AsSingle().StoreUnsafe(ref Unsafe.Add(ref target, 3 * width));
    }

    /// <summary>Four floats of four rows, every fourth from the source on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> EveryFourth(ref float source, nint step) => Vector512.Create(
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * step))),
        Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 8 * step)), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 12 * step))));
}
