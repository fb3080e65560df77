using System;
using System.IO;
using System.Linq;

namespace NetGen.Runtime.Tests.Files;

/// <summary>A new, empty folder that goes away with its test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-files-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>The names of what lies in the folder.</summary>
    public string[] Names => [.. folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
