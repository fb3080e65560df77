namespace NetGen.Fuzz.Idx;

/// <summary>What can go wrong with a gzipped file (RFC 1952, P. Deutsch, 1996).</summary>
internal static class GzipFaults
{
    private const int Footer = 8;

    public static byte[] Apply(byte[] packed, Draws draws)
    {
        byte[] changed = [.. packed];
        switch (draws.Below(9))
        {
            case 0:
                changed[2] = (byte)draws.Below(256); // the method
                return changed;
            case 1:
                changed[3] = (byte)(1 << draws.Below(8)); // flags: what follows the header is not there
                return changed;
            case 2:
                return changed[..draws.Below(changed.Length)];
            case 3:
                return changed[..^draws.Between(1, Footer)];
            case 4:
                changed[^draws.Between(1, Footer)] ^= (byte)(1 << draws.Below(8)); // the checksum or the length
                return changed;
            case 5:
                return [.. changed, .. draws.Of<byte[]>([0], [0, 0, 0, 0], [0x1f], [0x1f, 0x8b], [0x1f, 0x8b, 8, 0], changed)];
            case 6:
                return IdxMaker.Gzip(changed);
            case 7:
                return changed[..draws.Between(2, 10)];
            default:
                return ByteFaults.Apply(changed, draws);
        }
    }
}
