using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static NetGen.DescriptionFingerprint;
using static System.FormattableString;

namespace NetGen;

/// <summary>A loss and the output that it judges.</summary>
/// <param name="Loss">The loss of one example.</param>
/// <param name="Node">The node that it judges.</param>
/// <param name="Weight">Its factor in the cost, finite and at least 0.</param>
public sealed record LossDescription(Loss Loss, int Node, double Weight = 1)
{
    /// <summary>Where <see cref="Loss.Huber"/> turns from squared to linear, finite and above 0; of other losses 1.</summary>
    public double Delta { get; init; } = 1;

    /// <summary>How much each class counts in <see cref="Loss.CrossEntropy"/>; empty where each counts 1.</summary>
    public ImmutableArray<double> ClassWeights { get; init; } = [];

    /// <summary>How much a positive target of each output counts in <see cref="Loss.BinaryCrossEntropy"/>; empty where each counts 1.</summary>
    public ImmutableArray<double> PositiveWeights { get; init; } = [];

    /// <summary>The share of every target that <see cref="Loss.CrossEntropy"/> spreads over all classes, from 0 to below 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>The loss with what is set of it, as a text: <c>Huber delta 1</c>. Fingerprints hold it, so it never changes.</summary>
    public string Summary => Loss +
        (Loss == Loss.Huber ? $" delta {Number(Delta)}" : "") +
        (ClassWeights.IsEmpty ? "" : $" class weights {Numbers(ClassWeights)}") +
        (PositiveWeights.IsEmpty ? "" : $" positive weights {Numbers(PositiveWeights)}") +
        (LabelSmoothing == 0 ? "" : $" smoothing {Number(LabelSmoothing)}");

    /// <inheritdoc/>
    public bool Equals(LossDescription? other) =>
        other is not null && Loss == other.Loss && Node == other.Node && Weight.Equals(other.Weight) && Delta.Equals(other.Delta) && LabelSmoothing.Equals(other.LabelSmoothing)
        && ClassWeights.AsSpan().SequenceEqual(other.ClassWeights.AsSpan()) && PositiveWeights.AsSpan().SequenceEqual(other.PositiveWeights.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Loss, Node, Weight, Delta, LabelSmoothing, ListHash.Of(ClassWeights), ListHash.Of(PositiveWeights));

    /// <summary>What is wrong with the loss where it judges an output of so many elements, in words; null where nothing is.</summary>
    internal string? Mistake(int elements)
    {
        string? Of(string option, bool isSet, Loss taker) => isSet && Loss != taker ? $"has {option}, which only {taker} takes" : null;
        string? Misfit(string option, ImmutableArray<double> weights) =>
            weights.Any(weight => !IsWeight(weight)) ? $"has the {option} {Numbers(weights)}; expected finite numbers of at least 0"
            : !weights.IsEmpty && weights.Length != elements ? Invariant($"has {weights.Length} {option}; expected one for each of {elements} outputs")
            : null;

        return !IsWeight(Weight) ? $"has the weight {Number(Weight)}; expected a finite number of at least 0"
            : !((float)Delta > 0 && Delta <= float.MaxValue) ? $"has the delta {Number(Delta)}; expected a finite number above 0"
            : !(LabelSmoothing >= 0 && (float)LabelSmoothing < 1) ? $"has the label smoothing {Number(LabelSmoothing)}; expected at least 0 and below 1"
            : Of("a delta", Delta != 1, Loss.Huber) ?? Of("class weights", !ClassWeights.IsEmpty, Loss.CrossEntropy)
            ?? Of("positive weights", !PositiveWeights.IsEmpty, Loss.BinaryCrossEntropy) ?? Of("label smoothing", LabelSmoothing != 0, Loss.CrossEntropy)
            ?? Misfit("class weights", ClassWeights) ?? Misfit("positive weights", PositiveWeights);
    }

    /// <summary>Whether a number can stand before a part of the cost.</summary>
    internal static bool IsWeight(double weight) => weight >= 0 && weight <= float.MaxValue;

    private static string Numbers(IEnumerable<double> numbers) => string.Join(" ", numbers.Select(Number));

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(Invariant($"{Summary}, Node = {Node}, Weight = {Weight}"));
        return true;
    }
}
