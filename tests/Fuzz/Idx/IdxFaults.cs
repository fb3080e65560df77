using System.Buffers.Binary;

namespace NetGen.Fuzz.Idx;

/// <summary>What can go wrong with an IDX file before it is packed.</summary>
internal static class IdxFaults
{
    public static byte[] Apply(byte[] file, Draws draws)
    {
        if (file.Length < 8)
        {
            return ByteFaults.Apply(file, draws);
        }

        byte[] changed = [.. file];
        switch (draws.Below(8))
        {
            case 0:
                changed[draws.Below(2)] = (byte)draws.Between(1, 255);
                return changed;
            case 1:
                changed[2] = draws.Of<byte>(0, 7, 9, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 255);
                return changed;
            case 2:
                changed[3] = draws.Of<byte>(0, 1, 2, 3, 4, 5, 8, 127, 128, 255);
                return changed;
            case 3:
            case 4:
                WrongSizes(changed, draws);
                return changed;
            case 5:
                return changed[..draws.Below(Math.Min(changed.Length, 4 + 4 * changed[3]) + 1)];
            case 6:
                return [.. changed, .. new byte[draws.Of(1, 2, 100, 70_000)]];
            default:
                return ByteFaults.Apply(changed, draws);
        }
    }

    private static void WrongSizes(byte[] file, Draws draws)
    {
        int axes = Math.Min(file[3], (file.Length - 4) / 4);
        for (int count = draws.Between(1, Math.Max(1, axes)); count > 0 && axes > 0; count--)
        {
            uint size = draws.Of<uint>(0, 1, 2, 7, 255, 65_535, 65_536, 1 << 24, 1 << 30, 2_147_483_591, 2_147_483_647, 1u << 31, uint.MaxValue);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4 + 4 * draws.Below(axes)), size);
        }
    }
}
