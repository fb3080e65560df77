using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>w·y: what a target counts for its logarithm ln ŷ.</summary>
internal static class PositiveTarget<S>
    where S : IScalar<S>
{
    public static S Of(LossDescription loss, ReadOnlySpan<S> target, int index) =>
        loss.PositiveWeights.IsEmpty ? target[index] : S.From(loss.PositiveWeights[index]) * target[index];
}
