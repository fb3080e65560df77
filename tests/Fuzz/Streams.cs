namespace NetGen.Fuzz;

/// <summary>The streams that a file may come from.</summary>
internal static class Streams
{
    public static Stream Over(byte[] bytes, Draws draws) =>
        draws.Chance(0.5) ? new MemoryStream(bytes, writable: false) : new PiecewiseStream(bytes, draws.Of(1, 3, 7, 100, 4096));
}
