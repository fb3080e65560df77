using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>How one loss computes: from the output ŷ, or from the logits z that the last activation took.</summary>
internal abstract class LossFunction<S>
    where S : IScalar<S>
{
    public abstract S Of(ReadOnlySpan<S> output, ReadOnlySpan<S> target);
}

/// <summary>Loss, and where it is fused the activation before it → how it computes.</summary>
internal static class Losses<S>
    where S : IScalar<S>
{
    private static readonly FrozenDictionary<(Loss, Activation), LossFunction<S>> Fused = new Dictionary<(Loss, Activation), LossFunction<S>>
    {
        [(Loss.BinaryCrossEntropy, Activation.Sigmoid)] = new BinaryCrossEntropyFromLogits<S>(),
        [(Loss.CrossEntropy, Activation.Softmax)] = new CrossEntropyFromLogits<S>(),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Loss, LossFunction<S>> Plain = new Dictionary<Loss, LossFunction<S>>
    {
        [Loss.HalfSquaredError] = new HalfSquaredError<S>(),
        [Loss.MeanSquaredError] = new MeanSquaredError<S>(),
        [Loss.BinaryCrossEntropy] = new BinaryCrossEntropy<S>(),
    }.ToFrozenDictionary();

    /// <summary>How a network's loss computes, and the node it computes from: the logits where it is fused, else the output.</summary>
    public static (LossFunction<S> Function, int Node) Of(NetworkDescription network, Loss loss)
    {
        int last = network.Layers.Length, node = last;

        // Other shapes of an activation's output are still its elements, in their order.
        while (node > 0 && network.Layers[node - 1] is FlattenDescription or ReshapeDescription)
        {
            node = network.Layers[node - 1].Inputs[0];
        }

        return node > 0 && network.Layers[node - 1] is ActivateDescription activate && Fused.TryGetValue((loss, activate.Activation), out LossFunction<S>? fused)
            ? (fused, activate.Inputs[0])
            : Plain.TryGetValue(loss, out LossFunction<S>? plain) ? (plain, last)
            : throw new ArgumentException($"The reference has no {loss} after {network.Layers[^1].Name}.");
    }
}
