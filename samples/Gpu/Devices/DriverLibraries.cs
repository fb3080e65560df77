using System.Runtime.InteropServices;
using ILGPU;

namespace NetGen.Samples.Gpu;

/// <summary>Where the libraries of drivers are.</summary>
internal static class DriverLibraries
{
    // Where ILGPU looks for them itself, by a resolver of its own, of which an assembly has but one.
    private const string OfWindowsSubsystem = "/usr/lib/wsl/lib";

    /// <summary>
    /// ILGPU asks for libcuda.so and libOpenCL.so. On Linux these names come with packages for developers; a driver alone
    /// brings libcuda.so.1 and libOpenCL.so.1. Must be called before the first context is made.
    /// </summary>
    public static void Resolve()
    {
        if (OperatingSystem.IsLinux() && !Directory.Exists(OfWindowsSubsystem))
        {
            NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, static (name, _, _) =>
                name is "cuda" or "OpenCL" && NativeLibrary.TryLoad($"lib{name}.so.1", out nint library) ? library : 0);
        }
    }
}
