using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen.Data;

/// <summary>The rows of an IDX file, wherever they lie; reading is thread-safe.</summary>
internal abstract class IdxRows(string name, ImmutableArray<int> shape) : IDisposable
{
    /// <summary>What messages call the file.</summary>
    public string Name => name;

    /// <summary>The size of every axis.</summary>
    public ImmutableArray<int> Shape => shape;

    /// <summary>The number of rows.</summary>
    public int Count => shape[0];

    /// <summary>The bytes of a row.</summary>
    public int RowSize { get; } = RowSizeOf(name, shape);

    /// <summary>Copies bytes from an element on.</summary>
    public abstract void Read(long element, Span<byte> bytes);

    /// <inheritdoc/>
    public abstract void Dispose();

    private static int RowSizeOf(string name, ImmutableArray<int> shape)
    {
        long size = 1;
        foreach (int axis in shape.Skip(1))
        {
            size = Math.Min(size * axis, int.MaxValue + 1L);
        }

        return size <= Array.MaxLength ? (int)size : throw new InvalidDataException($"{name}: expected rows of at most {Array.MaxLength} bytes, they are {string.Join(" × ", shape.Skip(1))}.");
    }
}
