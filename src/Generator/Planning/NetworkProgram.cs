namespace NetGen.Generator;

/// <summary>
/// A network as a sequence of operations on tensors: views are gone, what belongs together is fused.
/// </summary>
/// <param name="Tensors">The tensors; tensor 0 is the input.</param>
/// <param name="Operations">The operations, in order; without the head.</param>
/// <param name="Head">
/// The last activation where its loss is computed from its input, the logits; otherwise null. Only training has one.
/// </param>
/// <param name="Output">The tensor that is the network's output.</param>
/// <param name="StagesInput">
/// Whether the input is first copied into padded memory, because a layer reads it that reads padded rows only.
/// </param>
internal sealed record NetworkProgram(
    EquatableArray<Tensor> Tensors, EquatableArray<Operation> Operations, Operation? Head, int Output, bool StagesInput)
{
    /// <summary>The tensor at which the backward pass starts: the logits, or the output.</summary>
    public int Last => Head?.Inputs[0] ?? Output;
}
