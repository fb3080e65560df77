using System;

namespace NetGen.Evaluation;

/// <summary>How well a network tells classes apart.</summary>
/// <param name="Loss">The mean loss of an example, weighted where examples have weights; null where the network declares no loss.</param>
/// <param name="Confusion">What was taken for what.</param>
public sealed record ClassificationResult(double? Loss, ConfusionMatrix Confusion)
{
    /// <summary>The share of examples whose class was predicted.</summary>
    public double Accuracy => Confusion.Accuracy;

    /// <summary>The loss, the confusion matrix and what follows from it.</summary>
    public override string ToString() => Loss is null ? $"{Confusion}" : FormattableString.Invariant($"{Confusion}, loss {Loss:G6}");
}
