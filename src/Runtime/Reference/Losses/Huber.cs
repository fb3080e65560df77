using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>ℓ = Σ h(ŷ − y) with h(e) = ½e² where |e| ≤ δ and δ(|e| − ½δ) beyond; NaN stays NaN.</summary>
internal sealed class Huber<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S delta = S.From(loss.Delta), half = S.From(0.5);
        S[] terms = new S[output.Length];
        for (int index = 0; index < terms.Length; index++)
        {
            S error = output[index] - target[index];
            terms[index] = S.IsGreater(error, delta) ? delta * (error - half * delta)
                : S.IsGreater(-error, delta) ? delta * (-error - half * delta)
                : half * error * error;
        }

        return Sum.Of<S>(terms);
    }
}
