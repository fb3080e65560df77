using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>
/// How a weight matrix W [units, inputs] lies in memory: panels of 32 units, each [inputs][32], so that one vector
/// holds neighbouring units and a row of a panel two cache lines. The last panel is 16 wide where 16 suffice. What a
/// panel has beyond the last unit is zero.
/// </summary>
public static partial class Panels
{
    /// <summary>The units of a full panel.</summary>
    public const int Width = 32;

    /// <summary>What rows, biases and the last panel are padded to.</summary>
    public const int Padding = 16;

    /// <summary>A length rounded up to <see cref="Padding"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Padded(int length) => (length + Padding - 1) & ~(Padding - 1);

    /// <summary>Clears what lies behind so many numbers up to the next multiple of <see cref="Padding"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ClearPadding(ref float numbers, int count) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref numbers, count), Padded(count) - count).Clear();

    /// <summary>
    /// From one row of so many numbers to the next. Rows a multiple of 512 bytes apart would share so few sets of the first
    /// cache that they drive each other out of it, so such are moved on by a line.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Stride(int length) => Padded(length) % 128 == 0 ? Padded(length) + Padding : Padded(length);

    /// <summary>The numbers that W [units, inputs] takes in panels.</summary>
    public static int Length(int units, int inputs) => checked(Padded(units) * inputs);

    /// <summary>Where W[unit, input] lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Index(int units, int inputs, int unit, int input) =>
        Start(unit, inputs) + input * WidthAt(units, unit);

    /// <summary>Where W[unit, 0] lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Start(int unit, int inputs) => (unit & ~(Width - 1)) * inputs + (unit & (Width - 1));

    /// <summary>The width of the panel in which a unit lies: from one of its inputs to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int WidthAt(int units, int unit) => Math.Min(Width, Padded(units) - (unit & ~(Width - 1)));
}
