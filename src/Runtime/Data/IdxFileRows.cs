using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.Win32.SafeHandles;

namespace NetGen.Data;

/// <summary>Rows in a plain file, which is read where it lies: memory holds what was asked for and nothing else.</summary>
internal sealed class IdxFileRows : IdxRows
{
    private readonly SafeFileHandle handle;
    private readonly int start;

    private IdxFileRows(string name, ImmutableArray<int> shape, SafeFileHandle handle, int start)
        : base(name, shape)
    {
        this.handle = handle;
        this.start = start;
    }

    public static IdxFileRows Open(string path)
    {
        string name = Path.GetFileName(path);
        IdxHeader header = IdxHeaderOf(path, name);
        SafeFileHandle handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            long found = RandomAccess.GetLength(handle) - header.Bytes;
            if (header.Elements != (UInt128)Math.Max(found, 0))
            {
                throw header.Mismatch(name, $"{found}");
            }

            return header.Shape.All(size => size <= int.MaxValue)
                ? new IdxFileRows(name, [.. header.Shape.Select(size => (int)size)], handle, header.Bytes)
                : throw new InvalidDataException($"{name}: expected sizes of at most {int.MaxValue}, the header says {string.Join(" × ", header.Shape)}.");
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public override void Read(long element, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(handle, bytes, start + element);
            if (read == 0)
            {
                throw new InvalidDataException($"{Name}: the file has become shorter since it was opened; it ends before element {element}.");
            }

            element += read;
            bytes = bytes[read..];
        }
    }

    public override void Dispose() => handle.Dispose();

    private static IdxHeader IdxHeaderOf(string path, string name)
    {
        using FileStream file = File.OpenRead(path);
        using var source = new IdxSource(file, name);
        return source.IsGzip
            ? throw new InvalidDataException($"{name}: expected a plain file, for rows of a gzipped one cannot be read by number. Unpack it, or read it into memory.")
            : IdxHeader.Read(source);
    }
}
