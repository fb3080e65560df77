namespace NetGen.Generator;

/// <summary>How groups of threads share work, as src/Gpu has it.</summary>
internal static class GpuSizes
{
    /// <summary>The lanes of a row; <c>Lanes.OfRow</c>.</summary>
    public const int LanesOfRow = 16;

    /// <summary>The rows of a group; <c>Lanes.Rows</c>.</summary>
    public const int Rows = 8;

    /// <summary>The columns of a group; <c>Lanes.Columns</c>.</summary>
    public const int Columns = 32;

    /// <summary>The rows and columns of a tile, and the units of a panel; <c>Tiles.Side</c>.</summary>
    public const int Side = 32;

    /// <summary>The threads that have a tile, or change parameters; <c>Tiles.GroupSize</c> and <c>Update.GroupSize</c>.</summary>
    public const int Group = 256;

    /// <summary>How many parts of some size cover a length.</summary>
    public static int Parts(int length, int size) => (length + size - 1) / size;
}
