using System;

namespace NetGen.Evaluation;

/// <summary>How near a network comes to its targets.</summary>
/// <param name="Loss">The mean loss of an example, weighted where examples have weights, in the network's units; null where the network declares no loss.</param>
/// <param name="Errors">The errors, in the targets' own units where a standardization was given.</param>
public sealed record RegressionResult(double? Loss, RegressionErrors Errors)
{
    /// <summary>The loss and the errors.</summary>
    public override string ToString() => Loss is null ? $"{Errors}" : FormattableString.Invariant($"{Errors}, loss {Loss:G6}");
}
