using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen.Data;

/// <summary>
/// The start of a file in the IDX format (Y. LeCun, C. Cortes, C. Burges, 1998): 0, 0, the type of the elements, the
/// number of axes, then the size of every axis as a big-endian 32-bit number.
/// </summary>
/// <param name="Shape">The size of every axis, each from 1 to 2³² − 1.</param>
internal sealed record IdxHeader(ImmutableArray<long> Shape)
{
    private const byte UnsignedByte = 0x08;
    private const int Magic = 4;
    private const int MostAxes = 4;

    /// <summary>The bytes before the first element.</summary>
    public int Bytes => Magic + 4 * Shape.Length;

    /// <summary>The product of all sizes: what four sizes of 32 bits give fits 128.</summary>
    public UInt128 Elements => Shape.Aggregate(UInt128.One, (elements, size) => elements * (UInt128)size);

    /// <summary>Whether a file starts as IDX does, whatever its elements.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start) => start is [0, 0, >= 0x08 and <= 0x0E, > 0, ..] && TypeName(start[2]) is not null;

    /// <summary>Reads the header, and leaves the source at the first element.</summary>
    /// <exception cref="InvalidDataException">This is no IDX of unsigned bytes.</exception>
    public static IdxHeader Read(IdxSource source)
    {
        string name = source.Name;
        Span<byte> header = stackalloc byte[Magic + 4 * MostAxes];
        int read = source.Fill(header[..Magic]);
        ExpectMagic(header[..read], name);
        int axes = header[3];
        int bytes = Magic + 4 * axes;
        read += source.Fill(header[Magic..bytes]);
        if (read < bytes)
        {
            throw new InvalidDataException($"{name}: expected a header of {bytes} bytes for {axes} axes, it ends after {read}.");
        }

        var shape = ImmutableArray.CreateBuilder<long>(axes);
        for (int axis = 0; axis < axes; axis++)
        {
            shape.Add(BinaryPrimitives.ReadUInt32BigEndian(header[(Magic + 4 * axis)..]));
        }

        return shape.Contains(0)
            ? throw new InvalidDataException($"{name}: expected sizes of 1 or more, the header says {string.Join(" × ", shape)}.")
            : new IdxHeader(shape.ToImmutable());
    }

    /// <summary>What is said where the elements are not as many as promised.</summary>
    public InvalidDataException Mismatch(string name, string found) =>
        new($"{name}: expected {string.Join(" × ", Shape)} = {Elements} bytes after the header, found {found}.");

    private static void ExpectMagic(ReadOnlySpan<byte> start, string name)
    {
        if (start.Length < Magic)
        {
            throw new InvalidDataException($"{name}: expected an IDX header of {Magic} bytes and more, it ends after {start.Length}.");
        }

        if (!Recognises(start))
        {
            throw new InvalidDataException($"{name}: expected IDX, which starts 000008 and the number of axes; it starts {Convert.ToHexString(start)}.");
        }

        if (start[2] != UnsignedByte)
        {
            throw new InvalidDataException($"{name}: expected elements of type 0x08 (unsigned byte), they are 0x{start[2]:X2} ({TypeName(start[2])}), which is not supported.");
        }

        if (start[3] > MostAxes)
        {
            throw new InvalidDataException($"{name}: expected 1 to {MostAxes} axes, the header says {start[3]}.");
        }
    }

    private static string? TypeName(byte type) => type switch
    {
        UnsignedByte => "unsigned byte",
        0x09 => "signed byte",
        0x0B => "16-bit integer",
        0x0C => "32-bit integer",
        0x0D => "32-bit float",
        0x0E => "64-bit float",
        _ => null,
    };
}
