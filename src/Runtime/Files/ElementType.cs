using System;
using System.Buffers.Binary;
using System.Numerics;

namespace NetGen.Files;

/// <summary>The element types of the format: their sizes, and how floating-point ones become numbers and bytes.</summary>
internal static class ElementType
{
    public const string Readable = "F32, F64, F16 or BF16";

    /// <summary>The bytes of an element, or null for a type that NetGen does not know.</summary>
    public static int? Size(string type) => type switch
    {
        "BOOL" or "U8" or "I8" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" => 1,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "F32" or "I32" or "U32" => 4,
        "F64" or "I64" or "U64" or "C64" => 8,
        _ => null,
    };

    public static bool IsReadable(string type) => type is "F32" or "F64" or "F16" or "BF16";

    /// <summary>The type that holds every T.</summary>
    public static string Of<T>() =>
        typeof(T) == typeof(float) ? "F32"
        : typeof(T) == typeof(double) ? "F64"
        : throw new NotSupportedException($"Tensor files are written from and read into float and double, not {typeof(T).Name}.");

    /// <summary>Little-endian elements of a readable type as numbers; a number that T cannot hold becomes infinite.</summary>
    public static void Decode<T>(string type, ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (type)
        {
            case "F32":
                for (int index = 0; index < values.Length; index++)
                {
                    values[index] = T.CreateTruncating(BinaryPrimitives.ReadSingleLittleEndian(bytes[(index * sizeof(float))..]));
                }

                break;
            case "F64":
                for (int index = 0; index < values.Length; index++)
                {
                    values[index] = T.CreateTruncating(BinaryPrimitives.ReadDoubleLittleEndian(bytes[(index * sizeof(double))..]));
                }

                break;
            case "F16":
                for (int index = 0; index < values.Length; index++)
                {
                    values[index] = T.CreateTruncating(BinaryPrimitives.ReadHalfLittleEndian(bytes[(index * sizeof(ushort))..]));
                }

                break;
            case "BF16":
                for (int index = 0; index < values.Length; index++)
                {
                    // A brain float is the upper half of a float.
                    uint bits = (uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(index * sizeof(ushort))..]) << 16;
                    values[index] = T.CreateTruncating(BitConverter.UInt32BitsToSingle(bits));
                }

                break;
            default:
                throw new ArgumentException($"{type} is not readable; expected {Readable}.", nameof(type));
        }
    }

    /// <summary>Numbers as little-endian elements of <see cref="Of{T}"/>.</summary>
    public static byte[] Encode<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = Size(Of<T>())!.Value;
        byte[] bytes = new byte[checked(values.Length * size)];
        for (int index = 0; index < values.Length; index++)
        {
            Span<byte> element = bytes.AsSpan(index * size, size);
            if (size == sizeof(float))
            {
                BinaryPrimitives.WriteSingleLittleEndian(element, float.CreateTruncating(values[index]));
            }
            else
            {
                BinaryPrimitives.WriteDoubleLittleEndian(element, double.CreateTruncating(values[index]));
            }
        }

        return bytes;
    }
}
