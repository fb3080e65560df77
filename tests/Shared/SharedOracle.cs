using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace NetGen.Oracle;

/// <summary>
/// The large set of oracle files, which is no part of the repository: in the folder that NETGEN_SHARED names, or in a
/// folder <c>shared</c> beside a folder that the tests run in.
/// </summary>
public static class SharedOracle
{
    public const string Absent =
        "The large oracle set is absent: set NETGEN_SHARED to the folder that holds oracle/manifest.json, or put that folder beside the repository as 'shared'.";

    /// <summary>The folder of the manifest, or null.</summary>
    public static string? Folder { get; } = Candidates().Select(folder => Path.Combine(folder, "oracle")).FirstOrDefault(
        folder => File.Exists(Path.Combine(folder, "manifest.json")));

    /// <summary>All cases of a group, by the manifest; a file that is missing throws.</summary>
    public static IEnumerable<OracleCase> Cases(string group)
    {
        string folder = Folder ?? throw new InvalidOperationException(Absent);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        foreach (JsonElement file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            if (file.GetProperty("group").GetString() == group)
            {
                yield return OracleCase.Load(Path.Combine(folder, file.GetProperty("file").GetString()!));
            }
        }
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("NETGEN_SHARED") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "..", "shared");
        }
    }
}

/// <summary>A test of the large oracle set; it is skipped, with the reason, where the set is absent.</summary>
public sealed class SharedOracleFactAttribute : FactAttribute
{
    public SharedOracleFactAttribute() => Skip = SharedOracle.Folder is null ? SharedOracle.Absent : null;
}
