using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>How many vectors a processor holds.</summary>
internal static class Registers
{
    /// <summary>Whether there are 32, which come with 512-bit vectors, and not 16: room for 24 sums instead of 12.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreMany<TVector>()
        where TVector : struct => Unsafe.SizeOf<TVector>() == 64;
}
