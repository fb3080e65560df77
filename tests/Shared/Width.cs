using System.Numerics;
using System.Runtime.Intrinsics;

namespace NetGen.Tests.Support;

/// <summary>The vectors this run has.</summary>
internal static class Width
{
    /// <summary>Whether multiply-add has one rounding here: of (1 + 2⁻¹²)² = 1 + 2⁻¹¹ + 2⁻²⁴ the second one takes the last term away.</summary>
    public static bool IsFused { get; } = Vector.MultiplyAddEstimate(Vector.Create(1f + 1f / 4096), Vector.Create(1f + 1f / 4096), Vector.Create(-1f - 1f / 2048))[0] != 0;

    public static string Text { get; } =
        $"Vector<float>.Count = {Vector<float>.Count}, multiply-add {(IsFused ? "fused" : "in two roundings")}, Vector512 {(Vector512.IsHardwareAccelerated ? "in hardware" : "in software")}";
}
