namespace NetGen.Generator;

/// <summary>What is set of a loss beside its weight; null where it is not written.</summary>
/// <param name="Delta">Where Huber turns from squared to linear.</param>
/// <param name="ClassWeights">How much each class of cross-entropy counts.</param>
/// <param name="PositiveWeights">How much a positive target of each output of binary cross-entropy counts.</param>
/// <param name="LabelSmoothing">The share of a target that cross-entropy spreads over all classes.</param>
internal sealed record LossOptions(
    double? Delta = null, EquatableArray<double>? ClassWeights = null, EquatableArray<double>? PositiveWeights = null, double? LabelSmoothing = null)
{
    /// <summary>What the classes, or the positive targets, of each output count; null where each counts 1.</summary>
    public EquatableArray<double>? Weights => ClassWeights ?? PositiveWeights;
}
