using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using static System.FormattableString;

namespace NetGen.Files;

/// <summary>
/// Gathers tensors and writes them in the safetensors format (see <see cref="TensorFile"/>): float as F32, double as
/// F64. The same calls give the same bytes.
/// </summary>
public sealed class TensorFileWriter
{
    // Data that starts at a multiple of 8 can be mapped into memory and read as numbers where it lies.
    private const int Alignment = 8;

    private readonly List<(TensorEntry Entry, byte[] Bytes)> tensors = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> metadata = new(StringComparer.Ordinal);

    /// <summary>Adds a tensor; its values are copied now.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="name">A name of the file's own: not empty, not <c>__metadata__</c>, not added before.</param>
    /// <param name="shape">The size of every axis; empty for a single number.</param>
    /// <param name="values">The elements in row-major order.</param>
    /// <exception cref="ArgumentException">The name cannot be used, or the values do not fit the shape.</exception>
    /// <exception cref="NotSupportedException">T is neither float nor double.</exception>
    public void Add<T>(string name, ImmutableArray<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string type = ElementType.Of<T>();
        ExpectText(name, nameof(name));
        if (name is "" or TensorHeader.MetadataName)
        {
            throw new ArgumentException($"A tensor cannot be named '{name}'; expected a name that is not empty and not {TensorHeader.MetadataName}.", nameof(name));
        }

        if (names.Contains(name))
        {
            throw new ArgumentException($"Two tensors are named '{name}'; expected each name once.", nameof(name));
        }

        if (shape.IsDefault || shape.Any(size => size < 0) || Elements(shape) != (UInt128)values.Length)
        {
            throw new ArgumentException(Invariant($"'{name}' is {(shape.IsDefault ? "without a shape" : FileText.Shape(shape))} and has {values.Length} values; expected as many as the product of its sizes."), nameof(shape));
        }

        tensors.Add((new(name, type, shape), ElementType.Encode(values)));
        names.Add(name);
    }

    /// <summary>Adds a note to the file's <c>__metadata__</c>.</summary>
    /// <param name="key">The note's name, not noted before.</param>
    /// <param name="value">Any text.</param>
    /// <exception cref="ArgumentException">The key was noted before, or a text is no valid Unicode.</exception>
    public void Note(string key, string value)
    {
        ExpectText(key, nameof(key));
        ExpectText(value, nameof(value));
        if (!metadata.TryAdd(key, value))
        {
            throw new ArgumentException($"'{key}' is noted twice; expected each key once.", nameof(key));
        }
    }

    /// <summary>
    /// Saves the file whole or not at all: it is written beside the target, flushed to the disk and then moved over
    /// it, so that a save that fails leaves an older file as it was and nothing else behind. (A process that is killed
    /// meanwhile leaves the temporary file, named as the target and <c>.tmp</c> at the end, which may be deleted.)
    /// </summary>
    /// <param name="path">Where the file will be; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be saved there; the message says why.</exception>
    /// <exception cref="UnauthorizedAccessException">The older file may not be replaced.</exception>
    public void Save(string path) => AtomicFile.Save(path, Write);

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Receives the bytes.</param>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        // Wider elements first, so that with an aligned start every tensor is aligned to its element.
        (TensorEntry Entry, byte[] Bytes)[] inOrder = [.. tensors.OrderByDescending(tensor => ElementType.Size(tensor.Entry.Type))];
        byte[] header = Header(inOrder);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach ((_, byte[] bytes) in inOrder)
        {
            stream.Write(bytes);
        }
    }

    private byte[] Header((TensorEntry Entry, byte[] Bytes)[] inOrder)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            WriteMetadata(writer);
            long offset = 0;
            foreach ((TensorEntry entry, byte[] bytes) in inOrder)
            {
                WriteEntry(writer, entry, offset, offset + bytes.Length);
                offset += bytes.Length;
            }

            writer.WriteEndObject();
        }

        while (json.Length % Alignment != 0)
        {
            json.WriteByte((byte)' ');
        }

        return json.Length <= TensorHeader.Longest
            ? json.ToArray()
            : throw new InvalidOperationException(Invariant($"The header takes {json.Length} bytes; the format allows {TensorHeader.Longest}. Note less, or use shorter names."));
    }

    private void WriteMetadata(Utf8JsonWriter writer)
    {
        if (metadata.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(TensorHeader.MetadataName);
        foreach ((string key, string value) in metadata)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, TensorEntry entry, long begin, long end)
    {
        writer.WriteStartObject(entry.Name);
        writer.WriteString("dtype", entry.Type);
        writer.WriteStartArray("shape");
        foreach (int size in entry.Shape)
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(begin);
        writer.WriteNumberValue(end);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Axes of 0 first, so that a product that has no bound ends.
    private static UInt128 Elements(ImmutableArray<int> shape)
    {
        UInt128 elements = 1;
        foreach (int size in shape.Order())
        {
            elements *= (UInt128)size;
            if (elements > int.MaxValue)
            {
                return elements;
            }
        }

        return elements;
    }

    private static void ExpectText(string text, string argument)
    {
        ArgumentNullException.ThrowIfNull(text, argument);
        if (!JsonText.IsUnicode(text))
        {
            throw new ArgumentException($"{FileText.Quote(text)} has half of a surrogate pair; expected Unicode.", argument);
        }
    }
}
