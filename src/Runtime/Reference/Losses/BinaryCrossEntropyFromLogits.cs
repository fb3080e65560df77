using System;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// ℓ = −Σ (w·y ln σ(z) + (1 − y) ln(1 − σ(z))) = Σ (w·y ln(1 + e⁻ᶻ) + (1 − y) ln(1 + eᶻ)), from the logits z. With
/// ln(1 + eᶻ) = z + ln(1 + e⁻ᶻ) the exponential never overflows.
/// </summary>
internal sealed class BinaryCrossEntropyFromLogits<S> : LossFunction<S>
    where S : IScalar<S>
{
    public override S Of(LossDescription loss, ReadOnlySpan<S> output, ReadOnlySpan<S> target)
    {
        S[] terms = new S[output.Length];
        for (int index = 0; index < terms.Length; index++)
        {
            (S z, S y, S notY) = (output[index], PositiveTarget<S>.Of(loss, target, index), S.From(1) - target[index]);
            S log = S.Log(S.From(1) + S.Exp(z.Value < 0 ? z : -z));
            S both = loss.PositiveWeights.IsEmpty ? log : (y + notY) * log;
            terms[index] = z.Value < 0 ? both - y * z : both + notY * z;
        }

        return Sum.Of<S>(terms);
    }
}
