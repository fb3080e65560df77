namespace NetGen.Kernels;

/// <summary>The states that rows start from; null for zero.</summary>
internal unsafe struct RecurrentStart
{
    /// <summary>[rows, directions·units].</summary>
    public float* State;

    /// <summary>From one row of it to the next, in floats.</summary>
    public int StateStride;

    /// <summary>[rows, directions·units].</summary>
    public float* Cell;

    /// <summary>From one row of it to the next, in floats.</summary>
    public int CellStride;
}
