using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>How one loss computes: from the output ŷ, or from the logits z that the last activation took.</summary>
internal abstract class LossFunction<S>
    where S : IScalar<S>
{
    public abstract S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target);
}

/// <summary>Loss, and where it is fused the activation before it → how it computes.</summary>
internal static class Losses<S>
    where S : IScalar<S>
{
    private static readonly FrozenDictionary<(Loss, Activation), LossFunction<S>> Fused = new Dictionary<(Loss, Activation), LossFunction<S>>
    {
        [(Loss.BinaryCrossEntropy, Activation.Sigmoid)] = new BinaryCrossEntropyFromLogits<S>(),
        [(Loss.CrossEntropy, Activation.Softmax)] = new CrossEntropyFromLogits<S>(),
        [(Loss.CrossEntropy, Activation.LogSoftmax)] = new CrossEntropyFromLogits<S>(),
        [(Loss.KullbackLeibler, Activation.Softmax)] = new KullbackLeiblerFromLogits<S>(),
        [(Loss.KullbackLeibler, Activation.LogSoftmax)] = new KullbackLeiblerFromLogits<S>(),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Loss, LossFunction<S>> Plain = new Dictionary<Loss, LossFunction<S>>
    {
        [Loss.HalfSquaredError] = new HalfSquaredError<S>(),
        [Loss.MeanSquaredError] = new MeanSquaredError<S>(),
        [Loss.BinaryCrossEntropy] = new BinaryCrossEntropy<S>(),
        [Loss.AbsoluteError] = new AbsoluteError<S>(),
        [Loss.Huber] = new Huber<S>(),
    }.ToFrozenDictionary();

    /// <summary>How a loss of a network computes, and the node it computes from: the logits where it is fused, else the output that it judges.</summary>
    public static (LossFunction<S> Function, int Node) Of(NetworkDescription network, LossDescription loss)
    {
        // Other shapes of an activation's output are still its elements, in their order. What another layer or loss
        // reads too is no part of the loss alone.
        int node = loss.Node;
        bool isAlone = IsReadOnce(network, node);
        while (isAlone && node > 0 && network.Layers[node - 1] is FlattenDescription or ReshapeDescription)
        {
            node = network.Layers[node - 1].Inputs[0];
            isAlone = IsReadOnce(network, node);
        }

        return isAlone && node > 0 && network.Layers[node - 1] is ActivateDescription activate && Fused.TryGetValue((loss.Loss, activate.Activation), out LossFunction<S>? fused)
            ? (fused, activate.Inputs[0])
            : Plain.TryGetValue(loss.Loss, out LossFunction<S>? plain) ? (plain, loss.Node)
            : throw new ArgumentException($"The reference has no {loss.Loss} after {network.Layers[loss.Node - 1].Name} that others read too.");
    }

    private static bool IsReadOnce(NetworkDescription network, int node) =>
        network.Layers.Sum(layer => layer.Inputs.Count(input => input == node)) + network.Outputs.Count(output => output == node) == 1;
}
