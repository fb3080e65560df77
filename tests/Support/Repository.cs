using System;
using System.IO;

namespace NetGen.Tests.Support;

/// <summary>The folder that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory, folder => File.Exists(Path.Combine(folder, "NetGen.sln")))
        ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds NetGen.sln.");

    /// <summary>
    /// The data that some machines have beside the repository: where NETGEN_SHARED says, or in a folder shared; null
    /// where there are none.
    /// </summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>The build configuration of these tests.</summary>
    public static string Configuration { get; } =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string? FindShared()
    {
        string? named = Environment.GetEnvironmentVariable("NETGEN_SHARED");
        string? holder = Above(AppContext.BaseDirectory, folder => IsShared(Path.Combine(folder, "..", "shared")));
        return named is { Length: > 0 } ? named : holder is null ? null : Path.GetFullPath(Path.Combine(holder, "..", "shared"));
    }

    private static bool IsShared(string folder) => File.Exists(Path.Combine(folder, "oracle", "manifest.json"));

    private static string? Above(string start, Predicate<string> found)
    {
        string? folder = start;
        while (folder is not null && !found(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
