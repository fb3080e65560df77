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

    public static (LossFunction<S> Function, bool FromLogits) Of(Loss loss, LayerDescription last) =>
        last is ActivateDescription activate && Fused.TryGetValue((loss, activate.Activation), out LossFunction<S>? fused) ? (fused, true)
        : Plain.TryGetValue(loss, out LossFunction<S>? plain) ? (plain, false)
        : throw new ArgumentException($"The reference has no {loss} after {last.Name}.");
}
