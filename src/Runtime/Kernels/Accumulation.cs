using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>Sums of buffers.</summary>
public static class Accumulation
{
    /// <summary>to = to + from.</summary>
    /// <param name="length">The numbers, a multiple of 16.</param>
    /// <param name="from">The first of what is added.</param>
    /// <param name="to">The first of what it is added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(int length, ref float from, ref float to)
    {
        for (nuint index = 0; index < (nuint)length; index += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref to, index) + Vector.LoadUnsafe(ref from, index), ref to, index);
        }
    }
}
