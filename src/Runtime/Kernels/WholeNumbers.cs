using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>Symbols and lengths: numbers that choose what is computed, and by which nothing is differentiated.</summary>
public static class WholeNumbers
{
    /// <summary>The gradient of some of every row, which is 0: where it is not added to another, it is written.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="count">The whole numbers of a row, at least 1.</param>
    /// <param name="gradient">Receives zeros, [rows, count] at <paramref name="stride"/>, padding included.</param>
    /// <param name="stride">From one row of it to the next, in floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(int rows, int count, ref float gradient, int stride)
    {
        for (int row = 0; row < rows; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, (nint)row * stride), Panels.Padded(count)).Clear();
        }
    }
}
