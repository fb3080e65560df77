namespace NetGen.Fuzz.Tensors;

/// <summary>What can go wrong with the bytes of a header.</summary>
internal static class HeaderText
{
    public static byte[] Fault(byte[] header, Draws draws) => draws.Below(6) switch
    {
        0 => Inserted(header, draws.Of<byte[]>([0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80], [0]), draws),
        1 => [.. header, .. draws.Of(" "u8.ToArray(), "\n\t "u8.ToArray(), "x"u8.ToArray(), "{}"u8.ToArray(), [0], "}"u8.ToArray())],
        2 => [.. draws.Of(" "u8.ToArray(), [0xef, 0xbb, 0xbf], "["u8.ToArray()), .. header],
        3 => Inserted(header, draws.Of(","u8.ToArray(), " "u8.ToArray(), "\""u8.ToArray(), "}"u8.ToArray(), "//"u8.ToArray(), "\\"u8.ToArray()), draws),
        4 => draws.Of("[]"u8.ToArray(), "{}"u8.ToArray(), "{"u8.ToArray(), "null"u8.ToArray(), [], "  "u8.ToArray(), "{\"a\":"u8.ToArray()),
        _ => ByteFaults.Apply(header, draws),
    };

    private static byte[] Inserted(byte[] bytes, byte[] what, Draws draws)
    {
        int place = draws.Below(bytes.Length + 1);
        return [.. bytes[..place], .. what, .. bytes[place..]];
    }
}
