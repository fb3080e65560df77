namespace NetGen.Kernels;

/// <summary>Where the memory of self-attention holds what, for the rows of a batch; each part holds all rows, and in each row all steps.</summary>
internal readonly unsafe struct AttentionMemory(int rows, AttentionSizes sizes, float* memory)
{
    /// <summary>Queries, keys and values.</summary>
    public float* Projected(int row) => Steps(0, row, sizes.ProjectedStride);

    /// <summary>The outputs; in the backward pass their gradient, and after it that of the inputs.</summary>
    public float* Output(int row) => Steps(sizes.OutputStart, row, sizes.StepStride);

    /// <summary>What all heads make of the steps; in the backward pass its gradient.</summary>
    public float* Joined(int row) => Steps(sizes.JoinedStart, row, sizes.StepStride);

    /// <summary>The inputs.</summary>
    public float* Input(int row) => Steps(sizes.InputStart, row, sizes.StepStride);

    /// <summary>The gradient of queries, keys and values.</summary>
    public float* Gradient(int row) => Steps(sizes.GradientStart, row, sizes.ProjectedStride);

    /// <summary>Of one head, a matrix [steps, numbers] in panels.</summary>
    public float* Keys(int row) => Of(sizes.KeysStart, row, Panels.Length(sizes.Steps, sizes.HeadSize));

    /// <summary>Of one head, a matrix [numbers, steps] in panels.</summary>
    public float* Values(int row) => Of(sizes.ValuesStart, row, Panels.Length(sizes.HeadSize, sizes.Steps));

    /// <summary>Of one head, the gradient of a matrix [numbers, steps] in panels.</summary>
    public float* HeadGradient(int row) => Of(sizes.HeadGradientStart, row, Panels.Length(sizes.HeadSize, sizes.Steps));

    /// <summary>The scores of some queries, or the gradient of their weights.</summary>
    public float* Block(int row) => Of(sizes.BlockStart, row, int.Min(sizes.Steps, AttentionSizes.Block) * sizes.WeightStride);

    /// <summary>The weights of a head; in the backward pass the gradient of its scores.</summary>
    public float* Weights(int row, int head) =>
        Of(sizes.WeightsStart, row, sizes.Heads * sizes.Steps * sizes.WeightStride) + (nint)head * sizes.Steps * sizes.WeightStride;

    /// <summary>The steps that are attended to, of every row.</summary>
    public static int* Lengths(int rows, in AttentionSizes sizes, float* memory) => (int*)(memory + (nint)sizes.LengthsStart * rows);

    /// <summary>The steps of a row that are attended to.</summary>
    public int Length(int row) => sizes.HasLengths ? Lengths(rows, sizes, memory)[row] : sizes.Steps;

    private float* Steps(int offset, int row, int stride) => Of(offset, row, sizes.Steps * stride);

    private float* Of(int offset, int row, int length) => memory + (nint)offset * rows + (nint)row * length;
}
