using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace NetGen.Files;

/// <summary>
/// A file of named tensors in the safetensors format (Hugging Face, 2022): the length of the header as 8 bytes, the
/// header as JSON, the data; all little-endian.
/// </summary>
/// <remarks>
/// Nothing that a file says is trusted: what is read is checked whole before it is returned, and memory grows with
/// what the file really holds, not with what its header promises.
/// </remarks>
public sealed class TensorFile
{
    private const int LengthBytes = 8;

    private readonly Dictionary<string, StoredTensor> tensors;
    private readonly byte[] data;
    private readonly string? fileName;

    private TensorFile(TensorHeader header, byte[] data, string? fileName)
    {
        tensors = header.Tensors.ToDictionary(tensor => tensor.Entry.Name, StringComparer.Ordinal);
        Tensors = [.. header.Tensors.Select(tensor => tensor.Entry)];
        Metadata = header.Metadata;
        this.data = data;
        this.fileName = fileName;
    }

    /// <summary>What the file says about itself: <c>__metadata__</c>; empty where it has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensors in the order of the header.</summary>
    public ImmutableArray<TensorEntry> Tensors { get; }

    /// <summary>A tensor's type and shape.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    public TensorEntry this[string name] => Stored(name).Entry;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where the file is.</param>
    /// <exception cref="InvalidDataException">The file is damaged or hostile; the message names it and says what was expected and what came.</exception>
    /// <exception cref="IOException">The file cannot be read, or is a folder.</exception>
    public static TensorFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder; expected a safetensors file.");
        }

        using FileStream stream = File.OpenRead(path);
        return Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads a stream to its end, forward only; it may be of unknown length.</summary>
    /// <param name="stream">The file's bytes, from here to the end.</param>
    /// <exception cref="InvalidDataException">The content is damaged or hostile; the message says what was expected and what came.</exception>
    public static TensorFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(stream, fileName: null);
    }

    /// <summary>Reads a file that is in memory; the bytes are copied.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="InvalidDataException">The content is damaged or hostile; the message says what was expected and what came.</exception>
    public static unsafe TensorFile Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Read(Stream.Null);
        }

        fixed (byte* start = &MemoryMarshal.GetReference(bytes))
        {
            using var stream = new UnmanagedMemoryStream(start, bytes.Length);
            return Read(stream);
        }
    }

    /// <summary>Whether there is a tensor of that name.</summary>
    /// <param name="name">The tensor's name.</param>
    public bool Contains(string name) => tensors.ContainsKey(name);

    /// <summary>Copies a tensor's elements out in row-major order, converted to float or double.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="name">The tensor's name.</param>
    /// <param name="values">Receives as many numbers as the tensor has elements.</param>
    /// <exception cref="ArgumentException">There is no such tensor, or the length does not fit.</exception>
    /// <exception cref="InvalidDataException">The element type is none of F32, F64, F16 and BF16, or T cannot hold one of the finite numbers. The values are then unspecified.</exception>
    /// <exception cref="NotSupportedException">T is neither float nor double.</exception>
    public void CopyTo<T>(string name, Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        StoredTensor tensor = Stored(name);
        string type = tensor.Entry.Type;
        string wanted = ElementType.Of<T>();
        if (!ElementType.IsReadable(type))
        {
            throw Fault($"{FileText.Quote(name)} is {FileText.Line(type)}; expected {ElementType.Readable}.");
        }

        ReadOnlySpan<byte> bytes = data.AsSpan((int)tensor.Begin, (int)tensor.Bytes);
        int count = bytes.Length / ElementType.Size(type)!.Value;
        if (values.Length != count)
        {
            throw new ArgumentException(Invariant($"{FileText.Quote(name)} is {FileText.Shape(tensor.Entry.Shape)}, {count} elements; the span has {values.Length}."), nameof(values));
        }

        ElementType.Decode(type, bytes, values);
        if (type == "F64" && wanted == "F32")
        {
            ExpectHeld(tensor.Entry, bytes, values);
        }
    }

    /// <summary>Wrong content, with the file's name in front where it is known.</summary>
    internal InvalidDataException Fault(string what) => new(InFront(fileName) + what);

    private static TensorFile Read(Stream stream, string? fileName)
    {
        try
        {
            TensorHeader header = ReadHeader(stream, out long start);
            return new(header, ReadData(stream, header, start), fileName);
        }
        catch (InvalidDataException wrong) when (fileName is not null)
        {
            throw new InvalidDataException(InFront(fileName) + wrong.Message, wrong.InnerException);
        }
    }

    private static TensorHeader ReadHeader(Stream stream, out long start)
    {
        byte[] lengthBytes = StreamBytes.Read(stream, LengthBytes);
        if (lengthBytes.Length < LengthBytes)
        {
            throw new InvalidDataException(Invariant($"The file ends after {lengthBytes.Length} bytes; expected {LengthBytes} that give the length of a header, the header, and the data."));
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length is < 2 or > TensorHeader.Longest)
        {
            throw new InvalidDataException(Invariant($"The file promises a header of {length} bytes; expected 2 to {TensorHeader.Longest}. It may not be a safetensors file."));
        }

        byte[] header = StreamBytes.Read(stream, (int)length);
        if (header.Length < (int)length)
        {
            throw new InvalidDataException(Invariant($"The file is truncated: it ends after {LengthBytes + header.Length} bytes; expected a header up to byte {LengthBytes + (long)length}."));
        }

        start = LengthBytes + header.Length;
        return TensorHeader.Parse(header);
    }

    private static byte[] ReadData(Stream stream, TensorHeader header, long start)
    {
        long length = header.DataLength;
        if (length > Array.MaxLength)
        {
            throw new InvalidDataException(Invariant($"The tensors take {length} bytes; expected {Array.MaxLength} at most."));
        }

        byte[] data = StreamBytes.Read(stream, (int)length);
        if (data.Length < length)
        {
            throw new InvalidDataException(Invariant($"The file is truncated: it ends after {start + data.Length} bytes; expected {start + length} by its header."));
        }

        return StreamBytes.Ends(stream)
            ? data
            : throw new InvalidDataException(Invariant($"The file goes on after its last tensor; expected {start + length} bytes by its header."));
    }

    private static string InFront(string? fileName) => fileName is null ? "" : $"{FileText.Line(fileName)}: ";

    private StoredTensor Stored(string name) =>
        tensors.TryGetValue(name, out StoredTensor? tensor)
            ? tensor
            : throw new ArgumentException($"No tensor is named {FileText.Quote(name)}; the file has {Tensors.Length}{Names()}.", nameof(name));

    private string Names() => Tensors.Length is 0 or > 20 ? "" : $": {string.Join(", ", Tensors.Select(tensor => FileText.Line(tensor.Name)))}";

    private void ExpectHeld<T>(TensorEntry entry, ReadOnlySpan<byte> doubles, ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int index = 0; index < values.Length; index++)
        {
            double stored = BinaryPrimitives.ReadDoubleLittleEndian(doubles[(index * sizeof(double))..]);
            if (T.IsInfinity(values[index]) && double.IsFinite(stored))
            {
                throw Fault($"{FileText.Quote(entry.Name)} has {FileText.Number(stored)} at {FileText.Place(entry.Shape, index)}; expected numbers that a float can hold.");
            }
        }
    }
}
