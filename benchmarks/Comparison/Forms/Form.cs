using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Comparison.Forms;

/// <summary>A form of vectors that networks run in, which a process of its own can be held to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lanes">The floats of a vector.</param>
/// <param name="Missing">What this machine lacks for it; null where it has the form.</param>
/// <param name="Variables">What holds a process to it.</param>
internal sealed record Form(string Name, int Lanes, string? Missing, ImmutableArray<(string Name, string Value)> Variables)
{
    private static readonly (string Name, string Value) noAvx512 = ("DOTNET_EnableAVX512", "0");
    private static readonly (string Name, string Value) narrow = ("DOTNET_MaxVectorTBitWidth", "128");
    private static readonly (string Name, string Value) noAvx2 = ("DOTNET_EnableAVX2", "0");

    /// <summary>All forms, the widest first.</summary>
    public static ImmutableArray<Form> All { get; } =
    [
        new("Vector512", 16, Vector512.IsHardwareAccelerated ? null : "no 512-bit vectors", []),
        new("Vector<T> of 256 bits", 8, Vector256.IsHardwareAccelerated ? null : "no 256-bit vectors", [noAvx512]),
        new("Vector<T> of 128 bits with FMA", 4, IsX86 && !Fma.IsSupported ? "no FMA" : null, [noAvx512, narrow]),
        new("Vector<T> of 128 bits without FMA", 4, IsX86 ? null : "multiply-add is always fused", [noAvx2]),
    ];

    /// <summary>The variables that hold a process to a form; a process that is to have another must not inherit them.</summary>
    public static ImmutableArray<string> AllVariables { get; } = [noAvx512.Name, narrow.Name, noAvx2.Name];

    /// <summary>The floats of the vectors that this process runs networks in.</summary>
    public static int RunningLanes { get; } = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector<float>.Count;

    private static bool IsX86 => RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;
}
