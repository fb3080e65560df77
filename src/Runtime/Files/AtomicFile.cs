using System;
using System.IO;
using System.Security.Cryptography;

namespace NetGen.Files;

/// <summary>
/// Replaces a file whole or not at all: the content is written to a temporary file in the same folder, flushed to the
/// disk, and moved over the target. Outside Windows it has the mode of the file that it replaces before anything is in it.
/// </summary>
internal static class AtomicFile
{
    public static void Save(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        // What a link points to is relative to the folder of the link, which a path without one does not name.
        string target = Path.GetFullPath(path);
        target = (File.Exists(target) ? File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName : null) ?? target;
        ExpectPlace(path, target);
        string temporary = Path.Combine(
            Path.GetDirectoryName(target)!, $"{Path.GetFileName(target)}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}.tmp");
        try
        {
            using (FileStream stream = Create(path, target, temporary))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    private static void ExpectPlace(string path, string target)
    {
        if (Path.GetFileName(target).Length == 0 || Directory.Exists(target))
        {
            throw new IOException($"Cannot save to {path}: it is a folder; expected the path of a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new DirectoryNotFoundException($"Cannot save to {path}: there is no folder {Path.GetDirectoryName(target)}; make it first.");
        }
    }

    private static FileStream Create(string path, string target, string temporary)
    {
        FileStream? stream = null;
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (OperatingSystem.IsWindows() || !File.Exists(target))
            {
                return new FileStream(temporary, options);
            }

            UnixFileMode mode = File.GetUnixFileMode(target);
            options.UnixCreateMode = mode;
            stream = new FileStream(temporary, options);

            // The process may mask what a new file is given.
            if (File.GetUnixFileMode(stream.SafeFileHandle) != mode)
            {
                File.SetUnixFileMode(stream.SafeFileHandle, mode);
            }

            return stream;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            throw new IOException($"Cannot save to {path}: no file can be made in {Path.GetDirectoryName(temporary)}: {wrong.Message}", wrong);
        }
    }

    // What went wrong first is what the caller must hear.
    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
        }
    }
}
