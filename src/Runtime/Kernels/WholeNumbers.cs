using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>Symbols and lengths: numbers that choose what is computed, and by which nothing is differentiated.</summary>
internal static class WholeNumbers
{
    /// <summary>The gradient of some of every row, which is 0, padding included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(int rows, int count, ref float gradient, int stride)
    {
        for (int row = 0; row < rows; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, (nint)row * stride), Panels.Padded(count)).Clear();
        }
    }
}
