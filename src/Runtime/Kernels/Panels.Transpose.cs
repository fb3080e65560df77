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
    public static void Transpose(int units, int inputs, ref float weights, ref float transposed)
    {
        int columns = Padded(inputs);
        for (int column = 0; column < columns; column += Width)
        {
            int width = Math.Min(Width, columns - column);
            int filled = Math.Min(width, inputs - column);
            for (int unit = 0; unit < units; unit += Width)
            {
                TransposeBlock(
                    Math.Min(Width, units - unit), filled,
                    ref Unsafe.Add(ref weights, Index(units, inputs, unit, column)), Math.Min(Width, Padded(units) - unit),
                    ref Unsafe.Add(ref transposed, Index(inputs, units, column, unit)), width);
            }
        }
    }

    /// <summary>Fills rows of one panel of Wᵀ, one per unit, from the part of one panel of W that holds them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeBlock(int units, int inputs, ref float source, nint step, ref float target, nint width)
    {
        int squares = Sse.IsSupported || AdvSimd.Arm64.IsSupported ? units & ~3 : 0;
        for (int input = 0; input < inputs; input += 4)
        {
            ref float from = ref Unsafe.Add(ref source, input * step);
            ref float to = ref Unsafe.Add(ref target, input);
            if (inputs - input >= 4)
            {
                for (int unit = 0; unit < squares; unit += 4)
                {
                    TransposeSquare(ref Unsafe.Add(ref from, unit), step, ref Unsafe.Add(ref to, unit * width), width);
                }
            }

            int rest = Math.Min(4, inputs - input);
            for (int unit = rest < 4 ? 0 : squares; unit < units; unit++)
            {
                for (int k = 0; k < rest; k++)
                {
                    Unsafe.Add(ref to, unit * width + k) = Unsafe.Add(ref from, k * step + unit);
                }
            }
        }

        for (int unit = 0; unit < units && inputs < width; unit++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, unit * width + inputs), (int)width - inputs).Clear();
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
}
