using System.Runtime.InteropServices;

namespace NetGen.Comparison;

/// <summary>Variables of a shell that make a peer look weak.</summary>
internal static partial class ShellTraps
{
    /// <summary>They hold OpenBLAS to old kernels and to a small cache.</summary>
    public static readonly string[] Variables = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"];

    /// <summary>Unsets them for this process, its libraries and the programs it starts. A library reads them when it is loaded, so this comes first.</summary>
    public static void Undo()
    {
        foreach (string variable in Variables)
        {
            Environment.SetEnvironmentVariable(variable, null);
            if (!OperatingSystem.IsWindows())
            {
                Unset(variable); // .NET keeps an environment of its own there, which native code does not see
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unset(string name);
}
