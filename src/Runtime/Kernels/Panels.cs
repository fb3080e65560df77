using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>
/// How a weight matrix W [units, inputs] lies in memory: panels of 32 units, each [inputs][32], so that one vector
/// holds neighbouring units and a row of a panel two cache lines. The last panel is 16 wide where 16 suffice. What a
/// panel has beyond the last unit is zero.
/// </summary>
public static class Panels
{
    /// <summary>The units of a full panel.</summary>
    public const int Width = 32;

    /// <summary>What rows, biases and the last panel are padded to.</summary>
    public const int Padding = 16;

    /// <summary>A length rounded up to <see cref="Padding"/>.</summary>
    public static int Padded(int length) => (length + Padding - 1) & ~(Padding - 1);

    /// <summary>The numbers that W [units, inputs] takes in panels.</summary>
    public static int Length(int units, int inputs) => checked(Padded(units) * inputs);

    /// <summary>Where W[unit, input] lies.</summary>
    public static int Index(int units, int inputs, int unit, int input)
    {
        int first = unit & ~(Width - 1);
        int width = Math.Min(Width, Padded(units) - first);
        return first * inputs + input * width + (unit - first);
    }

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
            for (int unit = 0; unit < units; unit++)
            {
                ref float source = ref Unsafe.Add(ref weights, Index(units, inputs, unit, column));
                int step = Math.Min(Width, Padded(units) - (unit & ~(Width - 1)));
                ref float row = ref Unsafe.Add(ref transposed, (nint)column * units + (nint)unit * width);
                for (int k = 0; k < filled; k++)
                {
                    Unsafe.Add(ref row, k) = Unsafe.Add(ref source, (nint)k * step);
                }

                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref row, filled), width - filled).Clear();
            }
        }
    }
}
