namespace NetGen.Fuzz.Idx;

/// <summary>A few bytes that unpack to many.</summary>
internal static class GzipBomb
{
    private static readonly byte[][] Zeros = [IdxMaker.Gzip(new byte[1 << 18]), IdxMaker.Gzip(new byte[1 << 22])];

    /// <summary>A header that promises anything, and after it, as a member of its own, a bomb.</summary>
    public static byte[] Make(byte[] file, Draws draws) =>
        [.. IdxMaker.Gzip(draws.Chance(0.5) ? file : IdxFaults.Apply(file, draws)), .. draws.Of(Zeros)];
}
