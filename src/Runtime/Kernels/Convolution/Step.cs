namespace NetGen.Kernels;

/// <summary>One step of the sums of a <see cref="ShiftedTile"/>: where its numbers and its weights lie, in bytes.</summary>
internal struct Step
{
    /// <summary>From the first number of the planes to the first that the step reads.</summary>
    public int Plane;

    /// <summary>From the first weight of a filter to the weight of the step.</summary>
    public int Weight;
}
