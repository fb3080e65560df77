using System.Buffers.Binary;

namespace NetGen.Fuzz.Tensors;

/// <summary>Puts a file together: the length of the header, the header, the data.</summary>
internal static class TensorFrame
{
    public static byte[] Of(byte[] header, byte[] data) => Of((ulong)header.Length, header, data);

    public static byte[] WrongLength(byte[] header, byte[] data, Draws draws)
    {
        ulong length = (ulong)header.Length;
        return Of(
            draws.Of<ulong>(0, 1, 2, length - 1, length + 1, length + 8, length + (ulong)data.Length, length + (ulong)data.Length + 1, 100_000_000, 100_000_001,
                int.MaxValue, uint.MaxValue, long.MaxValue, 1UL << 63, ulong.MaxValue, BinaryPrimitives.ReverseEndianness(length)),
            header, data);
    }

    private static byte[] Of(ulong length, byte[] header, byte[] data)
    {
        byte[] file = new byte[sizeof(ulong) + header.Length + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        header.CopyTo(file, sizeof(ulong));
        data.CopyTo(file, sizeof(ulong) + header.Length);
        return file;
    }
}
