using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>ℓ = ½ Σ (ŷ − y)².</summary>
internal sealed class HalfSquaredError<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target) => S.From(0.5) * Squares(output, target);

    /// <summary>Σ (ŷ − y)².</summary>
    public static S Squares(ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S[] squares = new S[output.Length];
        for (int index = 0; index < squares.Length; index++)
        {
            S error = output[index] - target[index];
            squares[index] = error * error;
        }

        return Sum.Of<S>(squares);
    }
}
