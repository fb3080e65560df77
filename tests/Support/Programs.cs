using System;
using System.IO;
using System.Linq;

namespace NetGen.Tests.Support;

/// <summary>Programs of the machine that some checks need.</summary>
internal static class Programs
{
    /// <summary>The first of these programs that is on the path, or null.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (string name in names)
        {
            if (folders.Any(folder => File.Exists(Path.Combine(folder, name))))
            {
                return name;
            }
        }

        return null;
    }
}
