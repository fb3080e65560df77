namespace NetGen.Kernels;

/// <summary>Where the memory of a dense layer of every step holds what, for the rows of a batch.</summary>
internal readonly unsafe struct PerStepMemory(int rows, PerStepSizes sizes, float* start)
{
    /// <summary>The inputs of a row's steps; once the gradient of the weights is had, their gradients.</summary>
    public float* Inputs(int row) => start + (nint)row * sizes.Steps * sizes.InputStride;

    /// <summary>The outputs of a row's steps; when going back, their gradients.</summary>
    public float* Outputs(int row) => Inputs(rows) + (nint)row * sizes.Steps * sizes.UnitStride;
}
