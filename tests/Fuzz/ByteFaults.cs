namespace NetGen.Fuzz;

/// <summary>What can go wrong with any file.</summary>
internal static class ByteFaults
{
    public static byte[] Apply(byte[] bytes, Draws draws) => draws.Below(6) switch
    {
        0 => bytes[..draws.Below(bytes.Length + 1)],
        1 => bytes[..Math.Max(0, bytes.Length - draws.Between(1, 4))],
        2 => [.. bytes, .. draws.Bytes(draws.Of(1, 2, 8, 100, 1000))],
        3 => Without(bytes, draws),
        4 => Overwritten(bytes, draws),
        _ => BitsFlipped(bytes, draws),
    };

    private static byte[] Without(byte[] bytes, Draws draws)
    {
        int start = draws.Below(bytes.Length + 1);
        int count = Math.Min(draws.Between(1, 16), bytes.Length - start);
        return [.. bytes[..start], .. bytes[(start + count)..]];
    }

    private static byte[] Overwritten(byte[] bytes, Draws draws)
    {
        byte[] changed = [.. bytes];
        int start = draws.Below(bytes.Length + 1);
        foreach (ref byte value in changed.AsSpan(start, Math.Min(draws.Between(1, 8), bytes.Length - start)))
        {
            value = draws.Of<byte>(0, 0xff, 0x7f, 0x80, (byte)'"', (byte)'}', (byte)draws.Below(256));
        }

        return changed;
    }

    private static byte[] BitsFlipped(byte[] bytes, Draws draws)
    {
        byte[] changed = [.. bytes];
        for (int flips = draws.Between(1, 4); flips > 0 && changed.Length > 0; flips--)
        {
            // Every other time at the start, where the structure is.
            int reach = draws.Chance(0.5) ? changed.Length : Math.Min(changed.Length, 16);
            changed[draws.Below(reach)] ^= (byte)(1 << draws.Below(8));
        }

        return changed;
    }
}
