using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>ℓ = (1/n) Σ (ŷ − y)² over the n outputs.</summary>
internal sealed class MeanSquaredError<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target) =>
        HalfSquaredError<S>.Squares(output, target) / S.From(output.Length);
}
