namespace NetGen.Generator;

/// <summary>How the work of a step is spread over the groups of a device.</summary>
internal enum GpuScope
{
    /// <summary>A group has some rows, and goes through several steps with them.</summary>
    Rows,

    /// <summary>A group has a tile of a matrix product.</summary>
    Tiles,

    /// <summary>A group has some columns of all rows.</summary>
    Columns,
}
