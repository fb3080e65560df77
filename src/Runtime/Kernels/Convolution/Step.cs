namespace NetGen.Kernels;

/// <summary>One step of the sums of a <see cref="ShiftedTile"/>: where its numbers and its weights lie.</summary>
internal struct Step
{
    /// <summary>From the first number of the planes to the first that the step reads, in bytes.</summary>
    public int Plane;

    /// <summary>From the first weight of a filter to the weight of the step, in bytes; in floats for a weight that is written.</summary>
    public int Weight;
}
