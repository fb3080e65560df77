using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// A network as a sequence of operations on tensors: views are gone, what belongs together is fused.
/// </summary>
/// <param name="Tensors">The tensors; tensor 0 is the input.</param>
/// <param name="Operations">The operations, in order; without those of outputs.</param>
/// <param name="Outputs">Where the network ends, in the order of its output.</param>
/// <param name="StagesInput">
/// Whether the input is first copied into padded memory, because a layer reads it that reads padded rows only.
/// </param>
internal sealed record NetworkProgram(
    EquatableArray<Tensor> Tensors, EquatableArray<Operation> Operations, EquatableArray<NetworkOutput> Outputs, bool StagesInput)
{
    /// <summary>The tensor that is the output of a network with one.</summary>
    public int Output => Outputs.Single().Tensor;

    /// <summary>The numbers of an output.</summary>
    public int OutputSize => Outputs.Sum(output => Tensors[output.Tensor].Elements);

    /// <summary>
    /// Whether the way back through the ReLU that gives a tensor is taken by the maximum pooling that alone reads it: most
    /// of what it gives back is zero as it is.
    /// </summary>
    public bool IsRectifiedByPooling(int tensor)
    {
        // Few networks get beyond the first question.
        return Operations.Any(operation => operation.Layer is PoolModel { IsMax: true } && operation.Inputs[0] == tensor) &&
            Operations.Count(operation => operation.Inputs.Contains(tensor)) == 1 &&
            Operations.Any(operation => operation.Output == tensor && operation.Activation is { Activation: "ReLU" }) &&
            Outputs.All(output => output.Last != tensor && output.Tensor != tensor);
    }

    /// <summary>Whether the way back through an operation reads what it gave.</summary>
    public bool KeepsOutput(Operation operation) =>
        operation.Layer.KeepsOutput || (operation.Activation is not null && !IsRectifiedByPooling(operation.Output));

    /// <summary>
    /// The tensors whose gradients take the place of their values: the maximum pooling that alone reads one has its
    /// elements in one window each, and nobody needs them after it.
    /// </summary>
    public IEnumerable<int> Overwritten => Operations
        .Where(operation => operation.Layer is PoolModel { IsMax: true, IsTiled: true } && IsRectifiedByPooling(operation.Inputs[0]))
        .Select(operation => operation.Inputs[0]);
}

/// <summary>One output of a network.</summary>
/// <param name="Operation">
/// The last activation where its loss is computed from its input, the logits; otherwise null. Only training has one.
/// </param>
/// <param name="Tensor">The tensor that is the output.</param>
/// <param name="Offset">The elements of the network's output before it.</param>
/// <param name="Loss">The loss that judges it, or null.</param>
internal sealed record NetworkOutput(Operation? Operation, int Tensor, int Offset, LossModel? Loss)
{
    /// <summary>The tensor at which the backward pass starts: the logits, or the output.</summary>
    public int Last => Operation?.Inputs[0] ?? Tensor;
}
