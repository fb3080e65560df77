using System.Collections.Frozen;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Comparison;

/// <summary>The variables under which OpenBLAS is at its fastest, whatever a shell exports.</summary>
internal static class OpenBlasVariables
{
    /// <summary>Each with its value; null: unset.</summary>
    public static readonly FrozenDictionary<string, string?> Values = new Dictionary<string, string?>
    {
        // By itself it takes the oldest kernels for a processor that is newer than the library.
        ["OPENBLAS_CORETYPE"] = Avx512BW.IsSupported ? "SkylakeX" : Fma.IsSupported && Avx2.IsSupported ? "Haswell" : null,
        ["OPENBLAS_L2_SIZE"] = null,
    }.ToFrozenDictionary();

    /// <summary>Sets them for this process, its libraries and the programs it starts. A library reads them when it is loaded, so this comes first.</summary>
    public static void Set()
    {
        foreach ((string name, string? value) in Values)
        {
            NativeEnvironment.Set(name, value);
        }
    }
}
