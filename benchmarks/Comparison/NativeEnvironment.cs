using System.Runtime.InteropServices;

namespace NetGen.Comparison;

/// <summary>The environment that native code sees: outside Windows .NET keeps one of its own beside it.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable in both; null unsets it.</summary>
    public static void Set(string name, string? value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
        {
            _ = value is null ? Unset(name) : Set(name, value, overwrite: 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unset(string name);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(string name, string value, int overwrite);
}
