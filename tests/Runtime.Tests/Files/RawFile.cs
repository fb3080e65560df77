using System;
using System.Buffers.Binary;
using System.Linq;
using System.Text;

namespace NetGen.Runtime.Tests.Files;

/// <summary>safetensors files made byte by byte, right and wrong.</summary>
internal static class RawFile
{
    /// <summary>A file of a header and data.</summary>
    public static byte[] Of(string header, params byte[] data) => Of(Encoding.UTF8.GetBytes(header), data);

    public static byte[] Of(byte[] header, params byte[] data) => [.. Length((ulong)header.Length), .. header, .. data];

    /// <summary>A file of one tensor, w.</summary>
    public static byte[] OfTensor(string type, string shape, params byte[] data) =>
        Of($$$"""{"w":{"dtype":"{{{type}}}","shape":{{{shape}}},"data_offsets":[0,{{{data.Length}}}]}}""", data);

    public static byte[] Length(ulong length)
    {
        byte[] bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }

    public static byte[] Bytes<T>(Func<T, byte[]> bytes, params T[] values) => [.. values.SelectMany(bytes)];
}
