using System.Numerics;
using System.Runtime.Intrinsics;

namespace NetGen.Generated.Tests.Support;

/// <summary>The vectors this run has.</summary>
internal static class Width
{
    public static string Text { get; } =
        $"Vector<float>.Count = {Vector<float>.Count}, Vector512 {(Vector512.IsHardwareAccelerated ? "in hardware" : "in software")}";
}
